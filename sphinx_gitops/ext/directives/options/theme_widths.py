"""The name of a theme in, the width that pictures are laid out for out, where the project says none."""

from __future__ import annotations

from sphinx_gitops.ext.diagram_request import WIDTH

_WIDTHS = {
    "alabaster": 672,
    "pydata_sphinx_theme": 640,
    "sphinx_book_theme": 704,
    "sphinx_rtd_theme": 720,
}
"""Widths in px that the column of a theme shows at 95 % and more on a screen of 1280 px."""


def theme_width(theme: str) -> int:
    """The width in px for a theme; that of furo for one that is not known."""
    return _WIDTHS.get(theme, WIDTH)
