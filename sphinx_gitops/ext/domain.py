"""The ``gitops`` domain: which workflow, stage, group and component is documented where."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from sphinx_gitops.ext.index import ComponentsIndex, localised
from sphinx_gitops.ext.rows import Row, rows_of
from sphinx_gitops.model import Workflow
from sphinx_gitops.scene import Swatch

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

_logger = logging.getLogger(__name__)

OBJECT_TYPES = ("workflow", "stage", "group", "component")
_BY_DOCUMENT = ("models", "styles", "references", "resolved")
"""The parts of the domain's data that are kept by document name."""


def _on_one_page(builder: Builder, node: nodes.reference) -> nodes.reference:
    """The reference with one anchor: Sphinx writes two where all documents are one page."""
    if isinstance(builder, SingleFileHTMLBuilder) and node.get("refuri", "").count("#") > 1:
        node["refuri"] = "#" + node["refuri"].rpartition("#")[2]
    return node


def _reference(builder: Builder, fromdocname: str, name: str, row: Row, shown: Element) -> nodes.reference:
    node = make_refnode(builder, fromdocname, row.docname, row.anchor, shown, f"{row.title} ({name})")
    return _on_one_page(builder, node)


class GitOpsRole(XRefRole):
    """A reference that shows the target's title; ``~`` shows its id."""

    def process_link(
        self, env: BuildEnvironment, refnode: Element, has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        """Remember how to show the target."""
        show = "text" if has_explicit_title else "title"
        if not has_explicit_title and target.startswith("~"):
            target = target[1:]
            show, title = "id", target.rpartition(".")[2]
            refnode["refexplicit"] = True  # intersphinx would show the title
        refnode["gitops:show"] = show
        domain = gitops_domain(env)
        domain.note_reference(env.docname, refnode["reftype"], target)
        return title, target


class GitOpsDomain(Domain):
    """Rows, not models: small data merges and purges trivially."""

    name = "gitops"
    label = "GitOps"
    data_version = 2
    object_types = {name: ObjType(name, name) for name in OBJECT_TYPES}  # noqa: RUF012 - Sphinx's own form
    roles = {name: GitOpsRole(warn_dangling=False) for name in OBJECT_TYPES}  # noqa: RUF012
    indices = [ComponentsIndex]  # noqa: RUF012
    initial_data = {"objects": {}, **{part: {} for part in _BY_DOCUMENT}}  # noqa: RUF012

    def setup(self) -> None:
        """Name the index in the language of this build."""
        self.indices = [localised()]  # type: ignore[misc] # the class has it in English
        super().setup()

    @property
    def objects(self) -> dict[str, Row]:
        """Full name to row."""
        return cast("dict[str, Row]", self.data["objects"])

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

    def note_workflow(self, workflow: Workflow, docname: str) -> str:
        """Register a workflow; returns the document that has it already, or the empty string."""
        taken = self.objects.get(workflow.id)
        if taken and taken.objtype == "workflow" and not taken.former:
            return taken.docname
        for name, row in rows_of(workflow, docname):
            self._note(name, row)
        self.data["models"].setdefault(docname, {})[workflow.id] = workflow
        return ""

    def _note(self, name: str, row: Row) -> None:
        old = self.objects.get(name)
        if old is None or (old.former and not row.former):
            self.objects[name] = row

    def retitle(self, workflow: Workflow, docname: str) -> None:
        """Take the titles of a workflow that this document has registered, once they are translated."""
        for name, row in rows_of(workflow, docname):
            known = self.objects.get(name)
            if known and (known.docname, known.anchor, known.objtype) == (docname, row.anchor, row.objtype):
                self.objects[name] = row
        models = self.data["models"].get(docname, {})
        if workflow.id in models:
            models[workflow.id] = workflow

    def workflow(self, name: str) -> tuple[str, Workflow] | None:
        """The document that defines a workflow, and the workflow in the reader's language; None where no one does."""
        row = self.objects.get(name)
        if row is None or row.objtype != "workflow" or row.former:
            return None
        return row.docname, self.data["models"][row.docname][name]

    def note_styles(self, docname: str, css_class: str, swatches: dict[str, Swatch]) -> None:
        """Register the colours of a workflow's own."""
        self.data["styles"].setdefault(docname, {})[css_class] = swatches

    def note_reference(self, docname: str, objtype: str, target: str) -> None:
        """Remember that a document refers to a target."""
        self.references.setdefault(docname, set()).add((objtype, target))

    def clear_doc(self, docname: str) -> None:
        """Forget a document."""
        for name in [name for name, row in self.objects.items() if row.docname == docname]:
            del self.objects[name]
        for part in _BY_DOCUMENT:
            self.data[part].pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take what a parallel reader found, and report what two readers both found."""
        for name, row in otherdata["objects"].items():
            if row.docname not in docnames:
                continue
            old = self.objects.get(name)
            both = old is not None and old.docname != row.docname and row.objtype == "workflow"
            if old is not None and both and not old.former and not row.former:
                warn_duplicate(self.env, name, row.docname, old.docname)
            self._note(name, row)
        for part in _BY_DOCUMENT:
            for docname in docnames:
                if docname in otherdata[part]:
                    self.data[part][docname] = otherdata[part][docname]

    def find(self, objtype: str, target: str, docname: str) -> tuple[str, Row] | None:
        """A full name first, then an id of this document's workflow, then an id that one workflow has."""

        def fits(row: Row) -> bool:
            return objtype in {"", "any", row.objtype}

        row = self.objects.get(target)
        if row and fits(row):
            return target, row
        ends = [(name, row) for name, row in self._ending(target) if fits(row)]
        here = [pair for pair in ends if pair[1].docname == docname]
        for found in (here, [pair for pair in ends if not pair[1].former], ends):
            if len(found) == 1:
                return found[0]
        return None

    def _ending(self, target: str) -> Iterator[tuple[str, Row]]:
        for name, row in self.objects.items():
            if row.objtype != "workflow" and name.partition(".")[2] == target:
                yield name, row

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
            return self._resolve_doc(env, fromdocname, builder, target, node, contnode)
        found = self.find(typ, target, fromdocname)
        if found is None:
            return None
        name, row = found
        shown = contnode
        if node.get("gitops:show") == "title":
            shown = nodes.inline(row.title, row.title, classes=["xref", "gitops", f"gitops-{typ}"])
        return _reference(builder, fromdocname, name, row, shown)

    def _resolve_doc(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Lead a component's ``doc`` to a document, else to a label."""
        standard = env.domains.standard_domain if hasattr(env.domains, "standard_domain") else env.get_domain("std")
        for role, name in (("doc", target), ("ref", target.lower())):
            inner = addnodes.pending_xref("", refdomain="std", reftype=role, reftarget=name, refexplicit=False)
            inner["refdoc"] = node.get("refdoc", fromdocname)
            found = standard.resolve_xref(env, fromdocname, builder, role, name, inner, contnode)
            if found is not None:
                return _on_one_page(builder, found)
        return None

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
        name, row = found
        shown = contnode if node.get("refexplicit") else nodes.inline(row.title, row.title, classes=["xref", "any"])
        return [(f"gitops:{row.objtype}", _reference(builder, fromdocname, name, row, shown))]

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """What search and inventories know."""
        for name, row in self.objects.items():
            yield name, row.title, row.objtype, row.docname, row.anchor, -1 if row.former else 1

    def get_full_qualified_name(self, node: Element) -> str | None:
        """The target of a reference, for intersphinx."""
        return cast("str | None", node.get("reftarget"))

    def near(self, target: str) -> str:
        """A hint with the names most like *target*, or one that asks for the full name."""
        several = [name for name, _ in self._ending(target)]
        if len(several) > 1:
            return f"; several workflows have it: {', '.join(sorted(several))}"
        words: dict[str, str] = {}
        for name in self.objects:
            words.setdefault(name, name)
            words.setdefault(name.partition(".")[2] or name, name)
        close = difflib.get_close_matches(target, list(words), n=3, cutoff=0.6)
        folded = [word for word in words if word.lower() == target.lower()]
        hints = list(dict.fromkeys(words[word] for word in (*folded, *close)))
        return f"; did you mean {' or '.join(map(repr, hints))}?" if hints else ""


def gitops_domain(env: BuildEnvironment) -> GitOpsDomain:
    """The domain of an environment."""
    return cast("GitOpsDomain", env.get_domain("gitops"))


def warn_duplicate(env: BuildEnvironment, name: str, docname: str, other: str, line: int | None = None) -> None:
    """Say that two documents define one workflow."""
    _logger.warning(
        "the workflow id %r is taken, by the document %r: give this one another 'id', or ':no-index:'",
        name,
        other,
        location=(docname, line),
        type="gitops",
        subtype="duplicate-id",
    )


def _warn_missing(app: Sphinx, domain: Domain, node: pending_xref) -> bool | None:
    """Say what a dangling reference may have meant."""
    if not isinstance(domain, GitOpsDomain):
        return None
    target, role = node["reftarget"], node["reftype"]
    if role == "doc":
        _logger.warning(
            "doc: %r is no document and no label", target, location=node, type="gitops", subtype="doc-target"
        )
        return True
    message = "gitops:%s reference target not found: %s%s"
    _logger.warning(message, role, target, domain.near(target), location=node, type="ref", subtype=role)
    return True


def _stale(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The documents whose references lead elsewhere than they did when last written."""
    domain = gitops_domain(env)
    stale = []
    for docname, targets in domain.references.items():
        now = {target: domain.find(*target, docname) for target in sorted(targets)}
        if domain.data["resolved"].get(docname) != now:
            domain.data["resolved"][docname] = now
            stale.append(docname)
    return sorted(stale)


def setup(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(GitOpsDomain)
    app.connect("warn-missing-reference", _warn_missing)
    app.connect("env-updated", _stale)
