"""A project that does not load the extension, and refers to the platform's documentation all the same."""

from pathlib import Path

project = "Postmortems"
author = "The incident group"
copyright = "the incident group"
extensions = ["sphinx.ext.intersphinx"]
html_theme = "furo"
html_title = "Postmortems"
_inventory = Path(__file__).parent.parent / "_build" / "platform" / "objects.inv"
intersphinx_mapping = {"platform": ("https://platform.example/", str(_inventory))}
