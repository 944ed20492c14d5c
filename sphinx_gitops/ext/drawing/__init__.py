"""Placeholders in, scenes and drawn pictures out: the cache and the warnings of a build."""
