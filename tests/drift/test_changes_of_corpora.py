"""Public repositories, each of whose documented objects is renamed, deleted and given other values: found once each."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sphinx_gitops.importers.discovery import DiscoveredObject
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.model import Binding
from sphinx_gitops.reader import read_path
from support.drift import DELIVERY, Checkout
from support.project import corpus

REPOSITORIES = (
    "argoproj__argo-cd",
    "fluxcd__flux2-kustomize-helm-example",
    "gitops-bridge-dev__gitops-bridge",
    "stefanprodan__gitops-istio",
)
MOST = 12
"""So many objects of one repository are changed."""
Lines = list[str]


def _end(lines: Lines, start: int) -> int:
    """Where the document ends that starts at a line."""
    return next((at for at in range(start, len(lines)) if lines[at].startswith("---")), len(lines))


def _changes(one: DiscoveredObject, binding: Binding, lines: Lines) -> Iterator[tuple[str, Lines]]:
    """The code of the finding, and the lines of the file after a change."""
    start = one.location.line - 1
    end = _end(lines, start + 1)
    document = "".join(lines[start:end])
    renamed = re.sub(rf"(?m)(^\s+name:\s*){re.escape(one.name)}\b", rf"\1{one.name}-renamed", document, count=1)
    if renamed != document:
        yield "drift-component-missing", [*lines[:start], renamed, *lines[end:]]
    yield "drift-component-missing", [*lines[:start], *lines[end:]]
    fields = {field.name: field for field in one.fields}
    for expected in binding.expected:
        field = fields.get(expected.field)
        at = field.location.line - 1 if field and field.location.file == one.location.file else -1
        if field and isinstance(field.value, str) and at >= 0 and field.value in lines[at]:
            head, _, tail = lines[at].rpartition(field.value)
            yield "drift-attribute", [*lines[:at], f"{head}changed{tail}", *lines[at + 1 :]]


def _documented(found: Checkout) -> Iterator[tuple[DiscoveredObject, Binding]]:
    objects = {one.id: one for one in discover(found.repository).objects}
    workflow = read_path(found.root / DELIVERY).workflow
    bindings = {binding.object: binding for part in workflow.components() for binding in part.bindings}
    whole = (name for name in sorted(bindings) if name in objects and objects[name].group and "#" not in name)
    for name, _ in zip(whole, range(MOST), strict=False):
        yield objects[name], bindings[name]


@pytest.mark.parametrize("name", REPOSITORIES)
def test_each_change_is_found_once(tmp_path, name):
    shutil.copytree(corpus(name), tmp_path / "deploy")
    found, count = Checkout(tmp_path), 0
    found.init()
    for one, binding in _documented(found):
        path: Path = found.repository / one.location.file
        before = path.read_bytes()
        for code, lines in _changes(one, binding, before.decode().splitlines(keepends=True)):
            path.write_text("".join(lines), encoding="utf-8")
            findings = found.drift()
            path.write_bytes(before)
            assert [(finding["code"], finding["object"]) for finding in findings] == [(code, binding.object)]
            count += 1
    assert count > MOST
    assert found.drift() == []
