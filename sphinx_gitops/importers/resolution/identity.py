"""Objects in, an id for each out that no other has: ``KIND[.GROUP]/[NAMESPACE/]NAME[@ENVIRONMENT]``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sphinx_gitops.importers.documents import folder_of, shown_folder
from sphinx_gitops.importers.manifests.registry import SHARED_KINDS
from sphinx_gitops.importers.resolution.listed import Listed


def kind_text(group: str, kind: str) -> str:
    """The kind, with its group where two groups have it."""
    return f"{kind}.{group}" if kind in SHARED_KINDS and group else kind


def name_text(group: str, kind: str, namespace: str, name: str) -> str:
    """The id of an object without its environment."""
    return "/".join(part for part in (kind_text(group, kind), namespace, name) if part)


def _stem(one: Listed, owners: dict[tuple[str, int], Listed]) -> str:
    """The id without what follows ``@``."""
    if one.kind == "Workflow":
        return one.document.file
    if one.kind == "Job":
        return f"{one.document.file}#{one.name}"
    namespace = one.namespaces[0] if len(one.namespaces) == 1 else ""
    if one.part:
        owner = owners[one.document.key]
        return f"{name_text(owner.group, owner.kind, namespace, owner.name)}#{one.name}"
    return name_text(one.group, one.kind, namespace, one.name)


def _is_file(one: Listed) -> bool:
    return one.kind in {"Workflow", "Job"}


def ids_of(objects: Sequence[Listed]) -> dict[tuple[str, int, str], str]:
    """The id of each object."""
    owners = {one.document.key: one for one in objects if not one.part}
    stems = {one.key: _stem(one, owners) for one in objects}
    ids: dict[tuple[str, int, str], str] = {}
    for one in objects:
        environment = one.environments[0] if len(one.environments) == 1 and not _is_file(one) else ""
        ids[one.key] = f"{stems[one.key]}@{environment}" if environment else stems[one.key]
    for one in _equal(objects, ids):
        ids[one.key] = f"{stems[one.key]}@{shown_folder(folder_of(one.document.file))}"
    for one in _equal(objects, ids):
        ids[one.key] = f"{stems[one.key]}@{one.document.file}:{one.line}"
    return ids


def _equal(objects: Iterable[Listed], ids: dict[tuple[str, int, str], str]) -> list[Listed]:
    """The objects whose id another one has."""
    counted = Counter(ids.values())
    return [one for one in objects if counted[ids[one.key]] > 1]
