"""A document with template actions in, a text that YAML reads out, and back: nothing is rendered.

An action on a line of its own (``{{- if .Values.x }}``) leaves an empty line; one within a line becomes a word that
stands for it until the document has been read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_OPEN, _CLOSE = "\ue0f0", "\ue0f1"
_MASK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")

_GO = r"\{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*\}\}"
_JINJA = r"\{%(?:[^%]|%(?!\}))*%\}"
_COMMENT = r"\{#(?:[^#]|#(?!\}))*#\}"
_HASH = r"#\{[^{}\n]*\}#"
_ACTIONS = re.compile(f"[$#]?{_GO}|{_JINJA}|{_COMMENT}|{_HASH}")
_ALL = re.compile(
    f"[$#]?{_GO}|{_JINJA}|{_COMMENT}|{_HASH}"
    r"|<<[^<>\n]*>>|\$\{[^{}\n]*\}|<[A-Za-z_][\w .-]*>|%\{[^{}\n]*\}"
)
_ALONE = re.compile(f"^[ \t]*(?:(?:{_GO}|{_JINJA}|{_COMMENT})[ \t]*)+$", re.MULTILINE)
_LEADING = re.compile(f"^([ \t]*)(?:(?:{_GO}|{_JINJA}|{_COMMENT})[ \t]*)+(?=[\\w\"'.-]+:(?:[ \t]|$)|- )", re.MULTILINE)
TEMPLATED = re.compile(
    r"\{\{|\{%|#\{[^{}]*\}#|<<[^<>\n]*>>|\$\{[^}]*\}|<[A-Za-z_][\w .-]*>|%\{[^}]*\}",
)
"""What a scalar has in it where only a renderer knows its value."""


def is_templated(text: str) -> bool:
    """Whether only a renderer knows what *text* says."""
    return TEMPLATED.search(text) is not None


def needs_mask(text: str) -> bool:
    """Whether *text* has actions that YAML may read as something else."""
    return "{{" in text or "{%" in text or "{#" in text or "#{" in text


def _emptied(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def mask(text: str, *, everything: bool = False) -> tuple[str, Callable[[str], str], bool]:
    """The text without its actions, what puts them back into a scalar, and whether lines have been left out.

    With *everything*, also what is usually legal YAML is masked, and an action before a key is left out.
    """
    originals: list[str] = []

    def masked(match: re.Match[str]) -> str:
        originals.append(match[0])
        return f"{_OPEN}{len(originals) - 1}{_CLOSE}" + "\n" * match[0].count("\n")

    def original(match: re.Match[str]) -> str:
        return originals[int(match[1])]

    def restore(value: str) -> str:
        return _MASK.sub(original, value) if _OPEN in value else value

    text, dropped = _ALONE.subn(_emptied, text)
    if everything:
        text = _LEADING.sub(r"\1", text)
    return (_ALL if everything else _ACTIONS).sub(masked, text), restore, dropped > 0
