"""Manifests and the pages of a documentation in, what is wrong between the links of one and the other out."""
