"""Tables: what they list, in which order, and the rows that a builder knows."""
