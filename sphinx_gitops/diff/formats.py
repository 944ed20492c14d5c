"""Changes in, a report of them out: text for readers, JSON for programs, Markdown for a pull request."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from sphinx_gitops.diff.change import Action, Change
from sphinx_gitops.diff.sentences import counted, sentence, signed
from sphinx_gitops.problems import Span

_HEADS = {"Added": {Action.ADDED}, "Removed": {Action.REMOVED}}
_SPECIAL = frozenset("\\`*_{}[]<>#|~")


def to_text(changes: Sequence[Change]) -> str:
    """A line each, with ``+``, ``-`` or ``~`` before it."""
    return "".join(f"{signed(change)}\n" for change in changes)


def _place(span: Span | None) -> dict[str, str | int] | None:
    return {"file": span.source, "line": span.line} if span else None


def to_json(changes: Sequence[Change]) -> str:
    """An object with the list of changes."""
    found = [
        {
            "action": change.action.value,
            "what": change.what.value,
            "id": change.id,
            "title": change.title,
            "field": change.field,
            "before": change.before,
            "after": change.after,
            "sentence": sentence(change),
            "old": _place(change.old),
            "new": _place(change.new),
        }
        for change in changes
    ]
    return json.dumps({"schema_version": 1, "changes": found}, ensure_ascii=False, indent=2) + "\n"


def _escaped(text: str) -> str:
    return "".join(f"\\{one}" if one in _SPECIAL else one for one in text)


def _markdown(changes: Sequence[Change]) -> Iterator[str]:
    yield counted(changes)
    known = {action for actions in _HEADS.values() for action in actions}
    for head, actions in {**_HEADS, "Changed": set(Action) - known}.items():
        own = [change for change in changes if change.action in actions]
        if own:
            yield ""
            yield f"**{head}**"
            yield ""
            yield from (f"- {_escaped(sentence(change))}" for change in own)


def to_markdown(changes: Sequence[Change]) -> str:
    """A sentence with the numbers, then lists of what is added, removed and changed."""
    return "".join(f"{line}\n" for line in _markdown(changes))


FORMATS: Mapping[str, Callable[[Sequence[Change]], str]] = {
    "text": to_text,
    "json": to_json,
    "markdown": to_markdown,
}
"""Each format by its name."""
