"""An arranged tree in, orders with few crossings out."""
