"""A comparison in, the values that differ out: those a binding states, the namespace, the environment; one a cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sphinx_gitops.drift.comparison import Comparison
from sphinx_gitops.drift.difference import Difference, RepositoryLine
from sphinx_gitops.drift.naming.inventory import InventoryEntry
from sphinx_gitops.drift.naming.matching import Match, Standing
from sphinx_gitops.drift.values.comparing import (
    ENVIRONMENT,
    NAMESPACE,
    default_of,
    field_of,
    full_name,
    is_same,
    is_unverifiable,
    text_of,
)
from sphinx_gitops.model import Expected
from sphinx_gitops.problems import Span

_AUTOMATED = ".automated"
DEPLOYING = frozenset({"Application", "ApplicationSet", "FluxInstance", "Kustomization", "ResourceSet"})
"""The kinds that deploy other objects."""


def _shown(value: str) -> str:
    return repr(value) if value else "not set"


def _difference(
    comparison: Comparison,
    match: Match,
    known: InventoryEntry,
    expected: Expected,
    *,
    actual: str,
    place: RepositoryLine,
) -> Difference:
    """What differs at one documented place."""
    identity, said = match.binding.object, expected.value
    message = f"{identity} has {expected.field} {_shown(actual)} in the repository ({place}), documented as {said!r}"
    return Difference(
        subject=match.part,
        documented=expected.span,
        found=place,
        object=identity if not match.name.is_pattern else known.id,
        message=message,
        field=expected.field,
        expected=said,
        actual=actual,
    )


def _held(comparison: Comparison, match: Match, known: InventoryEntry, expected: Expected) -> Difference | None:
    """How one object differs from one stated value; None where it does not, or where that is not known."""
    inventory, one = comparison.inventory(known), comparison.object(known)
    name = full_name(inventory, one, expected.field)
    found = field_of(inventory, one, name)
    actual = found.value if found else default_of(name)
    if is_unverifiable(one, name, found) or is_same(name, expected.value, actual):
        return None
    place = inventory.place(found.location if found else one.location)
    text = text_of(actual) if found else ""
    difference = _difference(comparison, match, known, replace(expected, field=name), actual=text, place=place)
    return replace(difference, replacement=text or None)


def _values(comparison: Comparison, match: Match) -> Iterator[Difference]:
    """What differs of the values that a binding states; of several objects that fit it, one that agrees is enough."""
    for expected in match.binding.expected:
        found = [_held(comparison, match, known, expected) for known in match.objects]
        if match.name.is_pattern:
            yield from (one for one in found if one)
        elif found and all(found) and found[0]:
            yield found[0]


def _is_stated(match: Match, field: str) -> bool:
    return any(expected.field in {field, field.rpartition(".")[2]} for expected in match.binding.expected)


def _surroundings(comparison: Comparison, match: Match) -> Iterator[Difference]:
    """The namespace or the environment that is no longer the one in the binding."""
    known = match.objects[0]
    inventory, one, name = comparison.inventory(known), comparison.object(known), match.name
    is_moved = match.standing is Standing.MOVED
    field, said = (NAMESPACE, name.namespace) if is_moved else (ENVIRONMENT, name.environment)
    found = field_of(inventory, one, field)
    if found is None or is_unverifiable(one, field, found) or _is_stated(match, field):
        return
    environment = name.qualifier if is_moved else _one_of(one.environments)
    written = name.written(one.namespace if is_moved else name.namespace, environment)
    expected = Expected(field=field, value=said, span=match.binding.span)
    place = inventory.place(found.location)
    difference = _difference(comparison, match, known, expected, actual=text_of(found.value), place=place)
    yield replace(difference, replacement=written)


def _one_of(environments: tuple[str, ...]) -> str:
    return environments[0] if len(environments) == 1 else ""


def _of_match(comparison: Comparison, match: Match) -> Iterator[Difference]:
    found = list(_without_consequences(_values(comparison, match)))
    yield from found
    is_elsewhere = match.standing is Standing.ELSEWHERE and not found and comparison.follows_from(match) is None
    if match.standing is Standing.MOVED or is_elsewhere:
        yield from _surroundings(comparison, match)


def _parent(field: str) -> str:
    return field.rpartition(".")[0]


def _without_consequences(found: Iterable[Difference]) -> Iterator[Difference]:
    """Without what only follows from another: all below what is off, and all but one of what is gone together."""
    differences = list(found)
    off = {one.field for one in differences if one.field.endswith(_AUTOMATED)}
    gone: set[str] = set()
    for one in differences:
        parent = _parent(one.field)
        if parent in off or (not one.actual and parent in gone):
            continue
        if not one.actual and parent.endswith(("source", "]", "drySource")):
            gone.add(parent)
        yield one


def _is_lost_namespace(one: Difference) -> bool:
    return one.field == NAMESPACE and not one.actual


def _folded(differences: Iterable[Difference]) -> Iterator[Difference]:
    """One for each cause: where one line of the repository makes several documented places wrong, the first of them."""
    found = list(differences)
    written = {(one.found, one.expected, one.actual): one.field for one in found if one.field != NAMESPACE}
    causes: dict[tuple[RepositoryLine, str, str, str], list[Difference]] = defaultdict(list)
    for one in found:
        cause = (one.found, one.expected, one.actual)
        field = written.get(cause, NAMESPACE) if one.field == NAMESPACE else one.field
        causes[(one.found, one.expected, one.actual, field)].append(one)
    for same in causes.values():
        first = min(same, key=lambda one: (one.field == NAMESPACE, one.documented))
        others = [one for one in same if one is not first]
        copies = tuple((one.documented, one.replacement) for one in others if one.replacement is not None)
        more = f"; {len(others)} more {'places' if len(others) > 1 else 'place'}: {_lines(others)}" if others else ""
        yield replace(first, message=first.message + more, copies=copies)


def _lines(others: Iterable[Difference]) -> str:
    spans: list[Span] = sorted({one.documented for one in others})
    return ", ".join(f"{span.source}:{span.line}" for span in spans[:5]) + (" …" if len(spans) > 5 else "")


def _takes_objects_away(match: Match) -> bool:
    """Whether what a reconciler deploys is no longer deployed, as it is gone itself."""
    return match.is_gone and match.name.kind in DEPLOYING


def is_of_path(one: Difference) -> bool:
    """Whether a field decides which folder a reconciler deploys, or in which namespace."""
    last = one.field.rpartition(".")[2].lower()
    return last.endswith("path") or last in {"targetrevision", "repourl", "targetnamespace"}


def attribute_differences(comparison: Comparison) -> tuple[Difference, ...]:
    """Every value that differs, one for each cause."""
    found = [one for match in comparison.matches if match.objects for one in _of_match(comparison, match)]
    if any(map(_takes_objects_away, comparison.matches)) or any(map(is_of_path, found)):
        found = [one for one in found if not _is_lost_namespace(one)]  # what deployed the object gave it its namespace
    return tuple(_folded(found))
