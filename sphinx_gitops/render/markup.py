"""Text in, the same as content or as an attribute of XML and HTML out.

The same as :mod:`xml.sax.saxutils` has it, which imports what opens addresses of the network.
"""

from __future__ import annotations

_SIGNS = {"&": "&amp;", ">": "&gt;", "<": "&lt;"}
_CONTENT = str.maketrans(_SIGNS)
_ATTRIBUTE = str.maketrans({**_SIGNS, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def escape(text: str) -> str:
    """A text as content."""
    return text.translate(_CONTENT)


def quoteattr(text: str) -> str:
    """A text as an attribute's value, with the quotation marks around it."""
    found = text.translate(_ATTRIBUTE)
    if '"' not in found:
        return f'"{found}"'
    return f"'{found}'" if "'" not in found else '"' + found.replace('"', "&quot;") + '"'
