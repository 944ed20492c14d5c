"""Palettes and sizes in, the rules of the style sheet out."""
