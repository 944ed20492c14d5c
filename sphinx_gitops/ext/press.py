"""A settled text equivalent as one piece of HTML: the writer, the search and a dozen transforms pass it as one node.

It is what the HTML writer would write. Anything that this page does not know stays as it is, until references are
resolved or for good.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_gitops.ext import assets

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_TAGS: dict[type[nodes.Node], str] = {
    nodes.container: "div",
    nodes.bullet_list: "ul",
    nodes.list_item: "li",
    nodes.paragraph: "p",
    nodes.strong: "strong",
    nodes.inline: "span",
    nodes.reference: "a",
}
_BLOCKS = (nodes.container, nodes.bullet_list, nodes.list_item)


class _UnknownNodeError(Exception):
    """A node that only the writer itself can write."""


def _attributes(node: nodes.Element) -> Iterator[str]:
    classes = list(node["classes"])
    if isinstance(node, nodes.container):
        classes += ["docutils", "container"]
    elif isinstance(node, nodes.reference):
        classes = ["reference", "internal" if node.get("internal") else "external", *classes]
        yield f"href={quoteattr(node['refuri'] if 'refuri' in node else '#' + node['refid'])}"
        if node.get("reftitle"):
            yield f"title={quoteattr(node['reftitle'])}"
    if classes:
        yield f"class={quoteattr(' '.join(classes))}"
    if node["ids"]:
        yield f"id={quoteattr(node['ids'][0])}"


def _written(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Text):
        yield escape(node)
        return
    tag = _TAGS.get(type(node))
    if tag is None or not isinstance(node, nodes.Element):
        raise _UnknownNodeError(node)
    yield " ".join([f"<{tag}", *_attributes(node)]) + ">"
    for name in node["ids"][1:]:
        yield f"<span id={quoteattr(name)}></span>"
    for child in node:
        yield from _written(child)
    yield f"</{tag}>\n" if isinstance(node, (*_BLOCKS, nodes.paragraph)) else f"</{tag}>"


def pressed(container: nodes.container) -> nodes.raw | None:
    """The HTML of a text equivalent; None where it has something that this page does not know."""
    try:
        return nodes.raw("", "".join(_written(container)), format="html")
    except _UnknownNodeError:
        return None


class PressOutlines(SphinxPostTransform):
    """Makes one node of each text equivalent in HTML that had references to resolve."""

    default_priority = 11  # after references are resolved, at 10

    def run(self, **kwargs: object) -> None:
        """Press every text equivalent of the document."""
        if not assets.takes_stylesheet(self.app.builder):
            return
        for container in list(self.document.findall(nodes.container)):
            raw = pressed(container) if "gitops-outline-body" in container["classes"] else None
            if raw:
                container.parent.replace(container, raw)


def setup(app: Sphinx) -> None:
    """Register the post-transform."""
    app.add_post_transform(PressOutlines)
