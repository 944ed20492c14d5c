"""A text equivalent as nodes in, one raw node of HTML out: the writer and the search index pass it as one node.

It is what the HTML writer would write. A text equivalent with a node that this module does not know is left to it.
"""

from __future__ import annotations

from docutils import nodes

from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.ext.resolve.outline_markup import CONTAINER, element
from sphinx_gitops.render.markup import escape

_TAGS: dict[type[nodes.Node], str] = {
    nodes.container: "div",
    nodes.bullet_list: "ul",
    nodes.enumerated_list: "ol",
    nodes.list_item: "li",
    nodes.paragraph: "p",
    nodes.strong: "strong",
    nodes.inline: "span",
    nodes.reference: "a",
}


class _UnknownNodeError(Exception):
    """A node that only the writer itself can write."""


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Text):
        return escape(node)
    tag = _TAGS.get(type(node))
    if tag is None or not isinstance(node, nodes.Element):
        raise _UnknownNodeError(node)
    classes, address = list(node["classes"]), None
    if isinstance(node, nodes.container):
        classes += CONTAINER
    elif isinstance(node, nodes.reference):
        classes = ["reference", "internal" if node.get("internal") else "external", *classes]
        address = node["refuri"] if "refuri" in node else f"#{node['refid']}"
    elif isinstance(node, nodes.enumerated_list):
        classes = [node["enumtype"], *classes]
    inside, title = "".join(map(_written, node.children)), node.get("reftitle", "")
    start = node.get("start", 1)
    return element(tag, inside, classes=classes, ids=node["ids"], address=address, title=title, start=start)


def to_html(container: nodes.container) -> nodes.raw | None:
    """The HTML of a text equivalent; None where it has a node that is not known here."""
    try:
        return nodes.raw("", _written(container), format="html")
    except _UnknownNodeError:
        return None


class OutlinesToHtml(PostTransform):
    """Makes one node of each text equivalent in HTML, once its references are resolved."""

    default_priority = 11  # after references are resolved, at 10

    def run(self, **kwargs: object) -> None:
        """Replace every text equivalent of the document."""
        if not capabilities(self.app).folded:
            return
        for container in list(self.document.findall(nodes.container)):
            raw = to_html(container) if "gitops-outline-body" in container["classes"] else None
            if raw:
                container.parent.replace(container, raw)
