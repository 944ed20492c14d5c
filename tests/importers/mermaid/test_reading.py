"""A flowchart is read as Mermaid reads it; what Mermaid refuses is refused, at its line."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.mermaid.reading import read_mermaid
from sphinx_gitops.model import Direction
from support.flowcharts import FLOWCHARTS, comparable, read
from support.project import corpus


@pytest.mark.parametrize("one", FLOWCHARTS, ids=lambda one: one["source"][:60])
def test_a_flowchart_is_what_it_is_to_mermaid(one):
    assert read(one["source"]) == comparable(one["answer"])


def test_the_catalogue_has_diagrams_that_mermaid_refuses():
    assert len(FLOWCHARTS) > 400
    assert sum(one["answer"] is None for one in FLOWCHARTS) > 100


def test_the_numbers_of_nodes_and_links_are_those_that_mermaid_found():
    folder = corpus("mermaid")
    rows = [line.split("\t") for line in (folder / "index.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    assert len(rows) > 9
    for name, _, _, subgraphs, nodes, edges, *_ in rows:
        found = read((folder / name).read_text(encoding="utf-8"))
        assert found
        counts = [len(found[key]) for key in ("subgraphs", "nodes", "links")]
        assert counts == [int(subgraphs), int(nodes), int(edges)], name


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("graph LR\nA --> B\nB --> [x]", 3, "expected the id of a node, found '['"),
        ("graph LR\n%% c\nA[x]B", 3, "expected an arrow, ';' or the end of the line, found 'B'"),
        ("---\ntitle: x\n---\ngraph LR\nsubgraph s\nA", 6, "expected 'end' for the subgraph of line 5"),
        ("graph LR\nA\nend", 3, "no 'end', which closes no subgraph here"),
        ("graph LR\nA --> B\nlinkStyle 3 stroke:red", 3, "linkStyle names link 3, and the last one so far is 0"),
        ("sequenceDiagram\nA->>B: x", 1, "'sequenceDiagram' begins no flowchart, and only those are imported"),
        ("%% nothing\n\n", 1, "the diagram is empty"),
        ("graph LR\nA\n\u00bd", 3, "Mermaid refuses '\u00bd'"),
    ],
)
def test_a_refused_diagram_names_its_line(source, line, message):
    with pytest.raises(DiagramError) as refused:
        read_mermaid(source, 1)
    assert (refused.value.line, message in refused.value.message) == (line, True), refused.value.message


def test_lines_count_from_that_of_the_file():
    diagram = read_mermaid("---\ntitle: T\n---\ngraph RL\n%% c\nA -->\n B", 10)
    assert (diagram.title, diagram.direction) == ("T", Direction.RL)
    assert [(node.id, node.line) for node in diagram.nodes] == [("A", 15), ("B", 16)]


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + " \n" * 100_000,
        "graph LR\n" + "\n" * 200_000 + "A",
        "graph LR\n" + "A-->" * 20_000 + "B",
        "graph LR\n" + "A --> B;" * 20_000,
        "graph LR\nstyle A " + ":#" * 20_000,
        "graph LR\n%% classDef" + ":" * 50_000 + "#" * 50_000,
        "graph LR\nA" + "<a " * 50_000,
        "graph LR\nA[" + "[" * 50_000,
        "graph LR\nA[" + "<!--" * 5_000 + "]",
        "graph LR\nA@{ label: " + "[" * 50_000 + "}",
        "graph LR\n%%{" + " " * 100_000 + "x",
    ],
    ids=lambda text: repr(text[:24]),
)
def test_a_hostile_text_is_read_or_refused_in_the_end(text):
    try:
        found = read_mermaid(text, 1).title
    except DiagramError as error:
        found = error.message
    assert found is not None
