"""A document that is being read in, its anchors given and its record noted out."""
