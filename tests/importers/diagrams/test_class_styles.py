"""Classes of a diagram become classes with readable colours, whatever they are called."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.workflow_text import workflow_text
from sphinx_gitops.importers.mermaid.reading import read_mermaid
from support.imported import imported, read_back


def read(text: str):
    diagram = read_mermaid(f"graph LR\n{text}", 1)
    return read_back(diagram), [one.text for one in workflow_text(diagram, "x")[1]]


@pytest.mark.parametrize(
    "name", ["stage", "group", "edge", "builds", "monitoring", "opss", "a:b", "1st", "sources", "neutrals"]
)
def test_a_class_that_a_workflow_cannot_have_gets_another_name(name):
    workflow = imported(f"graph LR\nclassDef {name} fill:#eee\nA:::{name} --> B")
    (style,) = workflow.styles
    assert style.name.startswith("class-")
    assert [one.colour for one in workflow.components()] == [style.name, ""]


def test_built_in_classes_keep_their_colours_unless_the_diagram_has_others():
    assert imported("graph LR\nA:::build --> B").styles == ()
    (style,) = imported("graph LR\nclassDef build fill:#eee\nA:::build").styles
    assert (style.name, style.light[0]) == ("build", "#eee")


@pytest.mark.parametrize(
    ("colours", "style", "remarks"),
    [
        ("fill:#1f2937,stroke:#fff,color:#fff", ("#1f2937", "#fff", "#fff"), []),
        ("fill:navy", ("#000080", "", "#ffffff"), []),
        ("fill:#eee,color:#eee", ("#eee", "", "#000000"), ["the text of the class c is drawn in #000000: #eee cannot be read on #eee"]),
        ("stroke:red,fill:none", ("", "#ff0000", ""), []),
        ("color:red", ("", "", ""), ["the text colour of the class c is left out: it has no fill"]),
        ("fill:#12345678", ("#123456", "", "#ffffff"), []),
        ("fill:nocolour", ("", "", ""), ["the colour 'nocolour' of the class c is left out: it is not known"]),
    ],
)  # fmt: skip
def test_colours_are_kept_where_they_can_be_read(colours, style, remarks):
    workflow, said = read(f"classDef c {colours}\nA:::c")
    assert [one.light for one in workflow.styles] == [style]
    assert said == remarks


def test_of_several_classes_the_last_with_colours_counts():
    workflow, said = read("classDef a fill:#eee\nclassDef b fill:#ddd\nA:::a\nclass A b\nclass A c")
    assert [one.colour for one in workflow.components()] == ["b"]
    assert said == [
        "A has the class a too, which is left out: a component has one",
        "A has the class c too, which is left out: a component has one",
    ]


def test_the_class_of_every_node_is_that_of_those_without_another():
    workflow, _ = read("classDef default fill:#eee\nclassDef a fill:#ddd\nA:::a --> B\nsubgraph s\nC\nend")
    assert {one.id: one.colour for one in workflow.parts()} == {
        "other-components": "",
        "A": "a",
        "B": "default",
        "s": "",
        "C": "default",
    }


def test_names_that_would_become_one_are_told_apart():
    workflow = imported("graph LR\nclassDef a:b fill:#eee\nclassDef a!b fill:#ddd\nA:::a:b --> B:::a!b")
    assert [style.name for style in workflow.styles] == ["class-a-b", "class-a-b_"]
