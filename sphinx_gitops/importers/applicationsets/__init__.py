"""ApplicationSets: the Applications that their generators give, where the tree alone says them."""
