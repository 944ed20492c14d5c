"""The tokens of a flowchart in, its graph out: Mermaid's grammar of documents, statements and subgraphs."""

from __future__ import annotations

import re

from sphinx_gitops.importers.diagrams.numbered_text import NumberedText
from sphinx_gitops.importers.mermaid.flow_graph import FlowGraph
from sphinx_gitops.importers.mermaid.lexer import END, tokens
from sphinx_gitops.importers.mermaid.links import LINK_STARTS, read_link
from sphinx_gitops.importers.mermaid.nodes import ID_TOKENS, read_label, read_nodes
from sphinx_gitops.importers.mermaid.styling import STYLING
from sphinx_gitops.importers.mermaid.token_stream import TokenStream
from sphinx_gitops.importers.mermaid.vertices import Label, MermaidSubgraph

_SEPARATORS = ("NEWLINE", "SEMICOLON", "EOF")
_TITLE_TOKENS = frozenset(
    [
        "NUMBER",
        "WORD",
        "BLANK",
        "MINUS",
        "AND",
        "LETTER",
        "COLON",
        "STAR",
        "HASH",
        "STYLE",
        "LINK_STYLE",
        "CLASS_DEF",
        "CLASS",
        "CLICK",
        "GRAPH",
        "DIRECTION_WORD",
        "SUBGRAPH",
        "SUBGRAPH_END",
        "DOWN",
        "UP",
        "LINK_START",
    ]
)
_DIRECTION = re.compile(r"direction\s+(TB|BT|RL|LR|TD)")
_MOST_LEVELS = 100
"""Deeper subgraphs than anybody writes are refused, not read until the stack ends."""


def _header(stream: TokenStream, graph: FlowGraph) -> None:
    while stream.take_if("BLANK", "NEWLINE"):
        pass
    stream.expect("GRAPH", expected="'flowchart' or 'graph'")
    if stream.take_if("NO_DIRECTION"):
        return
    graph.direction = stream.expect("DIRECTION_WORD", expected="a direction, such as LR").text.strip()
    if not stream.take_if("SEMICOLON", "NEWLINE"):
        stream.expect("BLANK", expected="the end of the line behind the direction")
        stream.expect("NEWLINE", expected="the end of the line behind the direction")


def _separator(stream: TokenStream) -> None:
    if not stream.take_if(*_SEPARATORS):
        stream.refuse("an arrow, ';' or the end of the line")


def _named(stream: TokenStream) -> Label:
    """What names a subgraph."""
    quoted = stream.take_if("STRING", "MARKDOWN")
    if not quoted and stream.token.type not in _TITLE_TOKENS:
        stream.refuse("the title of the subgraph")
    text = (quoted.text if quoted else "") + stream.run(_TITLE_TOKENS)
    return Label(text, is_markdown=bool(quoted and quoted.type == "MARKDOWN"))


def _subgraph(stream: TokenStream, graph: FlowGraph, level: int) -> list[str]:
    line, place = stream.take().line, graph.next_place()
    if level > _MOST_LEVELS:
        stream.refuse(f"at most {_MOST_LEVELS} subgraphs inside one another")
    stream.expect("BLANK", expected="a blank and the title of the subgraph")
    name, title = _named(stream), None
    if stream.take_if("SQUARE"):
        title = read_label(stream)
        stream.expect("SQUARE_END", expected="']' behind the title")
    _separator(stream)
    directions: list[str] = []
    members = _document(stream, graph, level + 1, directions)
    stream.expect("SUBGRAPH_END", expected=f"'end' for the subgraph of line {line}")
    is_named = title is not None or not any(character.isspace() for character in name.text)
    subgraph = MermaidSubgraph(
        id=name.text.strip() if is_named else f"subGraph{graph.ended}",
        line=line,
        place=place,
        label=name if title is None else title,
        is_named=is_named,
        members=members,
        direction=directions[-1] if directions else "",
    )
    return [graph.add_subgraph(subgraph)]


def _chain(stream: TokenStream, graph: FlowGraph) -> list[str]:
    """Nodes and the links between them."""
    ends = read_nodes(stream, graph)
    found = list(ends)
    while stream.token.type in LINK_STARTS:
        link = read_link(stream)
        others = read_nodes(stream, graph)
        graph.add_links(ends, others, link)
        ends, found = others, [*others, *found]
    return found


def _accessible(stream: TokenStream, graph: FlowGraph) -> list[str]:
    """A title or a description for screen readers; inside a subgraph Mermaid takes it for a member."""
    type_ = stream.take().type
    text = stream.expect("ACC_TEXT", expected="a text").text.strip()
    if type_ == "ACC_TITLE":
        graph.title = text
    else:
        graph.description = text
    return [text]


def _statement(stream: TokenStream, graph: FlowGraph, level: int, directions: list[str]) -> list[str]:
    """One statement; the nodes and subgraphs that it names."""
    type_ = stream.token.type
    if type_ == "SUBGRAPH":
        return _subgraph(stream, graph, level)
    if type_ == "DIRECTION":
        directions.append(_DIRECTION.findall(stream.take().text)[-1])
        return []
    if type_ in {"ACC_TITLE", "ACC_DESCR"}:
        return _accessible(stream, graph)
    if type_ == "ACC_LINES":
        graph.description = stream.take().text.strip()
        return [graph.description]
    named = []
    if type_ in STYLING:
        STYLING[type_](stream, graph)
    elif type_ in ID_TOKENS:
        named = _chain(stream, graph)
    else:
        stream.refuse("a node, an arrow or a subgraph")
    _separator(stream)
    return named


def _document(stream: TokenStream, graph: FlowGraph, level: int, directions: list[str]) -> list[str]:
    """The statements up to the end of a subgraph or of the diagram; the nodes and subgraphs that they name."""
    members: list[str] = []
    while not stream.at(END, "SUBGRAPH_END"):
        if not stream.take_if("SEMICOLON", "NEWLINE", "BLANK", "EOF"):
            members += _statement(stream, graph, level, directions)
    return members


def parse(source: NumberedText) -> FlowGraph:
    """The graph of a flowchart. Raises DiagramError where Mermaid refuses it."""
    stream, graph = TokenStream(tokens(source)), FlowGraph()
    _header(stream, graph)
    _document(stream, graph, 1, [])
    if not stream.at(END):
        stream.refuse("no 'end', which closes no subgraph here")
    return graph
