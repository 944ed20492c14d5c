"""The transforms: placeholders in, the nodes that a builder knows out."""
