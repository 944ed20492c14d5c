"""Labels for what the domain documents: ``:ref:`` finds it, and so do projects that know nothing of this domain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from sphinx_gitops.ext.domain.component_index import ComponentsIndex
from sphinx_gitops.ext.domain.domain import GitOpsDomain, gitops_domain
from sphinx_gitops.ext.domain.entries import ObjectEntry, anchor_of
from sphinx_gitops.ext.locale import say

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


def _settle_page(standard: StandardDomain, *, has_page: bool) -> None:
    """Keep the label that Sphinx gives the page of all components where there is one."""
    name = f"gitops-{ComponentsIndex.name}"
    if has_page:
        standard.note_hyperlink_target(name, name, "", say(ComponentsIndex.localname))
    else:
        standard.labels.pop(name, None)
        standard.anonlabels.pop(name, None)


def settle(env: BuildEnvironment) -> None:
    """Make each anchor a label with its title; a label of the writer's own stands.

    A label goes with the document that it leads to, and those that are left are written anew in each build.
    """
    standard: StandardDomain = env.get_domain("std")  # type: ignore[assignment]
    domain = gitops_domain(env)
    withdraw(env)
    given = _given(env)
    _settle_page(standard, has_page=any(entry.objtype == "component" for _, entry in domain.index.rows.pairs()))
    for anchor, row in _places(domain):
        name = anchor.lower()  # as all labels are
        if name not in standard.labels and name not in standard.anonlabels:
            standard.labels[name] = row.label
            standard.anonlabels[name] = (row.docname, row.anchor)
            given.append(name)


def _before_reading(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Leave labels to writers while documents are read."""
    withdraw(env)


def _unused(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Leave no label where nothing of ours is used; all others are settled with the index."""
    if not gitops_domain(env).in_use:
        _settle_page(env.get_domain("std"), has_page=False)  # type: ignore[arg-type]
    return []


def setup(app: Sphinx) -> None:
    """Take labels out before documents are read, and the one of the page of all components where there is none."""
    app.connect("env-before-read-docs", _before_reading)
    app.connect("env-updated", _unused)
