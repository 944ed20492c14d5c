"""The text of a label in, its lines as they are to be read out: without tags, icons and marks of Markdown."""

from __future__ import annotations

import html
import re

from sphinx_gitops.importers.mermaid.preprocessing import entities_decoded
from sphinx_gitops.importers.mermaid.vertices import Label

_SCRIPT = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"</?br\s*/?>|</?(?:p|div|li|ul|ol|h[1-6]|tr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_ICON = re.compile(r"fa[bklrs]?:fa-[\w-]+", re.ASCII)
_EMPHASIS = (
    re.compile(r"(?<!\\)\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL),
    re.compile(r"(?<![\w\\])__(?=\S)(.+?)(?<=\S)__(?!\w)", re.DOTALL),
    re.compile(r"(?<!\\)\*(?=\S)(.+?)(?<=[^\s\\])\*", re.DOTALL),
    re.compile(r"(?<![\w\\])_(?=\S)(.+?)(?<=\S)_(?!\w)", re.DOTALL),
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_NO_WIDTH = re.compile('^\u200b(?=")|(?<=\ufb02)\u200b(?=\u00b0)|(?<=\u00b6)\u200b(?=\u00df)')
"""What is put into labels to shield them from Mermaid, and is not to be seen."""


def has_icon(label: Label) -> bool:
    """Whether a label has an icon of Font Awesome in it."""
    return bool(_ICON.search(label.text))


def lines_of(label: Label) -> tuple[str, ...]:
    """The lines of a label that are not empty, as plain text."""
    text = label.text.strip()
    if len(text) > 1 and text.startswith('"') and text.endswith('"'):
        text = text[1:-1]
    text = _ICON.sub("", _SCRIPT.sub("", text))
    if label.is_markdown:
        for pattern in _EMPHASIS:
            text = pattern.sub(r"\1", text)
        text = _ESCAPE.sub(r"\1", text)
    else:
        text = text.replace("\\n", "\n")
    text = _TAG.sub("", _BREAK.sub("\n", text))
    lines = (" ".join(html.unescape(entities_decoded(line)).split()) for line in text.split("\n"))
    return tuple(_NO_WIDTH.sub("", line) for line in lines if line)
