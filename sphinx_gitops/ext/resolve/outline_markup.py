"""What a text version is made of, by two makers: nodes for every builder, or HTML at once where nothing is left open.

Nodes are expensive: a page of HTML takes longer to make them than to write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from docutils import nodes

from sphinx_gitops.problems import Span
from sphinx_gitops.render.markup import escape, quoteattr

Piece = TypeVar("Piece")
_Node = TypeVar("_Node", bound=nodes.Element)
CONTAINER = ("docutils", "container")
"""The classes that docutils gives a container in HTML."""
_BLOCKS = frozenset({"div", "ul", "ol", "li", "p"})
_SPECIAL = re.compile(r'[&<>"\n\r\t]')


class UnresolvedReferenceError(Exception):
    """A reference that Sphinx has to resolve before it can be written."""


class Maker(Protocol[Piece]):
    """Makes the parts of a text version, each from the parts inside it."""

    def text(self, words: str) -> Piece:
        """Plain words."""

    def strong(self, inside: Piece) -> Piece:
        """What is stressed."""

    def span(self, words: str, name: str) -> Piece:
        """Words of the class *name*."""

    def anchored(self, words: str, anchor: str, name: str = "") -> Piece:
        """A link to an anchor of the same page, of the class *name*."""

    def target(self, inside: Piece, ids: Sequence[str]) -> Piece:
        """A part of a line with anchors."""

    def outside(self, words: str, address: str) -> Piece:
        """A link to an address."""

    def open(self, node: nodes.Node) -> Piece:
        """Something that Sphinx has to resolve. May raise UnresolvedError."""

    def paragraph(self, inside: Sequence[Piece], span: Span | None, name: str = "") -> Piece:
        """A paragraph with its place in the source, of the class *name*."""

    def entry(self, inside: Sequence[Piece], span: Span, ids: Sequence[str] = (), name: str = "") -> Piece:
        """An entry of a list, of the class *name*."""

    def entries(self, inside: Iterable[Piece]) -> Piece:
        """A list."""

    def numbered(self, inside: Iterable[Piece], start: int) -> Piece:
        """A list whose entries are numbered from *start*."""


def with_source(node: _Node, span: Span) -> _Node:
    """The node with its place in the source."""
    node.source, node.line = span.source, span.line
    return node


class _Nodes:
    """Makes nodes."""

    def text(self, words: str) -> nodes.Node:
        return nodes.Text(words)

    def strong(self, inside: nodes.Node) -> nodes.Node:
        return nodes.strong("", "", inside)

    def span(self, words: str, name: str) -> nodes.Node:
        return nodes.inline("", words, classes=[name])

    def anchored(self, words: str, anchor: str, name: str = "") -> nodes.Node:
        return nodes.reference("", words, refid=anchor, internal=True, classes=[name] if name else [])

    def target(self, inside: nodes.Node, ids: Sequence[str]) -> nodes.Node:
        anchors = [nodes.target("", "", ids=list(ids))] if ids else []
        return nodes.inline("", "", *anchors, inside)

    def outside(self, words: str, address: str) -> nodes.Node:
        return nodes.reference("", words, refuri=address, internal=False)

    def open(self, node: nodes.Node) -> nodes.Node:
        return node

    def paragraph(self, inside: Sequence[nodes.Node], span: Span | None, name: str = "") -> nodes.Node:
        paragraph = nodes.paragraph("", "", *inside, classes=[name] if name else [])
        return with_source(paragraph, span) if span else paragraph

    def entry(self, inside: Sequence[nodes.Node], span: Span, ids: Sequence[str] = (), name: str = "") -> nodes.Node:
        return with_source(nodes.list_item("", *inside, ids=list(ids), classes=[name] if name else []), span)

    def entries(self, inside: Iterable[nodes.Node]) -> nodes.Node:
        return nodes.bullet_list("", *inside, bullet="-")

    def numbered(self, inside: Iterable[nodes.Node], start: int) -> nodes.Node:
        first = {"start": start} if start > 1 else {}
        return nodes.enumerated_list("", *inside, enumtype="arabic", prefix="", suffix=".", **first)


def _quoted(value: str) -> str:
    """An attribute's value; most have nothing that needs more than quotes."""
    return quoteattr(value) if _SPECIAL.search(value) else f'"{value}"'


def element(
    tag: str,
    inside: str,
    *,
    classes: Sequence[str] = (),
    ids: Sequence[str] = (),
    address: str | None = None,
    title: str = "",
    start: int = 1,
) -> str:
    """An element as Sphinx's writer of HTML writes it; ids after the first have elements of their own."""
    opened = tag
    if address is not None:
        opened += f" href={_quoted(address)}"
    if title:
        opened += f" title={_quoted(title)}"
    if classes:
        opened += f" class={_quoted(' '.join(classes))}"
    if start > 1:
        opened += f' start="{start}"'
    if ids:
        opened += f" id={_quoted(ids[0])}"
        inside = "".join(f"<span id={_quoted(name)}></span>" for name in ids[1:]) + inside
    return f"<{opened}>{inside}</{tag}>\n" if tag in _BLOCKS else f"<{opened}>{inside}</{tag}>"


class _Html:
    """Makes HTML."""

    def text(self, words: str) -> str:
        return escape(words)

    def strong(self, inside: str) -> str:
        return element("strong", inside)

    def span(self, words: str, name: str) -> str:
        return element("span", escape(words), classes=[name])

    def anchored(self, words: str, anchor: str, name: str = "") -> str:
        classes = ["reference", "internal", *([name] if name else [])]
        return element("a", escape(words), address=f"#{anchor}", classes=classes)

    def target(self, inside: str, ids: Sequence[str]) -> str:
        return element("span", inside, ids=ids)

    def outside(self, words: str, address: str) -> str:
        return element("a", escape(words), address=address, classes=["reference", "external"])

    def open(self, node: nodes.Node) -> str:
        raise UnresolvedReferenceError(node)

    def paragraph(self, inside: Sequence[str], span: Span | None, name: str = "") -> str:
        return element("p", "".join(inside), classes=[name] if name else ())

    def entry(self, inside: Sequence[str], span: Span, ids: Sequence[str] = (), name: str = "") -> str:
        return element("li", "".join(inside), ids=ids, classes=[name] if name else ())

    def entries(self, inside: Iterable[str]) -> str:
        return element("ul", "".join(inside))

    def numbered(self, inside: Iterable[str], start: int) -> str:
        return element("ol", "".join(inside), classes=["arabic"], start=start)


NODES: Maker[nodes.Node] = _Nodes()
HTML: Maker[str] = _Html()
