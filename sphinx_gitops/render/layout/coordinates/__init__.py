"""The ordered tree in, the place of everything across the rows out."""
