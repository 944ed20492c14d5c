"""A document as it has been read in, its anchors with their lines out, for links that come from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_gitops.ext.domain.conditional.node_anchors import anchors_at
from sphinx_gitops.ext.domain.conditions import Conditions, conditions_of
from sphinx_gitops.ext.domain.domain import GitOpsDomain, gitops_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def _line(node: nodes.Node) -> int:
    """The line of a node, else of what is around it."""
    above: nodes.Node | None = node
    while above is not None and not isinstance(above, nodes.document):
        if above.line:
            return int(above.line)
        above = above.parent
    return 0


def anchors_of(doctree: nodes.document) -> dict[Conditions, dict[str, int]]:
    """Every anchor of a document, by the conditions under which an output has it."""
    found: dict[Conditions, dict[str, int]] = {}
    source = doctree.get("source")
    for node in doctree.findall():
        for anchor in anchors_at(node):
            line = _line(node) if node.source in {None, source} else 0
            found.setdefault(conditions_of(node), {}).setdefault(anchor, line)
    return found


def anchors(domain: GitOpsDomain) -> Iterator[tuple[str, Mapping[str, int]]]:
    """The anchors of each document, as far as this build has them."""
    for docname in sorted(domain.env.found_docs):
        found: dict[str, int] = {}
        for conditions, own in domain.page_anchors.get(docname, {}).items():
            if all(map(domain.holds, conditions)):
                found.update(own)
        yield docname, found


def note(app: Sphinx, doctree: nodes.document) -> None:
    """Note the anchors of a document."""
    gitops_domain(app.env).page_anchors[app.env.docname] = anchors_of(doctree)
