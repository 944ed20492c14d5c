"""The ``gitops`` domain: what each document registers, and the index of what a build has of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType

from sphinx_gitops.ext.domain.alert_relations import AlertRelations
from sphinx_gitops.ext.domain.component_index import ComponentsIndex, localised
from sphinx_gitops.ext.domain.document_record import Condition, Conditions, DocumentRecord, Documents, Place, combined
from sphinx_gitops.ext.domain.entries import OBJECT_TYPES, ObjectEntry
from sphinx_gitops.ext.domain.included import without_inclusions
from sphinx_gitops.ext.domain.make_reference import reference, to_doc
from sphinx_gitops.ext.domain.object_index import Index
from sphinx_gitops.ext.domain.relations import Relations
from sphinx_gitops.ext.domain.roles import GitOpsRole
from sphinx_gitops.ext.late import LateDirective, loaded
from sphinx_gitops.ext.serialize import unpack
from sphinx_gitops.model import Workflow
from sphinx_gitops.scene import Swatch

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from docutils.parsers.rst import Directive
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


class GitOpsDomain(Domain):
    """A record for each document and for the conditions under which a part of it is in an output."""

    name = "gitops"
    label = "GitOps"
    data_version = 22
    object_types = {name: ObjType(name, name) for name in OBJECT_TYPES}  # noqa: RUF012 - Sphinx's own form
    roles = {name: GitOpsRole(warn_dangling=True) for name in OBJECT_TYPES}  # noqa: RUF012
    indices = [ComponentsIndex]  # noqa: RUF012
    initial_data = {"documents": {}, "labels": [], "anchors": {}, "index": [], "withdrawn": {}}  # noqa: RUF012

    holds: Callable[[Condition], bool] = staticmethod(lambda _: True)
    """Whether the output that is being made has what is under a condition."""
    alerts = AlertRelations()
    """The alerts of the project, once all is read."""
    removed: Mapping[str, AbstractSet[Place]] = MappingProxyType({})
    """What each document registers, but another extension takes out of this output."""
    _documents: Documents | None = None
    _in_use: bool | None = None
    _wanted: frozenset[Condition] | None = None
    _index: Index | None = None
    _relations: Relations | None = None

    def setup(self) -> None:
        """Name the index in the language of this build."""
        self.indices = [localised()]  # type: ignore[misc] # the class has it in English
        super().setup()

    @property
    def parts(self) -> dict[str, dict[Conditions, DocumentRecord]]:
        """What each document registers, by the conditions under which an output has it."""
        return cast("dict[str, dict[Conditions, DocumentRecord]]", self.data["documents"])

    @property
    def page_anchors(self) -> dict[str, dict[Conditions, dict[str, int]]]:
        """The anchors of each document with their lines, by conditions, where the project has alerts."""
        return cast("dict[str, dict[Conditions, dict[str, int]]]", self.data["anchors"])

    @property
    def documents(self) -> Documents:
        """What each document registers, as far as this build has it; made anew after each change."""
        if self._documents is None:
            found = {
                docname: self.registered(docname).removed(self.removed.get(docname, frozenset()), docname)
                for docname in self.parts
            }
            self._documents = without_inclusions(found, lambda docname: str(self.env.doc2path(docname)))
        return self._documents

    def registered(self, docname: str) -> DocumentRecord:
        """What a document registers under the conditions that hold, whatever other extensions take out."""
        parts = self.parts.get(docname, {})
        found = (parts[conditions] for conditions in sorted(parts, key=len) if all(map(self.holds, conditions)))
        return combined(found)

    @property
    def in_use(self) -> bool:
        """Whether a document has a directive of this extension, whatever builds leave out."""
        if self._in_use is None:
            self._in_use = any(record.in_use for parts in self.parts.values() for record in parts.values())
        return self._in_use

    @property
    def conditions(self) -> frozenset[Condition]:
        """The conditions that something of this extension is under."""
        if self._wanted is None:
            self._wanted = frozenset(one for parts in self.parts.values() for all_ in parts for one in all_)
        return self._wanted

    def record(self, docname: str) -> DocumentRecord:
        """What a document registers, as far as this build has it; an empty record for one that registers nothing."""
        return self.documents.get(docname) or DocumentRecord()

    @property
    def index(self) -> Index:
        """What all documents define, made anew after each change."""
        if self._index is None:
            self._index = Index.of(self.documents)
        return self._index

    @property
    def relations(self) -> Relations:
        """What is around each object, once all is read."""
        index = self.index
        if self._relations is None or self._relations.index is not index:
            self._relations = Relations(index, self.env, lambda: self.alerts)
        return self._relations

    @property
    def objects(self) -> Mapping[str, ObjectEntry]:
        """Full name to entry."""
        return self.index.rows

    @property
    def styles(self) -> dict[str, dict[str, Swatch]]:
        """CSS class of a workflow to the colours that it restyles."""
        return {name: swatches for record in self.documents.values() for name, swatches in record.styles.items()}

    def workflow(self, name: str) -> tuple[str, Workflow] | None:
        """The document that defines a workflow, and the workflow in the reader's language; None where none does."""
        found = self.packed(name)
        return (found[0], unpack(found[1])) if found else None

    def packed(self, name: str) -> tuple[str, bytes] | None:
        """The same, with the workflow as bytes."""
        return self.index.packed(name)

    def note(self, docname: str, parts: Mapping[Conditions, DocumentRecord]) -> None:
        """Take what a document registers, by conditions, instead of what it did."""
        kept = {conditions: record for conditions, record in parts.items() if record}
        if kept:
            self.parts[docname] = kept
        self.forget()

    def forget(self) -> None:
        """Make what is made of the records anew: they, or the conditions, have changed."""
        self._documents = self._index = self._in_use = self._wanted = None

    def directive(self, name: str) -> type[Directive] | None:
        """A directive of the domain, loaded: Sphinx makes another class of it."""
        found: object = self.directives.get(name)
        if isinstance(found, LateDirective):
            self.directives[name] = loaded(found.source)
        return super().directive(name)

    def clear_doc(self, docname: str) -> None:
        """Forget a document."""
        self.parts.pop(docname, None)
        self.page_anchors.pop(docname, None)
        self.data["withdrawn"].pop(docname, None)
        self.forget()

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take what a parallel reader found."""
        found = otherdata["documents"]
        self.parts.update({docname: found[docname] for docname in docnames if docname in found})
        anchors = otherdata["anchors"]
        self.page_anchors.update({docname: anchors[docname] for docname in docnames if docname in anchors})
        self.forget()

    def find(self, objtype: str, target: str, docname: str) -> tuple[str, ObjectEntry] | None:
        """What a target means in a document."""
        found = None if objtype == "alert" else self.index.find(objtype, target, docname)
        if found or objtype not in {"", "alert"}:
            return found
        entry = self.alerts.entries.get(target)
        return (target, entry) if entry else None

    def near(self, objtype: str, target: str) -> str:
        """A hint for a target that leads nowhere."""
        if objtype == "alert":
            return self.alerts.near(target)
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
        """Resolve the target of a role."""
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
        entry = found[1]
        shown = contnode if node.get("refexplicit") else nodes.inline(entry.title, entry.title, classes=["xref", "any"])
        return [(f"gitops:{entry.objtype}", reference(self.index, builder, fromdocname, found, shown))]

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """What search and inventories know."""
        for name, found in chain(self.index.rows.pairs(), self.index.runbooks.items(), self.alerts.entries.items()):
            entry = self.index.placed(found)
            yield name, entry.title, entry.objtype, entry.docname, entry.anchor, -1 if entry.former else 1

    def get_full_qualified_name(self, node: Element) -> str | None:
        """The target of a reference, for intersphinx."""
        return cast("str | None", node.get("reftarget"))


def gitops_domain(env: BuildEnvironment) -> GitOpsDomain:
    """The domain of an environment."""
    return cast("GitOpsDomain", env.get_domain("gitops"))


def setup(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(GitOpsDomain)
