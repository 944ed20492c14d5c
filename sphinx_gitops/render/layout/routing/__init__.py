"""Rows and the ways of edges in, channels, heights and routes out."""
