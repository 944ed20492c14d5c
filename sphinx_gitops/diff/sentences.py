"""A change in, one sentence about it out, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sphinx_gitops.diff.change import Action, Change, ChangeSubject

SIGNS = {Action.ADDED: "+", Action.REMOVED: "-"}
"""The sign before the sentence of what is added or removed; every other change has ``~``."""
_LONGEST = 80


def _quoted(text: str) -> str:
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
    return f'"{short}"'


def _named(change: Change) -> str:
    """A part by its sort and its id; a flow by its ends."""
    if change.what is ChangeSubject.FLOW:
        source, _, target = change.id.partition(" --> ")
        return f"flow from {source} to {target}"
    return "workflow" if change.what is ChangeSubject.WORKFLOW else f"{change.what.value} {change.id}"


def _titled(change: Change) -> str:
    has_own = change.title and change.title != change.id
    return f"{_named(change)}, {_quoted(change.title)}," if has_own else _named(change)


def _where(box: str, word: str) -> str:
    return f" {word} {box}" if box else ""


_PLURALS = frozenset({"links", "tags", "manifests"})


def _field(change: Change) -> str:
    """A field that has another value: what it is, and what it was."""
    owner, is_plural = f"the {_named(change)}", change.field in _PLURALS
    before, after = _quoted(change.before), _quoted(change.after)
    if not change.before:
        return f"{owner} has {'' if is_plural else 'a '}new {change.field}: {after}."
    if not change.after:
        return f"{owner} has no {change.field} any more; {'they were' if is_plural else 'it was'} {before}."
    return f"the {change.field} of {owner} {'are' if is_plural else 'is'} {after} instead of {before}."


def sentence(change: Change) -> str:
    """The sentence, which begins with a capital and ends in a full stop."""
    match change.action:
        case Action.ADDED:
            said = f"the {_titled(change)} is added{_where(change.after, 'to')}."
        case Action.REMOVED:
            said = f"the {_titled(change)} is removed{_where(change.before, 'from')}."
        case Action.RENAMED:
            said = f"the {change.what.value} {change.before} is renamed to {change.after}."
        case Action.MOVED:
            said = f"the {_titled(change)} moves{_where(change.before, 'from')}{_where(change.after, 'to')}."
        case Action.TURNED:
            source, _, target = change.before.partition(" --> ")
            said = f"the flow from {source} to {target} is turned: it goes from {target} to {source}."
        case _:
            said = _field(change)
    return said[0].upper() + said[1:]


def signed(change: Change) -> str:
    """The sentence with the sign of a diff before it."""
    return f"{SIGNS.get(change.action, '~')} {sentence(change)}"


def counted(changes: Sequence[Change]) -> str:
    """How many changes there are, of each sort, in one sentence."""
    if not changes:
        return "The workflow does not change."
    counts = Counter(change.action for change in changes)
    words = ", ".join(f"{counts[action]} {action.value}" for action in Action if counts[action])
    return f"{len(changes)} change{'s' if len(changes) != 1 else ''} of the workflow: {words}."
