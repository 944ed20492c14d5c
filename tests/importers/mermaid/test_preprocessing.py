"""What Mermaid takes away before it parses is taken away, and lines stay known."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.diagram import DiagramError, Remark
from sphinx_gitops.importers.mermaid.preprocessing import entities_decoded, prepared


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("graph LR\r\nA\r\n", "graph LR\nA\n"),
        ("%% a\ngraph LR\n  %% b\nA %% c", "graph LR\nA %% c"),
        ('%%{init: {"theme": "dark"}}%%\ngraph LR', "graph LR"),
        ("graph LR\nA%%{wrap}%%-->B", "graph LR\nA-->B"),
        ("---\ntitle: T\n---\ngraph LR", "graph LR"),
        ('graph LR\nA["<a href="x">y</a>"]', "graph LR\nA[\"<a href='x'>y</a>\"]"),
        ("graph LR\nstyle A fill:#fff;", "graph LR\nstyle A fill:#fff"),
    ],
)
def test_the_parser_reads_the_rest(source, text):
    assert prepared(source, 1).text.text == text


def test_entities_are_coded_while_the_text_is_parsed():
    text = prepared("graph LR\nA[#quot;#35;]", 1).text.text
    assert "#" not in text
    assert entities_decoded(text) == "graph LR\nA[&quot;&#35;]"


def test_what_is_left_out_is_said_with_its_line():
    found = prepared("---\ntitle: T\nconfig: {theme: dark}\n---\n\n%%{init: {}}%%\ngraph LR", 5)
    assert found.title == "T"
    assert found.remarks == (
        Remark(5, "the configuration of the front matter is left out"),
        Remark(10, "a directive (%%{ }%%) is left out"),
    )


def test_front_matter_that_is_no_yaml_is_refused_at_its_line():
    with pytest.raises(DiagramError, match="reads this as YAML") as refused:
        prepared("---\ntitle: T\na: b: c\n---\ngraph LR", 1)
    assert refused.value.line == 3
