"""A comparison in, the titles out that end in another number than the repository has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from sphinx_gitops.drift.comparison import Comparison
from sphinx_gitops.drift.difference import Difference, RepositoryLine
from sphinx_gitops.drift.naming.matching import Match, Standing
from sphinx_gitops.model import Part

_COUNTED = re.compile(r".* \N{MULTIPLICATION SIGN} (\d{1,6})")


def _number(comparison: Comparison, matches: list[Match]) -> int | None:
    """How many a part stands for: what its patterns cover, or what its one ApplicationSet gives; None if unknown."""
    objects = {known for match in matches for known in match.objects}
    if any(match.standing is not Standing.FOUND for match in matches) or not objects:
        return None
    if len(objects) == 1 and not matches[0].name.is_pattern:
        given = comparison.object(next(iter(objects))).generates
        return None if given is None else len(given)
    return len(objects) if any(match.name.is_pattern for match in matches) else None


def _difference(comparison: Comparison, part: Part, matches: list[Match], said: int, number: int) -> Difference:
    known = matches[0].objects[0]
    inventory = comparison.inventory(known)
    place: RepositoryLine = inventory.place(inventory.objects[known.id].location)
    objects = matches[0].binding.object
    return Difference(
        subject=part,
        documented=part.span,
        found=place,
        object=objects,
        message=f"{objects} is {number} in the repository ({place}), documented as {part.title!r}",
        field="count",
        expected=str(said),
        actual=str(number),
    )


def count_differences(comparison: Comparison, explained: Collection[str]) -> Iterator[Difference]:
    """Each title whose number is wrong, where neither its object nor a folder that is gone explains it."""
    if comparison.gone_folders:
        return
    for matches in comparison.by_part.values():
        part = matches[0].part
        counted = _COUNTED.fullmatch(part.title)
        number = _number(comparison, matches) if counted else None
        ids = {match.binding.object for match in matches} | {known.id for match in matches for known in match.objects}
        if counted and number is not None and number != int(counted[1]) and not ids & set(explained):
            yield _difference(comparison, part, matches, int(counted[1]), number)
