"""The pictures of a page of HTML."""

from __future__ import annotations

import re


def picture_file(found: str) -> str:
    """The image that a page names."""
    return re.search(r'<img alt="Delivery" src="(_images/[^"]*\.svg)"', found)[1]


def figure(page: str) -> str:
    return page[page.index("<figure") : page.index("</figure>")]


def picture(page: str, number: int = 0) -> str:
    return page.split('<svg xmlns="')[number + 1].partition("</svg>")[0]
