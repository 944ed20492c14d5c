"""The tokens of nodes in, their ids out: ids, shapes with labels, classes, and data in ``@{ }``."""

from __future__ import annotations

import re

from sphinx_gitops.importers.mermaid.flow_graph import FlowGraph
from sphinx_gitops.importers.mermaid.token_stream import TokenStream
from sphinx_gitops.importers.mermaid.vertices import Label

ID_TOKENS = frozenset(["NUMBER", "WORD", "DOWN", "MINUS", "DEFAULT", "COMMA", "COLON", "AND", "HASH", "STAR", "LETTER"])
"""The types of the tokens that an id is made of."""
_TEXT_TOKENS = frozenset({"TEXT", "LESS", "FLAG", "LETTER"})
_SHAPES = {
    "SQUARE": {("SQUARE_END",): "square"},
    "DOUBLE_CIRCLE": {("DOUBLE_CIRCLE_END",): "doublecircle"},
    "ELLIPSE": {("ELLIPSE_END",): "ellipse"},
    "STADIUM": {("STADIUM_END",): "stadium"},
    "SUBROUTINE": {("SUBROUTINE_END",): "subroutine"},
    "CYLINDER": {("CYLINDER_END",): "cylinder"},
    "FLAG": {("SQUARE_END",): "odd"},
    "SLASH": {("BACKSLASH_END",): "trapezoid", ("SLASH_END",): "lean_right"},
    "BACKSLASH": {("SLASH_END",): "inv_trapezoid", ("BACKSLASH_END",): "lean_left"},
    "ROUND": {("ROUND_END",): "round"},
    "DIAMOND": {("DIAMOND_END",): "diamond"},
}
"""What begins a shape, with what may end it and the name that it has then."""
_DOUBLED = {"ROUND": "circle", "DIAMOND": "hexagon"}
_BREAK = re.compile(r"\n\s*")


def read_id(stream: TokenStream, expected: str = "the id of a node") -> str:
    """An id of one or more tokens. Raises DiagramError."""
    return stream.run(ID_TOKENS) or stream.refuse(expected)


def read_label(stream: TokenStream) -> Label:
    """The text inside a shape. Raises DiagramError."""
    quoted = stream.take_if("STRING", "MARKDOWN")
    text = (quoted.text if quoted else "") + stream.run(_TEXT_TOKENS)
    if not quoted and not text:
        stream.refuse("a text, in quotes where it has brackets")
    return Label(text, is_markdown=bool(quoted and quoted.type == "MARKDOWN"))


def _properties(stream: TokenStream) -> tuple[Label, str]:
    """The label of ``[|key:value|text]``, which nothing says how to draw."""
    for type_ in ("WORD", "COLON", "WORD", "BAR"):
        stream.expect(type_, expected="'[|key:value|text]'")
    label = read_label(stream)
    stream.expect("SQUARE_END", expected="']'")
    return label, "rect"


def _shape(stream: TokenStream) -> tuple[Label, str] | None:
    """The label and the shape behind an id."""
    if stream.take_if("PROPERTIES"):
        return _properties(stream)
    ends = _SHAPES.get(stream.token.type)
    if not ends:
        return None
    opening = stream.take().type
    is_doubled = opening in _DOUBLED and bool(stream.take_if(opening))
    label = read_label(stream)
    closing = stream.expect(*(end for (end,) in ends), expected="the end of the shape").type
    if is_doubled:
        stream.expect(closing, expected="the end of the shape")
        return label, _DOUBLED[opening]
    return label, ends[closing,]


def _node(stream: TokenStream, graph: FlowGraph) -> str:
    line = stream.token.line
    name = read_id(stream)
    label, shape = _shape(stream) or (None, "")
    graph.add_vertex(name, line, label, shape)
    if stream.take_if("CLASS_SIGN"):
        graph.add_class(name, read_id(stream, "the name of a class"))
    return name


def _data(stream: TokenStream, graph: FlowGraph, name: str) -> bool:
    """The data behind a node, if there are some."""
    if not stream.at("DATA"):
        return False
    line, texts = stream.token.line, []
    while token := stream.take_if("DATA", "DATA_STRING"):
        texts.append(_BREAK.sub("<br/>", token.text) if token.type == "DATA_STRING" else token.text)
    graph.add_data(name, line, "".join(texts).removeprefix("@{"))
    return True


def read_nodes(stream: TokenStream, graph: FlowGraph) -> list[str]:
    """Nodes with ``&`` between them, up to the arrow or the end behind them. Raises DiagramError."""
    names = [_node(stream, graph)]
    while True:
        _data(stream, graph, names[-1])
        if not stream.take_if("BLANK") or not stream.take_if("AND"):
            return names
        stream.expect("BLANK", expected="a blank behind '&'")
        names.append(_node(stream, graph))
