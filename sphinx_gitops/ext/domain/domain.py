"""The ``gitops`` domain: what each document registers, and whether there is anything.

What a build makes of that is loaded with the first thing of ours: a project may have nothing of it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from sphinx.domains import Domain, ObjType

from sphinx_gitops.ext.application import application
from sphinx_gitops.ext.domain import OBJECT_TYPES
from sphinx_gitops.ext.domain.components.component_index import ComponentsIndex, localised
from sphinx_gitops.ext.late import LateClass, loaded, role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from docutils import nodes
    from docutils.parsers.rst import Directive
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_gitops.ext.domain.alert_relations import AlertRelations
    from sphinx_gitops.ext.domain.conditions import Condition, Conditions
    from sphinx_gitops.ext.domain.document_record import DocumentRecord, Documents, Place
    from sphinx_gitops.ext.domain.entries import ObjectEntry
    from sphinx_gitops.ext.domain.object_index import Index
    from sphinx_gitops.ext.domain.relations import Relations


class GitOpsDomain(Domain):
    """A record for each document and for the conditions under which a part of it is in an output."""

    name = "gitops"
    label = "GitOps"
    data_version = 23
    object_types = {name: ObjType(name, name) for name in OBJECT_TYPES}  # noqa: RUF012 - Sphinx's own form
    roles = {name: role("domain.roles:GitOpsRole", warn_dangling=True) for name in OBJECT_TYPES}  # noqa: RUF012
    indices = [ComponentsIndex]  # noqa: RUF012
    initial_data = {  # noqa: RUF012
        **{part: {} for part in ("documents", "references", "anchors", "withdrawn")},
        **{part: [] for part in ("labels", "index")},
    }

    removed: Mapping[str, AbstractSet[Place]] = MappingProxyType({})
    """What each document registers, but another extension takes out of this output."""
    _holds: Callable[[Condition], bool] | None = None
    _alerts: AlertRelations | None = None
    _documents: Documents | None = None
    _in_use: bool | None = None
    _wanted: frozenset[Condition] | None = None
    _index: Index | None = None
    _relations: Relations | None = None

    def setup(self) -> None:
        """Name the index in the language of this build; its page gets a label where there is one."""
        self.indices = [localised()]  # type: ignore[misc] # the class has it in English

    @property
    def parts(self) -> dict[str, dict[Conditions, DocumentRecord]]:
        """What each document registers, by the conditions under which an output has it."""
        found: dict[str, dict[Conditions, DocumentRecord]] = self.data["documents"]
        for docname, references in self.data["references"].items():
            found[docname] = loaded("domain.contents:referring")(references)
        self.data["references"].clear()
        return found

    @property
    def page_anchors(self) -> dict[str, dict[Conditions, dict[str, int]]]:
        """The anchors of each document with their lines, by conditions, where the project has alerts."""
        return cast("dict[str, dict[Conditions, dict[str, int]]]", self.data["anchors"])

    @property
    def holds(self) -> Callable[[Condition], bool]:
        """Whether the output that is being made has what is under a condition."""
        self._holds = self._holds or loaded("domain.conditions:evaluation")(application(self.env))
        return cast("Callable[[Condition], bool]", self._holds)

    @property
    def alerts(self) -> AlertRelations:
        """The alerts of the project, once all is read."""
        if self._alerts is None:
            self._alerts = loaded("domain.alert_relations:AlertRelations")()
        return cast("AlertRelations", self._alerts)

    @alerts.setter
    def alerts(self, alerts: AlertRelations) -> None:
        self._alerts = alerts

    @property
    def documents(self) -> Documents:
        """What each document registers, as far as this build has it; made anew after each change."""
        if self._documents is None:
            self._documents = loaded("domain.contents:documents")(self)
        return cast("Documents", self._documents)

    @property
    def in_use(self) -> bool:
        """Whether a document has a directive of this extension, whatever builds leave out."""
        if self._in_use is None:
            known: dict[str, dict[Conditions, DocumentRecord]] = self.data["documents"]
            self._in_use = any(record.in_use for parts in known.values() for record in parts.values())
        return self._in_use

    @property
    def conditions(self) -> frozenset[Condition]:
        """The conditions that something of this extension is under."""
        if self._wanted is None:
            self._wanted = frozenset(one for parts in self.parts.values() for all_ in parts for one in all_)
        return self._wanted

    def record(self, docname: str) -> DocumentRecord:
        """What a document registers, as far as this build has it; an empty record for one that registers nothing."""
        found = self.documents.get(docname) or loaded("domain.document_record:DocumentRecord")()
        return cast("DocumentRecord", found)

    @property
    def index(self) -> Index:
        """What all documents define, made anew after each change."""
        if self._index is None:
            self._index = loaded("domain.object_index:Index").of(self.documents)
        return cast("Index", self._index)

    @property
    def relations(self) -> Relations:
        """What is around each object, once all is read."""
        index = self.index
        if self._relations is None or self._relations.index is not index:
            self._relations = loaded("domain.relations:Relations")(index, self.env, lambda: self.alerts)
        return cast("Relations", self._relations)

    @property
    def objects(self) -> Mapping[str, ObjectEntry]:
        """Full name to entry."""
        return self.index.rows

    def packed(self, name: str) -> tuple[str, bytes] | None:
        """The document that defines a workflow, and the workflow as bytes, in the reader's language."""
        return self.index.packed(name)

    def note(self, docname: str, parts: Mapping[Conditions, DocumentRecord]) -> None:
        """Take what a document registers, by conditions, instead of what it did."""
        kept = {conditions: record for conditions, record in parts.items() if record}
        if kept:
            self.parts[docname] = kept
        self.forget()

    def note_references(self, docname: str, found: Mapping[Conditions, AbstractSet[tuple[str, str]]]) -> None:
        """Take what a document refers to that has nothing to register."""
        self.data["references"][docname] = found
        self.forget()

    def forget(self) -> None:
        """Make what is made of the records anew: they, or the conditions, have changed."""
        self._documents = self._index = self._in_use = self._wanted = None

    def directive(self, name: str) -> type[Directive] | None:
        """A directive of the domain, loaded: Sphinx makes another class of it."""
        found: object = self.directives.get(name)
        if isinstance(found, LateClass):
            self.directives[name] = loaded(found.source)
        return super().directive(name)

    def clear_doc(self, docname: str) -> None:
        """Forget a document."""
        for part in ("documents", "references", "anchors", "withdrawn"):
            self.data[part].pop(docname, None)
        self.forget()

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take what a parallel reader found."""
        for part in ("documents", "references", "anchors"):
            found = otherdata[part]
            self.data[part].update({docname: found[docname] for docname in docnames if docname in found})
        self.forget()

    @property
    def _is_empty(self) -> bool:
        """Whether no name can be one of ours."""
        return not self.in_use and self._alerts is None

    def find(self, objtype: str, target: str, docname: str) -> tuple[str, ObjectEntry] | None:
        """What a target means in a document."""
        return None if self._is_empty else loaded("domain.contents:find")(self, objtype, target, docname)

    def near(self, objtype: str, target: str) -> str:
        """A hint for a target that leads nowhere."""
        return self.alerts.near(target) if objtype == "alert" else self.index.near(objtype, target)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Resolve the target of a role."""
        found = loaded("domain.contents:resolved")(self, fromdocname, builder, typ, target, node, contnode)
        return cast("nodes.reference | None", found)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """What ``:any:`` may mean here."""
        if self._is_empty:
            return []
        resolve = loaded("domain.contents:resolved_any")
        return cast("list[tuple[str, nodes.reference]]", resolve(self, fromdocname, builder, target, node, contnode))

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """What search and inventories know."""
        return () if self._is_empty else loaded("domain.contents:inventory")(self)

    def get_full_qualified_name(self, node: nodes.Element) -> str | None:
        """The target of a reference, for intersphinx."""
        return cast("str | None", node.get("reftarget"))


def gitops_domain(env: BuildEnvironment) -> GitOpsDomain:
    """The domain of an environment."""
    return cast("GitOpsDomain", env.get_domain("gitops"))


def has_given(app: Sphinx, *_: object) -> bool:
    """Whether Sphinx has labels or entries of its general index that are from this domain."""
    data = gitops_domain(app.env).data
    return bool(data["labels"] or data["index"])


def setup(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(GitOpsDomain)
