"""The flows of a workflow in, where the documents and labels lead that they name out: their labels are links there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx.util import docname_join

from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.links.link_targets import DocumentAnchor
from sphinx_gitops.ext.domain.make_reference import said_in
from sphinx_gitops.model import Flow, Workflow

if TYPE_CHECKING:
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True, kw_only=True)
class PagedFlows:
    """A workflow whose flows name each document by a key, and the place of each key.

    A ``doc`` that leads nowhere in this output is left out: the text version warns of it.
    """

    workflow: Workflow
    places: Mapping[str, DocumentAnchor]


def _place(env: BuildEnvironment, docname: str, target: str) -> DocumentAnchor | None:
    """A document as *docname* names it, else a label."""
    standard: StandardDomain = env.get_domain("std")  # type: ignore[assignment]
    named = docname_join(docname, target)
    found = (
        DocumentAnchor(named, "")
        if named in env.all_docs
        else DocumentAnchor(*standard.labels.get(target.lower(), ("", ""))[:2])
    )
    return found if found.docname and gitops_domain(env).index.has(found.docname) else None


def with_pages(env: BuildEnvironment, workflow: Workflow, docname: str) -> PagedFlows:
    """The workflow with what its flows name, each relative to the document that says it, *docname* where none does."""
    places: dict[str, DocumentAnchor] = {}

    def keyed(flow: Flow) -> Flow:
        said = said_in(env, flow.span_of("doc").source, docname)
        found = _place(env, said, flow.doc)
        key = f"{found.docname}#{found.anchor}" if found else ""
        if found:
            places[key] = found
        return replace(flow, doc=key)

    if not any(flow.doc for flow in workflow.flows):
        return PagedFlows(workflow=workflow, places={})
    flows = tuple(keyed(flow) if flow.doc else flow for flow in workflow.flows)
    return PagedFlows(workflow=replace(workflow, flows=flows), places=places)
