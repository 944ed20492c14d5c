"""Two reconcilers that bring the same folder to the same place in the same way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table

from sphinx_gitops.importers.discovery import Finding, Location
from sphinx_gitops.importers.documents import value_at
from sphinx_gitops.importers.edge_state import State
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.resolution.deploying import Deployment
from sphinx_gitops.importers.resolution.instance import Instance
from sphinx_gitops.importers.resolution.paths import shown_folder
from sphinx_gitops.problems import Severity
from sphinx_gitops.yamltree import Mapping, Sequence, Tree

CODE = "path-overlap"
_HOW = frozenset(
    {
        "interval",
        "retryInterval",
        "timeout",
        "dependsOn",
        "wait",
        "healthChecks",
        "healthCheckExprs",
        "prune",
        "force",
        "suspend",
        "path",
        "syncPolicy",
        "ignoreDifferences",
        "info",
        "revisionHistoryLimit",
        "project",
    }
)
"""What does not decide which objects are made where."""


def _text(tree: Tree | None) -> str:
    """A tree as text, the same for equal trees."""
    if isinstance(tree, Mapping):
        return "{" + ",".join(sorted(f"{key.text!r}:{_text(value)}" for key, value in tree.entries)) + "}"
    if isinstance(tree, Sequence):
        return "[" + ",".join(_text(item) for item in tree.items) + "]"
    return repr(tree.text) if tree is not None else ""


def _what(instance: Instance) -> str:
    """Everything of a reconciler that decides what it makes, and where."""
    spec = value_at(instance.item.body, "spec")
    entries = spec.entries if isinstance(spec, Mapping) else ()
    return ",".join(sorted(f"{key.text}:{_text(value)}" for key, value in entries if key.text not in _HOW))


def check(deployed: Iterable[tuple[Instance, Deployment]], ids: Table[tuple[str, int, str], str]) -> Iterator[Finding]:
    """Each reconciler that brings what an earlier one brings already."""
    groups: dict[tuple[object, ...], dict[tuple[str, int], tuple[str, Location]]] = defaultdict(dict)
    for instance, deployment in deployed:
        place, item = deployment.place, instance.item
        identity = ids.get((*item.document.key, ""))
        if (
            identity is None
            or place.target.state is not State.RESOLVED
            or item.kind not in {"Kustomization", "Application"}
        ):
            continue
        what = _what(instance)
        if is_templated(what) or len(instance.environments) > 1:
            continue
        above = instance.reconciler.document.key if instance.reconciler else item.document.folder
        group: tuple[object, ...] = (item.kind, place.target.folder, item.namespace, what, instance.environments, above)
        groups[group][item.document.key] = identity, Location(place.span.source, place.span.line)
    for group, members in groups.items():
        first, *others = (members[key] for key in sorted(members))
        for identity, location in others:
            message = (
                f"{identity} and {first[0]} both own {shown_folder(str(group[1]))}: "
                "each undoes what the other changes, keep one"
            )
            yield Finding(CODE, Severity.WARNING, message, location)
