"""Fences of a page are found wherever they are, but not in other fences, comments and indented code."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.pages.markdown import markdown_diagrams

BODY = "graph LR\n  A"


def fenced(indent: str = "", fence: str = "```", info: str = "mermaid") -> str:
    return "\n".join(f"{indent}{line}" for line in (f"{fence}{info}", *BODY.split("\n"), fence))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"# Title\n\n{fenced()}\n", [4]),
        (fenced(fence="~~~"), [2]),
        (fenced(fence="````"), [2]),
        (fenced(info=" mermaid"), [2]),
        (fenced(info="Mermaid"), [2]),
        (fenced(info="mermaid title=x"), [2]),
        (fenced(info="{mermaid}"), [2]),
        (fenced(info="{.mermaid .wide}"), [2]),
        (fenced(fence=":::", info="{mermaid}"), [2]),
        (fenced(fence=":::", info=" mermaid"), [2]),
        (f"- item\n\n{fenced('  ')}", [4]),
        (f"1. item\n\n{fenced('   ')}\n\n   - inner\n\n{fenced('     ')}", [4, 11]),
        (f"> quote\n>\n{fenced('> ')}", [4]),
        (f"> ```mermaid\n> graph LR\n> A\n\n{fenced()}", [2, 6]),
        (f"- > {fenced('  > ')[4:]}", [2]),
        (f"````{{note}}\n{fenced()}\n````", [3]),
        (f":::::{{tab-set}}\n::::{{tab-item}} One\n{fenced()}\n::::\n:::::", [4]),
        (f"````markdown\n{fenced()}\n````\n{fenced()}", [8]),
        (f"````{{code-block}} md\n{fenced()}\n````", []),
        (f"<!--\n{fenced()}\n-->\n{fenced()}", [8]),
        (f"    {fenced('    ')[4:]}", []),
        (f"text\n\n{fenced('    ')}", []),
        ("```\ngraph LR\n```", []),
        ("```python\n```mermaid\n```", []),
        ("`mermaid`", []),
        (f"{fenced()}\n{fenced()}", [2, 6]),
        ("```mermaid\ngraph LR\n  A", [2]),
        ("````{eval-rst}\n.. mermaid::\n\n   graph LR\n     A\n````", [4]),
        ("```{graphviz}\ndigraph { a }\n```", [2]),
    ],
)
def test_diagrams_of_a_page(text, lines):
    found = list(markdown_diagrams(text))
    assert [one.line for one in found] == lines
    assert {one.first_words for one in found} <= {"graph LR A", "digraph { a }"}


@pytest.mark.parametrize(
    ("head", "line"),
    [(":caption: C\n:align: left\n\n", 5), ("---\ncaption: C\n---\n", 5), (":caption: C\n", 3)],
)
def test_options_of_a_directive_are_read(head, line):
    (one,) = markdown_diagrams(f"```{{mermaid}}\n{head}graph LR\n  A\n```")
    assert (one.caption, one.line, one.text) == ("C", line, "graph LR\n  A\n")


def test_front_matter_of_a_diagram_stays_in_it():
    (one,) = markdown_diagrams("```{mermaid}\n---\ntitle: T\n---\ngraph LR\n```")
    assert one.text == "---\ntitle: T\n---\ngraph LR\n"


def test_a_directive_may_name_a_file():
    (one,) = markdown_diagrams("```{mermaid} a.mmd\n```")
    assert one.file == "a.mmd"


def test_the_heading_above_is_the_caption():
    text = f"# One `x` and [two](y.md)\n\n{fenced()}\n\n## Three\n\n````{{note}}\n{fenced()}\n````\n\n```{{mermaid}}\n:caption: C\n\n{BODY}\n```\n"
    assert [one.caption for one in markdown_diagrams(text)] == ["One x and two", "Three", "C"]


def test_a_comment_of_a_program_is_no_heading():
    text = f"# Title\n\n```sh\n# comment\n```\n\n{fenced()}"
    assert [one.caption for one in markdown_diagrams(text)] == ["Title"]
