"""Names as CSS classes take them."""

from __future__ import annotations


def css_name(name: str) -> str:
    """A colour class's name as CSS and HTML take it; two names never share one."""
    return "".join(c if (c.isascii() and c.isalnum()) or c == "-" else f"_{ord(c):x}_" for c in name)


def style_class(docname: str, workflow: str) -> str:
    """The class of the figures that show a workflow in its own colours; no id has a colon, so no two share one."""
    return "gitops-style-" + css_name(f"{docname}:{workflow}")
