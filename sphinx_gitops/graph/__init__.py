"""Directed graphs over ids, and the flows of a workflow arranged by component."""
