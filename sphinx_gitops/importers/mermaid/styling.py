"""The tokens of ``style``, ``classDef``, ``class``, ``linkStyle`` and ``click`` in, what they say noted in a graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sphinx_gitops.importers.documents import place_of
from sphinx_gitops.importers.mermaid.flow_graph import FlowGraph
from sphinx_gitops.importers.mermaid.nodes import ID_TOKENS, read_id
from sphinx_gitops.importers.mermaid.token_stream import TokenStream

_STYLE_TOKENS = frozenset(["NUMBER", "WORD", "COLON", "BLANK", "HASH", "STYLE"])
_NAME_TOKENS = ID_TOKENS - {"DEFAULT"} | {"DIRECTION_WORD"}


def _blank(stream: TokenStream) -> None:
    stream.expect("BLANK", expected="a blank")


def _styles(stream: TokenStream) -> list[str]:
    """Declarations between commas."""
    found = []
    while True:
        found.append(stream.run(_STYLE_TOKENS) or stream.refuse("a style, such as fill:#eee"))
        if not stream.take_if("COMMA"):
            return found


def _style(stream: TokenStream, graph: FlowGraph) -> None:
    line = stream.take().line
    _blank(stream)
    name = read_id(stream)
    _blank(stream)
    _styles(stream)
    graph.add_style(name, line)


def _class_def(stream: TokenStream, graph: FlowGraph) -> None:
    line = stream.take().line
    _blank(stream)
    names = read_id(stream, "the name of a class")
    _blank(stream)
    graph.define_classes(names.split(","), line, _styles(stream))


def _class(stream: TokenStream, graph: FlowGraph) -> None:
    stream.take()
    _blank(stream)
    names = read_id(stream)
    _blank(stream)
    graph.add_class(names, read_id(stream, "the name of a class"))


def _numbers(stream: TokenStream) -> list[int]:
    """Numbers of links; none for ``default``."""
    if stream.take_if("DEFAULT"):
        return []
    found = []
    while True:
        found.append(place_of(stream.expect("NUMBER", expected="the number of a link, or 'default'").text))
        if not stream.take_if("COMMA"):
            return found


def _link_style(stream: TokenStream, graph: FlowGraph) -> None:
    line = stream.take().line
    _blank(stream)
    numbers = _numbers(stream)
    _blank(stream)
    styles: list[str] = []
    if not stream.take_if("INTERPOLATE"):
        styles = _styles(stream)
    else:
        _blank(stream)
        if not stream.run(_NAME_TOKENS):
            stream.refuse("the name of a curve")
        if stream.take_if("BLANK"):
            styles = _styles(stream)
    graph.add_link_style(numbers, line, styles)


def _tooltip(stream: TokenStream) -> str:
    """The text and the target behind a link; the target counts for nothing."""
    if not stream.take_if("BLANK"):
        return ""
    tip = stream.take_if("STRING")
    if not tip:
        stream.expect("LINK_TARGET", expected="a tooltip in quotes or a target")
    elif stream.take_if("BLANK"):
        stream.expect("LINK_TARGET", expected="a target, such as _blank")
    return tip.text if tip else ""


def _callback(stream: TokenStream) -> str:
    """A call of JavaScript, of which the tooltip counts."""
    if stream.take_if("CALLBACK"):
        stream.take_if("ARGUMENTS")
    elif not stream.run(_NAME_TOKENS):
        stream.refuse("an address in quotes")
    return stream.expect("STRING", expected="a tooltip in quotes").text if stream.take_if("BLANK") else ""


def _click(stream: TokenStream, graph: FlowGraph) -> None:
    names, line = stream.token.text, stream.take().line
    if stream.take_if("HREF") or stream.at("STRING"):
        address = stream.expect("STRING", expected="an address in quotes").text
        graph.add_url(names, line, address, _tooltip(stream))
    else:
        graph.add_callback(names, line, _callback(stream))


STYLING: Mapping[str, Callable[[TokenStream, FlowGraph], None]] = {
    "STYLE": _style,
    "CLASS_DEF": _class_def,
    "CLASS": _class,
    "LINK_STYLE": _link_style,
    "CLICK": _click,
}
"""What reads a statement, by the type of its first token; the types are those that no node starts with."""
