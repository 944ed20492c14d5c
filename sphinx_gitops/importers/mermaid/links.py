"""The tokens of an arrow in, its heads, its line and its label out."""

from __future__ import annotations

from sphinx_gitops.importers.mermaid.nodes import read_label
from sphinx_gitops.importers.mermaid.token_stream import TokenStream
from sphinx_gitops.importers.mermaid.vertices import Label, MermaidLink

LINK_STARTS = frozenset({"LINK", "LINK_START", "LINK_ID"})
"""The types of the tokens that an arrow may start with."""
_HEADS = frozenset("xo")


def _stroke(line: str) -> str:
    """The sign of a line: a dot anywhere in it makes it dotted."""
    return "." if "." in line else line[0] if line.startswith(("=", "~")) else "-"


def _whole(text: str) -> tuple[str, str, str]:
    """The heads and the line of an arrow in one piece; a head at its start counts where its end has the same."""
    line = text.strip()
    end = line[-1] if line[-1] in {"x", "o", ">"} else ""
    start = {">": "<", "": ""}.get(end, end)
    is_double = bool(start) and line.startswith(start)
    return start if is_double else "", end, _stroke(line[is_double:-1] or line)


def _halves(first: str, last: str) -> tuple[str, str, str]:
    """The heads and the line of an arrow with its text in the middle."""
    half = first.strip()
    start = half[0] if half[0] in _HEADS | {"<"} else ""
    own_start, end, stroke = _whole(last)
    own = "." if "." in half else "=" if "=" in half else "-"
    if own == stroke and not start:
        return own_start, end, stroke
    fits = own == stroke and not own_start and {"<": ">"}.get(start, start) == end
    return (start, end, stroke) if fits else ("", ">", "!")


def _middle(stream: TokenStream) -> Label:
    """The text between the halves of an arrow."""
    first = stream.expect("LINK_TEXT", "LETTER", "STRING", "MARKDOWN", expected="the text of the arrow")
    return Label(first.text + stream.run({"LINK_TEXT", "LETTER"}), is_markdown=first.type == "MARKDOWN")


def read_link(stream: TokenStream) -> MermaidLink:
    """One arrow with its label. Raises DiagramError."""
    id_token = stream.take_if("LINK_ID")
    name = id_token.text.replace("@", "", 1) if id_token else ""
    first = stream.expect("LINK", "LINK_START", expected="an arrow")
    if first.type == "LINK_START":
        label = _middle(stream)
        last = stream.expect("LINK", expected="the other half of the arrow")
        return MermaidLink(*_halves(first.text, last.text), first.line, label, name)
    bar_label = None
    if stream.take_if("BAR"):
        bar_label = read_label(stream)
        stream.expect("BAR", expected="'|' behind the label")
        stream.take_if("BLANK")
    return MermaidLink(*_whole(first.text), first.line, bar_label, name)
