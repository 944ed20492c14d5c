"""What Sphinx keeps of objects under a condition in, what this build has of it out: index, labels and contents.

Sphinx takes entries of the general index, labels and contents from a document whatever the conditions of its parts are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.domain.conditions import Condition, Conditions, conditions_of
from sphinx_gitops.ext.domain.document_record import DocumentRecord, IndexEntry
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.entries import anchor_of, runbook_anchor
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_object
from sphinx_gitops.ext.placeholders import figure_of
from sphinx_gitops.runbook import Runbook

if TYPE_CHECKING:
    from sphinx.domains.index import IndexDomain
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment
    from sphinx.util.tags import Tags


def note_index(doctree: nodes.document, parts: Mapping[Conditions, DocumentRecord]) -> None:
    """Note the entries of the general index, each once, and take out those of what is not registered."""
    anchors = {conditions: record.anchors() for conditions, record in parts.items()}
    noted: set[tuple[Conditions, IndexEntry]] = set()
    for node in doctree.findall(addnodes.index):
        if not node.get("gitops"):
            continue
        conditions = conditions_of(node)
        own = anchors.get(conditions, set())
        node["entries"] = [entry for entry in node["entries"] if entry[2] in own and (conditions, entry) not in noted]
        noted.update((conditions, entry) for entry in node["entries"])
        if node["entries"]:
            parts[conditions].index_entries += node["entries"]


def take_index(env: BuildEnvironment, docname: str, parts: Mapping[Conditions, DocumentRecord]) -> None:
    """Leave entries of the general index to Sphinx, where each is of the document's own file and under no condition."""
    index: IndexDomain = env.get_domain("index")  # type: ignore[assignment]
    known = [one for one in index.entries.get(docname, ()) if one[2].startswith("gitops-")]
    if len(parts) == 1 and () in parts and known == parts[()].index_entries and _own(env, docname, parts[()]):
        parts[()].index_entries = []
    elif known:
        index.entries[docname] = [one for one in index.entries[docname] if one not in known]


def _own(env: BuildEnvironment, docname: str, record: DocumentRecord) -> bool:
    path = str(env.doc2path(docname))
    return all(span.source == path for span in record.places.values())


def take_labels(env: BuildEnvironment, doctree: nodes.document, record_of: Mapping[Conditions, DocumentRecord]) -> None:
    """Keep the labels of a writer's own that figures under a condition have."""
    standard: StandardDomain = env.get_domain("std")  # type: ignore[assignment]
    for diagram in doctree.findall(gitops_diagram):
        conditions = conditions_of(diagram)
        names = standard.anonlabels.keys() & figure_of(diagram)["names"] if conditions else ()
        for name in sorted(names):
            record_of[conditions].labels[name] = (standard.labels.get(name), standard.anonlabels[name])


def drop_removed(env: BuildEnvironment, docname: str, doctree: nodes.document) -> None:
    """Take out contents and labels of what another extension has removed since Sphinx has noted them."""
    present = {name for node in doctree.findall(nodes.Element) for name in node["ids"]}
    for reference in list(env.tocs[docname].findall(nodes.reference)):
        anchor = reference["anchorname"].removeprefix("#")
        item = item_of(reference)
        if item is not None and anchor.startswith("gitops-") and anchor not in present:
            items = item.parent
            items.remove(item)
            if not items.children:
                items.parent.remove(items)
    standard: StandardDomain = env.get_domain("std")  # type: ignore[assignment]
    for name, anchor in doctree.nameids.items():
        figure = doctree.ids.get(anchor)
        if anchor in present or not isinstance(figure, nodes.figure) or figure.next_node(gitops_diagram) is None:
            continue
        for labels in (standard.labels, standard.anonlabels):
            if labels.get(name, ("",))[0] == docname:
                del labels[name]


def item_of(reference: nodes.Node) -> nodes.list_item | None:
    """The item of a table of contents that an entry is in."""
    item: nodes.Node | None = reference
    while item is not None and not isinstance(item, nodes.list_item):
        item = item.parent
    return item


def _tag(conditions: Iterable[Condition]) -> str:
    return "gitops_" + hashlib.sha256(repr([*conditions]).encode()).hexdigest()[:16]


def mark_contents(env: BuildEnvironment, docname: str, doctree: nodes.document) -> None:
    """Put entries of the table of contents under a tag, which contents know, where their condition is another."""
    anchors: dict[str, Conditions] = {}
    for node in doctree.findall(gitops_object):
        conditions = conditions_of(node)
        if any(condition.directive != "only" for condition in conditions):
            said = node["said"]
            anchor = runbook_anchor(said.id) if isinstance(said, Runbook) else anchor_of(said.name)
            anchors["#" + anchor] = conditions
    for reference in list(env.tocs[docname].findall(nodes.reference)) if anchors else ():
        item = item_of(reference)
        if item is not None and reference["anchorname"] in anchors:
            only = addnodes.only(expr=_tag(anchors[reference["anchorname"]]))
            item.replace_self(only)
            only += item


def settle(env: BuildEnvironment, tags: Tags) -> None:
    """Give Sphinx what this build has of all that is under a condition."""
    domain = gitops_domain(env)
    for docname, parts in domain.parts.items():
        _settle_index(env, docname, parts)
        for conditions in parts:
            holds = all(map(domain.holds, conditions))
            if any(condition.directive != "only" for condition in conditions):
                (tags.add if holds else tags.remove)(_tag(conditions))
        _settle_labels(env, docname, parts)


def _settle_index(env: BuildEnvironment, docname: str, parts: Mapping[Conditions, DocumentRecord]) -> None:
    index: IndexDomain = env.get_domain("index")  # type: ignore[assignment]
    ours = {entry for record in parts.values() for entry in record.index_entries}
    if ours:
        others = [entry for entry in index.entries.get(docname, ()) if entry not in ours]
        index.entries[docname] = [*others, *dict.fromkeys(gitops_domain(env).record(docname).index_entries)]


def _settle_labels(env: BuildEnvironment, docname: str, parts: Mapping[Conditions, DocumentRecord]) -> None:
    standard: StandardDomain = env.get_domain("std")  # type: ignore[assignment]
    here = gitops_domain(env).record(docname).labels
    for name in {name for record in parts.values() for name in record.labels}:
        label, anonymous = here.get(name, (None, None))
        for known, wanted in ((standard.labels, label), (standard.anonlabels, anonymous)):
            if wanted is not None:
                known[name] = wanted  # type: ignore[assignment]
            elif known.get(name, (docname,))[0] == docname:
                known.pop(name, None)
