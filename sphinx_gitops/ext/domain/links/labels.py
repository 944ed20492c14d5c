"""Labels for what the domain documents: ``:ref:`` finds it, and so do projects that know nothing of this domain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from sphinx_gitops.ext.domain.components.component_index import PAGE
from sphinx_gitops.ext.domain.domain import GitOpsDomain, gitops_domain
from sphinx_gitops.ext.domain.entries import LabelRecord, ObjectEntry, anchor_of
from sphinx_gitops.ext.locale import say
from sphinx_gitops.phrases.words import COMPONENTS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment


def _places(domain: GitOpsDomain) -> Iterator[tuple[str, ObjectEntry]]:
    """Each anchor, former ones too, with its place: those of today first, for where two read the same."""
    index = domain.index
    named = sorted(index.rows.pairs(), key=lambda pair: pair[1].former)
    yield from ((anchor_of(name), index.placed(row)) for name, row in named)
    yield from ((row.anchor, row) for row in index.runbooks.values())
    for name, found in index.described.items():
        if name not in index.rows:
            anchor = anchor_of(name)
            yield anchor, ObjectEntry((found.docname, anchor, name), "component", "", "", former=False, current=name)


def _given(env: BuildEnvironment) -> list[str]:
    """The labels of the standard domain that ours has given."""
    return cast("list[str]", gitops_domain(env).data["labels"])


def withdraw(env: BuildEnvironment) -> None:
    """Take our labels out, so that a label that a writer has added since is read as in a clean build."""
    standard: StandardDomain = env.get_domain("std")  # type: ignore[assignment]
    given = _given(env)
    for name in given:
        standard.labels.pop(name, None)
        standard.anonlabels.pop(name, None)
    given.clear()


def settle(env: BuildEnvironment) -> None:
    """Make each anchor a label with its title; a label of the writer's own stands.

    A label goes with the document that it leads to, and those that are left are written anew in each build.
    """
    standard: StandardDomain = env.get_domain("std")  # type: ignore[assignment]
    domain = gitops_domain(env)
    withdraw(env)
    given = _given(env)
    if any(entry.objtype == "component" for _, entry in domain.index.rows.pairs()):
        _give(standard, given, PAGE, (PAGE, "", say(COMPONENTS)))
    for anchor, row in _places(domain):
        _give(standard, given, anchor.lower(), row.label)  # as all labels are


def _give(standard: StandardDomain, given: list[str], name: str, label: LabelRecord) -> None:
    if name not in standard.labels and name not in standard.anonlabels:
        standard.labels[name] = label
        standard.anonlabels[name] = label[:2]
        given.append(name)


def before_reading(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Leave labels to writers while documents are read."""
    withdraw(env)
