"""A target and where it is in, a reference as the builder writes it out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.util.nodes import make_refnode

from sphinx_gitops.ext.domain.object_index import Found, Index
from sphinx_gitops.paths import is_file

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


def _on_one_page(builder: Builder, node: nodes.reference) -> nodes.reference:
    """The reference with one anchor: Sphinx writes two where all documents are one page."""
    if isinstance(builder, SingleFileHTMLBuilder) and node.get("refuri", "").count("#") > 1:
        node["refuri"] = "#" + node["refuri"].rpartition("#")[2]
    return node


def reference(index: Index, builder: Builder, fromdocname: str, found: Found, shown: Element) -> nodes.reference:
    """A reference; only what it shows, where the output does not have its place."""
    name, row = found
    if not index.has(row.docname):
        return cast("nodes.reference", shown)  # Sphinx takes any node
    node = make_refnode(builder, fromdocname, row.docname, row.anchor, shown, f"{row.title} ({name})")
    return _on_one_page(builder, node)


def said_in(env: BuildEnvironment, source: str, docname: str) -> str:
    """The document that a *source* is, or the name that its file would have as one; *docname* where it is no file.

    What is relative in it is relative to this, wherever it is shown.
    """
    path, root = Path(source), Path(env.srcdir)
    if not (path.is_absolute() and path.is_relative_to(root) and is_file(path)):
        return docname
    return env.path2doc(source) or path.relative_to(root).with_suffix("").as_posix()


def to_doc(
    env: BuildEnvironment,
    fromdocname: str,
    builder: Builder,
    target: str,
    node: pending_xref,
    contnode: Element,
) -> nodes.reference | None:
    """A reference to a document, else to a label, as a component's ``doc`` names it."""
    said = said_in(env, node.source or "", node.get("refdoc", fromdocname))
    standard = env.domains.standard_domain if hasattr(env.domains, "standard_domain") else env.get_domain("std")
    for role, name in (("doc", target), ("ref", target.lower())):
        inner = addnodes.pending_xref("", refdomain="std", reftype=role, reftarget=name, refexplicit=False)
        inner["refdoc"] = said
        found = standard.resolve_xref(env, fromdocname, builder, role, name, inner, contnode)
        if found is not None:
            return _on_one_page(builder, found)
    return None
