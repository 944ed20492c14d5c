"""A text may have several digraphs; each is read by its number, and is a sound workflow."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.graphviz.reading import graph_lines, read_graphviz
from support.fuzzing import Source
from support.imported import read_back

PIECES = (
    "a", "b", '"c d"', "1", "->", " -> ", "--", "{", "}", "{a b}", ";", "\n", " ", "[label=x]", '[label="a\\nb" shape=diamond]', "subgraph cluster_x {",
    "subgraph {", "node [shape=box]", "edge [style=dotted]", "rankdir=LR", "label=<x<br/>y>", ":p", ",", "=", "/* */", "//", '"', "<", '[URL="https://x"]',
)  # fmt: skip


def test_each_graph_has_its_line_and_its_number():
    text = "digraph one { a }\n\ndigraph two {\nb -> c }\n"
    assert graph_lines(text) == [1, 3]
    assert [node.id for node in read_graphviz(text, 1, 2).nodes] == ["b", "c"]


def test_what_comes_before_a_fault_is_known():
    assert graph_lines("digraph one { a }\ndigraph two {") == [1]
    assert graph_lines("\n?") == [2]


@settings(max_examples=300, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=80))
def test_any_text_is_a_sound_workflow_or_is_refused(data):
    text = "digraph {" + Source(data).words(PIECES) + "}"
    try:
        diagram = read_graphviz(text, 1)
    except DiagramError:
        return
    if diagram.nodes or diagram.boxes:
        read_back(diagram)


def test_a_strict_graph_with_everything_is_read():
    text = (
        '// a comment\nstrict digraph "Delivery" {\n  rankdir=LR\n  node [shape=box]\n  subgraph cluster_ci { label=CI; '
        'build -> test -> {lint scan} [label=ok] }\n  git [label="Git" + " repository" shape=cylinder]\n  git:out:e -> build:in\n}'
    )
    workflow = read_back(read_graphviz(text, 1))
    assert {one.id: one.title for one in workflow.components()} == {
        "git": "Git repository", "build": "build", "test": "test", "lint": "lint", "scan": "scan",
    }  # fmt: skip
    assert [pair for flow in workflow.flows for pair in flow.pairs()] == [
        ("build", "test"), ("test", "lint"), ("test", "scan"), ("git", "build"),
    ]  # fmt: skip


def test_no_graph_is_refused():
    with pytest.raises(DiagramError, match="empty"):
        read_graphviz("// nothing", 1)


def test_what_holds_for_all_nodes_is_in_brackets():
    with pytest.raises(DiagramError, match=r"'\[' behind 'node'"):
        read_graphviz("digraph { node a }", 1)
