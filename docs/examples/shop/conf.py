"""The shop team's documentation, which refers to the platform's."""

from pathlib import Path

project = "Shop"
author = "The shop team"
copyright = "the shop team"
extensions = ["sphinx_gitops", "sphinx.ext.intersphinx"]
html_theme = "furo"
html_title = "Shop"
gitops_html_output = "svg"
_inventory = Path(__file__).parent.parent / "_build" / "platform" / "objects.inv"
intersphinx_mapping = {"platform": ("https://platform.example/", str(_inventory))}
