"""A comparison in, the documented objects that Git suspends and no binding says so of out."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.drift.comparison import Comparison
from sphinx_gitops.drift.difference import Difference
from sphinx_gitops.drift.naming.inventory import InventoryEntry
from sphinx_gitops.drift.naming.matching import Match

FIELD = "spec.suspend"


def _is_said(match: Match) -> bool:
    """Whether a binding says whether its object is suspended."""
    return any(one.field in {FIELD, "suspend"} for one in match.binding.expected)


def suspensions(comparison: Comparison) -> Iterator[Difference]:
    """Each suspended object once, at the first binding that means it."""
    said = {known for match in comparison.matches if _is_said(match) for known in match.objects}
    seen: set[InventoryEntry] = set(said)
    explained = {match.part.id for match in comparison.matches if match.is_gone and _is_said(match)}
    for match in comparison.matches:
        if match.name.is_pattern and match.part.id in explained:  # one that was said to be suspended has another name
            continue
        for known in match.objects:
            inventory = comparison.inventory(known)
            field = inventory.fields[known.id].get(FIELD)
            if known in seen or field is None or field.value is not True:
                continue
            seen.add(known)
            place = inventory.place(field.location)
            yield Difference(
                subject=match.part,
                documented=match.binding.span,
                found=place,
                object=known.id,
                message=f"{known.id} is suspended ({place}), and the workflow does not say so",
                field=FIELD,
                expected="false",
                actual="true",
            )
