"""Placeholders in, scenes and drawn pictures out: the engine, the cache and the warnings of a build."""
