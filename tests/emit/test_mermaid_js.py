"""Whatever a title, a label, an id or a link has in it, Mermaid itself draws all of it."""

from __future__ import annotations

import html
import random
import re

import pytest

from sphinx_gitops.emit import MermaidOptions, to_mermaid
from sphinx_gitops.model import Component, Direction, Flow, Stage, Workflow
from sphinx_gitops.problems import Span
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT, KINDS
from support.mermaid_js import drawings

PLACE = Span("w", 1)
ADDRESS = "https://style.example/classDef:#a;b;"
WORDS = (
    'style["a:\\b"]', "style a:#b;", "classDef x:#y; z;", "<style>a:#b;</style>", "linkStyle 0 a:#b;", "text:\\ style;",
    "fa:fa-car x", "a \ufb02\u00b0x", "a \u00b6\u00df b", "\ufb02\u00b0\u00b035\u00b6\u00df", "#br#", "#35;", "&copy;",
    "__init__", "_x_ y", "a_b_ c", "*a*", "**a**", "~~x~~", "`x`", "[x](y)", "![a](b)", "<!-- x -->", "\\*", "\\(a",
    "https://x.example/a_b", "www.x.example", "a@b.example", "1. x", "2) x", "- x", "+ x", "# x", "> x", "---", "===",
    "| a | b |", "[ ] x", "[a]: b", "$$x$$", "a\\nb", "%%{init}%%", "%% a", "direction TB", "end", "a:", "::", ":::",
    "@{ shape: doc }", "accTitle: x", "click A call x()", "'quoted'", '"quoted"', ";", "}", "]", "|", "<br/>", "0",
)  # fmt: skip
PIECES = [*"#;:_*~-+=$%&<>\"'`\\|(){}[]!^@/.,? ", "style", "classDef", "fa:fa-x", "\ufb02\u00b0", "\u00b6\u00df", "1."]
PIECES += ["direction TB", "www.a.b", "http://", "a", "end", "br", "#35;", "<b>"]


def emitted(words: str, kind: str) -> str:
    parts = tuple(Component(id=name, title=words, span=PLACE, kind=kind) for name in ("lifestyle", "classDef"))
    stage = Stage(id="styles", title=words, span=PLACE, components=parts)
    flow = Flow(sources=("lifestyle",), targets=("classDef",), label=words, span=PLACE)
    titles = {"title": words, "description": words}
    workflow = Workflow(id="w", span=PLACE, direction=Direction.TB, stages=(stage,), flows=(flow,), **titles)
    shown = scene(workflow, DEFAULT)
    keys = [node.key for node in shown.all_nodes()]
    options = MermaidOptions(config={}, links=dict.fromkeys(keys, ADDRESS), tips=dict.fromkeys(keys, words))
    return to_mermaid(shown, options)


def bare(text: str) -> str:
    """A text without its sign, its blanks, and what has no width."""
    return re.sub("[\\s\u200b]", "", re.sub("^[\u2713\u25c6\u21bb] ", "", text))


def lost(words: list[str], page, folder) -> dict[str, object]:
    """The words of which something is not drawn, with what is."""
    kinds = list(KINDS)
    sources = [emitted(text, kinds[number % len(kinds)]) for number, text in enumerate(words)]
    found = {}
    for text, drawn in zip(words, drawings(page, folder, sources), strict=True):
        drawn["tips"] = [html.unescape(tip) for tip in drawn["tips"]]  # Mermaid sets a tooltip as HTML
        links = drawn.pop("links")
        shown = {bare(one) for texts in drawn.values() for one in texts}
        if links != [ADDRESS] * 2 or shown != {bare(text)} or not all(drawn.values()):
            found[text] = (links, drawn)
    return found


@pytest.mark.browser
def test_mermaid_loses_no_character(page, tmp_path):
    assert lost(list(WORDS), page, tmp_path) == {}


@pytest.mark.browser
def test_mermaid_loses_no_character_of_random_text(page, tmp_path):
    pick = random.Random(11)  # noqa: S311 - a workload, not a secret
    words = [" ".join("".join(pick.choices(PIECES, k=pick.randint(1, 9))).split()) for _ in range(150)]
    assert lost([text for text in words if text], page, tmp_path) == {}
