"""Text in, the same text with its bidirectional controls closed out, so that it cannot reorder the words after it."""

from __future__ import annotations

_EMBEDDED, _ISOLATED = "\u202c", "\u2069"
_CLOSERS = dict.fromkeys("\u202a\u202b\u202d\u202e", _EMBEDDED) | dict.fromkeys("\u2066\u2067\u2068", _ISOLATED)
_MARKS = frozenset([*_CLOSERS, _EMBEDDED, _ISOLATED])


def contained(text: str) -> str:
    """*text* with every embedding, override and isolate closed, and without closers that close nothing."""
    if text.isascii() or _MARKS.isdisjoint(text):
        return text
    kept: list[str] = []
    wanted: list[str] = []
    for character in text:
        if character in _CLOSERS:
            wanted.append(_CLOSERS[character])
        elif character in {_EMBEDDED, _ISOLATED}:
            if not wanted or wanted[-1] != character:
                continue
            wanted.pop()
        kept.append(character)
    return "".join([*kept, *reversed(wanted)])
