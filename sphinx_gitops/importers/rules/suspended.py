"""A reconciler or a source that Git itself switches off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sphinx_gitops.importers.discovery import DiscoveredObject, Finding
from sphinx_gitops.problems import Severity

CODE = "suspended"


def check(objects: Iterable[DiscoveredObject]) -> Iterator[Finding]:
    """Each object with ``spec.suspend: true``."""
    for one in objects:
        for field in one.fields:
            if field.name == "spec.suspend" and field.value is True:
                message = f"{one.id} is suspended: nothing of it is reconciled until spec.suspend is removed"
                yield Finding(CODE, Severity.WARNING, message, field.location)
