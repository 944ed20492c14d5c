"""Where links lead: from parts of pictures, from what is folded, from entries back into pictures, and by labels."""
