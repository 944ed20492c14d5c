"""A document with template actions in, a text that YAML reads out, and back: nothing is rendered.

An action on a line of its own (``{{- if .Values.x }}``) leaves an empty line; one within a line becomes a word that
stands for it until the document has been read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_ALONE_MARK, _INLINE_MARK, _END_MARK = "\ue0f0", "\ue0f2", "\ue0f1"
_MASK = re.compile(f"[{_ALONE_MARK}{_INLINE_MARK}](\\d{{1,7}}){_END_MARK}")
_WORD = f"{_ALONE_MARK}\\d+{_END_MARK}"
_ALONE = re.compile(f"^[ \t]*{_WORD}(?:[ \t]*{_WORD})*[ \t]*$", re.MULTILINE)
"""A line of nothing but actions."""
_LEADING = re.compile(f"^([ \t]*){_WORD}(?:[ \t]*{_WORD})*[ \t]*(?=[\\w\"'.-]+:(?:[ \t]|$)|- )", re.MULTILINE)
"""Actions before a key or an item."""
_START = re.compile(r"[$#]?\{\{|\{%|\{#|#\{")
_HASH = re.compile(r"#\{[^{}\n]*\}#")
_RARE = re.compile(r"<<[^<>\n]*>>|\$\{[^{}\n]*\}|<[A-Za-z_][\w .-]*>|%\{[^{}\n]*\}")
"""What is usually legal YAML."""
_INSIDE = re.compile(r"""\"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|`[^`]*`|\{\{|\}\}""")
"""In an action: a text, in which braces mean nothing, and what ends it."""
_LONGEST = 2_000
"""No action is longer; a comment may be."""
_MOST_UNCLOSED = 500
"""After so many actions that never end, the text is no template."""

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


def _go_end(text: str, start: int) -> int:
    """Where the Go action ends whose braces end at *start*; -1 where it does not."""
    if text[start : start + 6].lstrip("- ").startswith("/*"):
        comment = text.find("*/", start)
        closing = text.find("}}", comment) if comment >= 0 else -1
        return closing + 2 if closing >= 0 else -1
    at = start
    while True:
        match = _INSIDE.search(text, at, start + _LONGEST)
        if match is None or match[0] == "{{":
            return -1
        if match[0] == "}}":
            return match.end()
        at = match.end()


def _end(text: str, start: int, opening: str) -> int:
    """Where the action ends that starts at *start*; -1 where it does not."""
    if opening.endswith("{{"):
        return _go_end(text, start + len(opening))
    if opening == "#{":
        match = _HASH.match(text, start)
        return match.end() if match else -1
    closing = text.find("%}" if opening == "{%" else "#}", start + 2)
    return closing + 2 if closing >= 0 else -1


def _actions(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where each action starts and ends, and whether it may have a line for itself."""
    at = unclosed = 0
    while unclosed < _MOST_UNCLOSED:
        match = _START.search(text, at)
        if match is None:
            return
        end = _end(text, match.start(), match[0])
        if end < 0:
            unclosed += 1
            at = match.end()
        else:
            yield match.start(), end, match[0] in {"{{", "{%", "{#"}
            at = end


def mask(text: str, *, everything: bool = False) -> tuple[str, Callable[[str], str], bool]:
    """The text without its actions, what puts them back into a scalar, and whether lines have been left out.

    With *everything*, also what is usually legal YAML is masked, and an action before a key is left out.
    """
    originals: list[str] = []

    def word(original: str, mark: str) -> str:
        originals.append(original)
        return f"{mark}{len(originals) - 1}{_END_MARK}" + "\n" * original.count("\n")

    def original(match: re.Match[str]) -> str:
        at = int(match[1])
        return originals[at] if at < len(originals) else match[0]

    def restore(value: str) -> str:
        return _MASK.sub(original, value) if _END_MARK in value else value

    parts: list[str] = []
    at = 0
    for start, end, may_stand_alone in _actions(text):
        parts += [text[at:start], word(text[start:end], _ALONE_MARK if may_stand_alone else _INLINE_MARK)]
        at = end
    masked, dropped = _ALONE.subn("", "".join((*parts, text[at:])))
    if everything:
        masked = _LEADING.sub(r"\1", masked)
        masked = _RARE.sub(lambda match: word(match[0], _INLINE_MARK), masked)
    return masked, restore, dropped > 0
