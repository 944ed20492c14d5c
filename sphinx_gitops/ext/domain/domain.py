"""The ``gitops`` domain: which workflow, stage, group and component is documented where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType

from sphinx_gitops.ext.domain.compact_entries import Sheet
from sphinx_gitops.ext.domain.component_index import ComponentsIndex, localised
from sphinx_gitops.ext.domain.entries import ObjectEntry, entries_of
from sphinx_gitops.ext.domain.make_reference import reference, to_doc
from sphinx_gitops.ext.domain.object_index import Index
from sphinx_gitops.ext.domain.relations import Relations
from sphinx_gitops.ext.domain.roles import GitOpsRole
from sphinx_gitops.ext.serialize import pack, unpack
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Span
from sphinx_gitops.runbook import Description, Runbook
from sphinx_gitops.scene import Swatch

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

OBJECT_TYPES = ("workflow", "stage", "group", "component", "runbook")
_BY_DOCUMENT = (
    *("rows", "places", "models", "styles", "runbooks", "descriptions", "tables", "references"),
    *("placeholders", "shown", "foreign", "written", "docs"),
)
"""The domain's data, each part by document name, so that a document is forgotten and merged at once."""


class GitOpsDomain(Domain):
    """Rows, not models: small data merges and purges trivially."""

    name = "gitops"
    label = "GitOps"
    data_version = 17
    object_types = {name: ObjType(name, name) for name in OBJECT_TYPES}  # noqa: RUF012 - Sphinx's own form
    roles = {name: GitOpsRole(warn_dangling=False) for name in OBJECT_TYPES}  # noqa: RUF012
    indices = [ComponentsIndex]  # noqa: RUF012
    initial_data = {"labels": {}, **{part: {} for part in _BY_DOCUMENT}}  # noqa: RUF012

    _index: Index | None = None
    _relations: Relations | None = None

    def setup(self) -> None:
        """Name the index in the language of this build."""
        self.indices = [localised()]  # type: ignore[misc] # the class has it in English
        super().setup()

    @property
    def index(self) -> Index:
        """What all documents define, drawn up anew after each change."""
        if self._index is None:
            self._index = Index.of(self.data["rows"], self.data["runbooks"], self.data["descriptions"])
        return self._index

    @property
    def relations(self) -> Relations:
        """What stands around each thing, once all is read."""
        index = self.index
        if self._relations is None or self._relations.index is not index:
            self._relations = Relations(self)
        return self._relations

    @property
    def objects(self) -> Mapping[str, ObjectEntry]:
        """Full name to row."""
        return self.index.rows

    @property
    def styles(self) -> dict[str, dict[str, Swatch]]:
        """CSS class of a workflow to the colours that it restyles."""
        found: dict[str, dict[str, Swatch]] = {}
        for styles in self.data["styles"].values():
            found.update(styles)
        return found

    @property
    def references(self) -> dict[str, set[tuple[str, str]]]:
        """Document name to the role targets in it."""
        return cast("dict[str, set[tuple[str, str]]]", self.data["references"])

    def note_workflow(self, workflow: Workflow, packed: bytes, docname: str, span: Span) -> bool:
        """Register a workflow; false where this document has one of that id already."""
        rows = self.data["rows"].setdefault(docname, Sheet())
        taken = rows.get(workflow.id)
        if taken and taken.objtype == "workflow" and not taken.former:
            return False
        for name, row in entries_of(workflow, docname):
            known = rows.get(name)
            if known is None or (known.former and not row.former):
                rows.put(name, row)
        self.data["places"].setdefault(docname, {})["workflows", workflow.id] = span
        self.data["models"].setdefault(docname, {})[workflow.id] = packed
        self._index = None
        return True

    def retitle(self, workflow: Workflow, source: Workflow, docname: str) -> None:
        """Take the words of a workflow that this document has registered, once they are translated from *source*."""
        self.data["written"].setdefault(docname, {})["workflows", workflow.id] = pack(source)
        rows = self.data["rows"].get(docname, Sheet())
        for name, row in entries_of(workflow, docname):
            known = rows.get(name)
            if known and (known.anchor, known.objtype) == (row.anchor, row.objtype):
                rows.put(name, row)
        models = self.data["models"].get(docname, {})
        if workflow.id in models:
            models[workflow.id] = pack(workflow)
        self._index = None

    def retitle_runbook(self, name: str, title: str, docname: str) -> None:
        """Take the title of a runbook that this document has registered, once it is translated."""
        known = self.data["runbooks"][docname]
        self.data["written"].setdefault(docname, {})["runbooks", name] = known[name]
        known[name] = replace(known[name], title=title)
        self._index = None

    def workflow(self, name: str, *, written: bool = False) -> tuple[str, Workflow] | None:
        """The document that defines a workflow, and the workflow; None where no one does.

        It is in the reader's language, or as it is *written*.
        """
        found = self.packed(name, written=written)
        return (found[0], unpack(found[1])) if found else None

    def packed(self, name: str, *, written: bool = False) -> tuple[str, bytes] | None:
        """The same, with the workflow as bytes."""
        row = self.objects.get(name)
        if row is None or row.objtype != "workflow" or row.former:
            return None
        packed = self.data["models"][row.docname][name]
        if written:
            packed = self.data["written"].get(row.docname, {}).get(("workflows", name), packed)
        return row.docname, packed

    def note_runbook(self, runbook: Runbook, docname: str, span: Span, former: Span) -> bool:
        """Register a runbook, whose former ids stand at *former*; false where this document has one of its id."""
        noted = self._note("runbooks", runbook.id, runbook, docname, span)
        if noted:
            self.data["places"][docname]["formerly", runbook.id] = former
        return noted

    def note_description(self, description: Description, docname: str, span: Span) -> bool:
        """Register where a component is described; false where this document describes it already."""
        return self._note("descriptions", description.name, description, docname, span)

    def _note(self, part: str, name: str, value: object, docname: str, span: Span) -> bool:
        known = self.data[part].setdefault(docname, {})
        if name in known:
            return False
        known[name] = value
        self.data["places"].setdefault(docname, {})[part, name] = span
        self._index = None
        return True

    def note_placeholder(self, said: Runbook | Description, docname: str) -> None:
        """Remember what a document shows the facts of, whether or not it is the place that the index knows."""
        self.data["placeholders"].setdefault(docname, []).append(said)

    def note_table(self, query: object, docname: str) -> None:
        """Remember what a table of a document asks for."""
        self.data["tables"].setdefault(docname, []).append(query)

    def note_styles(self, docname: str, css_class: str, swatches: dict[str, Swatch]) -> None:
        """Register the colours of a workflow's own."""
        self.data["styles"].setdefault(docname, {})[css_class] = swatches

    def note_reference(self, docname: str, objtype: str, target: str) -> None:
        """Remember that a document refers to a target."""
        self.references.setdefault(docname, set()).add((objtype, target))

    def note_doc(self, docname: str, target: str) -> None:
        """Remember what the ``doc`` of a component in a document names."""
        self.data["docs"].setdefault(docname, set()).add(target)

    def note_shown(self, docname: str, workflow: str) -> None:
        """Remember that a document shows a workflow that may be defined elsewhere."""
        self.data["shown"].setdefault(docname, set()).add(workflow)

    def note_foreign(self, docname: str, name: str, span: Span) -> None:
        """Remember that a flow of a document ends in another workflow."""
        known = self.data["foreign"].setdefault(docname, [])
        if (name, span) not in known:
            known.append((name, span))

    def clear_doc(self, docname: str) -> None:
        """Forget a document."""
        for part in _BY_DOCUMENT:
            self.data[part].pop(docname, None)
        self._index = None

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take what a parallel reader found."""
        for part in _BY_DOCUMENT:
            for docname in docnames:
                if docname in otherdata[part]:
                    self.data[part][docname] = otherdata[part][docname]
        self._index = None

    def find(self, objtype: str, target: str, docname: str) -> tuple[str, ObjectEntry] | None:
        """What a target means in a document."""
        return self.index.find(objtype, target, docname)

    def near(self, objtype: str, target: str) -> str:
        """A hint for a target that leads nowhere."""
        return self.index.near(objtype, target)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Lead a role to its target."""
        if typ == "doc":
            return to_doc(env, fromdocname, builder, target, node, contnode)
        found = self.find(typ, target, fromdocname)
        if found is None:
            return None
        shown, title = contnode, found[1].title
        if node.get("gitops:show") == "title":
            shown = nodes.inline(title, title, classes=["xref", "gitops", f"gitops-{typ}"])
        return reference(self.index, builder, fromdocname, found, shown)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """What ``:any:`` may mean here."""
        found = self.find("", target, fromdocname)
        if found is None:
            return []
        row = found[1]
        shown = contnode if node.get("refexplicit") else nodes.inline(row.title, row.title, classes=["xref", "any"])
        return [(f"gitops:{row.objtype}", reference(self.index, builder, fromdocname, found, shown))]

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """What search and inventories know."""
        for name, found in chain(self.index.rows.pairs(), self.index.runbooks.items()):
            row = self.index.placed(found)
            yield name, row.title, row.objtype, row.docname, row.anchor, -1 if row.former else 1

    def get_full_qualified_name(self, node: Element) -> str | None:
        """The target of a reference, for intersphinx."""
        return cast("str | None", node.get("reftarget"))


def gitops_domain(env: BuildEnvironment) -> GitOpsDomain:
    """The domain of an environment."""
    return cast("GitOpsDomain", env.get_domain("gitops"))


def setup(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(GitOpsDomain)
