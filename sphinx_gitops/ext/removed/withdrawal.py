"""What an output does not show in, Sphinx's index, labels and contents without it out; and back, before the next build.

Sphinx has them from documents as they are read, and other builders may show it.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.domain.conditional.kept_entries import item_of
from sphinx_gitops.ext.domain.contents import registered
from sphinx_gitops.ext.domain.document_record import RUNBOOKS, VIEWS, WORKFLOWS, KeptLabel, Place
from sphinx_gitops.ext.domain.domain import GitOpsDomain, gitops_domain
from sphinx_gitops.ext.domain.entries import anchor_of, runbook_anchor
from sphinx_gitops.ext.nodes import gitops_diagram
from sphinx_gitops.ext.placeholders import figure_of

if TYPE_CHECKING:
    from sphinx.domains.index import IndexDomain
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment

    from sphinx_gitops.ext.domain.document_record import IndexEntry

_NEVER = "gitops_removed"
"""A tag that no build has."""


@dataclass(slots=True)
class Withdrawn:
    """What has been taken out of Sphinx's own records of a document."""

    index: list[IndexEntry] = field(default_factory=list)
    labels: dict[str, KeptLabel] = field(default_factory=dict)


def _records(domain: GitOpsDomain) -> dict[str, Withdrawn]:
    return cast("dict[str, Withdrawn]", domain.data["withdrawn"])


def _owner(anchor: str) -> Place | None:
    """The workflow of an anchor that may be a workflow's or a part's; None for any other."""
    return (WORKFLOWS, anchor.removeprefix("gitops-").partition(".")[0]) if anchor.startswith("gitops-") else None


def withdraw(env: BuildEnvironment, removed: Mapping[str, AbstractSet[Place]]) -> None:
    """Take out what each document registers and does not show."""
    for docname, lost in removed.items():
        found = _records(gitops_domain(env))[docname] = Withdrawn()
        own = {(runbook_anchor if part == RUNBOOKS else anchor_of)(name) for part, name in lost if part != VIEWS}
        _take_entries(env, docname, own, lost, found)
        _hide_contents(env, docname, own)
        _take_labels(env, docname, lost, found)


def _take_entries(
    env: BuildEnvironment, docname: str, own: AbstractSet[str], lost: AbstractSet[Place], found: Withdrawn
) -> None:
    index = cast("IndexDomain", env.get_domain("index"))
    described = registered(gitops_domain(env), docname).descriptions
    left: list[IndexEntry] = []
    for entry in index.entries.get(docname, ()):
        anchor = entry[2]
        part = _owner(anchor) in lost and anchor.removeprefix("gitops-") not in described
        (found.index if anchor in own or part else left).append(entry)
    if found.index:
        index.entries[docname] = left


def _hide_contents(env: BuildEnvironment, docname: str, own: AbstractSet[str]) -> None:
    references = env.tocs[docname].findall(nodes.reference)
    found = [item_of(one) for one in references if one["anchorname"].removeprefix("#") in own]
    items = [item for item in found if item is not None]
    for item in items:
        whole = item.parent if all(child in items for child in item.parent) else item
        if not isinstance(whole.parent, addnodes.only) or whole.parent["expr"] != _NEVER:
            only = addnodes.only(expr=_NEVER)
            whole.replace_self(only)
            only += whole


def _take_labels(env: BuildEnvironment, docname: str, lost: AbstractSet[Place], found: Withdrawn) -> None:
    """The labels of a writer's own that figures have which are not shown."""
    standard = cast("StandardDomain", env.get_domain("std"))
    if not any(part in {WORKFLOWS, VIEWS} for part, _ in lost):
        return
    for diagram in env.get_doctree(docname).findall(gitops_diagram):
        figure, view = figure_of(diagram), diagram.request.view
        gone = (
            any((VIEWS, anchor) in lost for anchor in figure["ids"])
            if view
            else (WORKFLOWS, diagram.workflow.id) in lost
        )
        for name in figure["names"] if gone else ():
            if standard.anonlabels.get(name, ("", ""))[0] == docname:
                found.labels[name] = (standard.labels.pop(name, None), standard.anonlabels.pop(name))


def restore(env: BuildEnvironment) -> None:
    """Put everything back."""
    index = cast("IndexDomain", env.get_domain("index"))
    standard = cast("StandardDomain", env.get_domain("std"))
    records = _records(gitops_domain(env))
    for docname, found in records.items():
        if found.index:
            index.entries.setdefault(docname, []).extend(found.index)
        for name, (label, anonymous) in found.labels.items():
            standard.anonlabels.setdefault(name, anonymous)
            if label is not None:
                standard.labels.setdefault(name, label)
        for only in list(env.tocs[docname].findall(addnodes.only)):
            if only["expr"] == _NEVER:
                only.replace_self(only.children)
    records.clear()


def withdrawn_labels(env: BuildEnvironment) -> set[tuple[str, str]]:
    """The labels that are taken out, after their documents."""
    return {(docname, name) for docname, found in _records(gitops_domain(env)).items() for name in found.labels}
