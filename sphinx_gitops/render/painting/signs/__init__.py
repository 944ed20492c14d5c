"""Marks, glyphs of kinds and their badges as SVG."""
