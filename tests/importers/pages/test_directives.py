"""The content of a directive is options, then a body, and the line of the body is known."""

from __future__ import annotations

from sphinx_gitops.importers.pages.directives import diagram_source, read_content
from sphinx_gitops.importers.pages.source import Language


def test_options_come_first():
    content = read_content([":caption: One: two", ":align: center", "", "graph LR", ":A: B"])
    assert (content.options, list(content.body), content.first) == (
        {"caption": "One: two", "align": "center"},
        ["graph LR", ":A: B"],
        3,
    )


def test_a_directive_without_body_names_a_file():
    source = diagram_source("mermaid", "a.mmd", read_content([""]), 4)
    assert (source.file, source.language, source.line) == ("a.mmd", Language.MERMAID, 3)


def test_a_digraph_has_its_name_as_argument():
    source = diagram_source("digraph", "foo", read_content(["", "a -> b"]), 4)
    assert (source.language, source.line) == (Language.GRAPHVIZ, 5)
    assert source.text.startswith('digraph "foo" {a -> b')
