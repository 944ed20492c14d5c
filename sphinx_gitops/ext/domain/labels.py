"""Labels for what the domain documents: ``:ref:`` finds it, and so do projects that know nothing of this domain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sphinx_gitops.ext.domain.domain import GitOpsDomain, gitops_domain
from sphinx_gitops.ext.domain.entries import ObjectEntry, anchor_of

if TYPE_CHECKING:
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment


def _places(domain: GitOpsDomain) -> Iterator[ObjectEntry]:
    index = domain.index
    yield from (index.placed(row) for _, row in index.rows.pairs())
    yield from index.runbooks.values()
    for name, found in index.described.items():
        if name not in index.rows:
            yield ObjectEntry((found.docname, anchor_of(name), name), "component", "", "", former=False, current=name)


def withdraw(env: BuildEnvironment) -> None:
    """Take our labels out, so that a label that a writer has added since is read as in a clean build."""
    standard: StandardDomain = env.get_domain("std")  # type: ignore[assignment]
    given = gitops_domain(env).label_names
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
    given = domain.label_names
    for row in _places(domain):
        name = row.anchor.lower()  # as all labels are
        if name not in standard.labels and name not in standard.anonlabels:
            standard.labels[name] = row.label
            standard.anonlabels[name] = (row.docname, row.anchor)
            given.append(name)
