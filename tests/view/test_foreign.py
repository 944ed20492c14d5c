"""Flows that end in another workflow of the project."""

from __future__ import annotations

import pytest

from sphinx_gitops.emit import to_outline
from sphinx_gitops.facts import legend_entries
from sphinx_gitops.view import Foreign, Selection, collapse, scene, select
from sphinx_gitops.vocabulary import DEFAULT
from support.command import run
from support.pictures import read, svg
from support.two_workflows import shop


@pytest.mark.parametrize(
    ("flow", "ends"),
    [
        ("BUILD --> infra.CLUSTER", ("infra.CLUSTER",)),
        ("infra.CLUSTER & other.X --> BUILD", ("infra.CLUSTER", "other.X")),
        ("{from: infra.CLUSTER, to: [BUILD, PROD]}", ("infra.CLUSTER",)),
        ("infra.x.y --> BUILD --> infra.x.y", ("infra.x.y",)),
        ("BUILD --> a.b", ()),
        ("BUILD --> a.c", ("a.c",)),
        ("BUILD --> run.CLUSTER", ("run.CLUSTER",)),
        ("BUILD --> shop.PROD", ()),
        ("shop.run --> shop.a.b", ()),
    ],
)
def test_a_full_name_in_another_workflow_is_taken(flow, ends):
    reading = read(shop(flow))
    assert reading.problems == ()
    assert reading.workflow.foreign() == ends


@pytest.mark.parametrize(
    ("flow", "message"),
    [
        ("PROD --> ci.BUILD", "'ci.BUILD' is no id of this workflow; did you mean 'BUILD'?"),
        ("BUILD --> shop.PRDO", "'shop.PRDO' is no id of this workflow; did you mean"),
        ("BUILD --> infra", "'infra' is no id of this workflow; there are ci, BUILD, a.b, run, PROD"),
        ("{from: BUILD, to: 'infra.'}", "'infra.' is no id of this workflow"),
        ("{from: BUILD, to: 'infra.a b'}", "'infra.a b' is no id of this workflow"),
        ("infra.A --> other.B", "joins two other workflows: name a component of this one on one end"),
    ],
)
def test_what_cannot_be_one_is_an_error_at_once(flow, message):
    (problem,) = read(shop(flow)).problems
    assert message in problem.text


def test_it_is_drawn_outside_every_box_with_the_other_workflows_title():
    workflow = read(shop("BUILD --> infra.CLUSTER")).workflow
    shown = scene(workflow, DEFAULT, foreign={"infra.CLUSTER": Foreign(title="Cluster", workflow="Infrastructure")})
    (node,) = shown.nodes
    assert (node.title, node.under, node.facts, node.place) == (
        "Cluster",
        "Infrastructure",
        ("in another workflow",),
        "in Infrastructure",
    )
    assert [(entry.what, entry.words) for entry in legend_entries(shown) if entry.name in {"neutral", "foreign"}] == [
        ("class", "Other"),
        ("border", "in another workflow"),
    ]
    drawn = svg(shown)
    assert 'stroke-dasharray="2 3"' in drawn
    assert 'href="gitops:infra.CLUSTER" aria-label="Cluster, in another workflow, in Infrastructure"' in drawn


def test_its_colour_alone_is_not_in_the_legend():
    text = "stages: {ci: {components: {BUILD: {kind: build}}}}\nflows: [BUILD --> infra.A]\n"
    entries = legend_entries(scene(read(text).workflow, DEFAULT))
    assert [entry.words for entry in entries if entry.what == "class"] == ["Build"]


def test_what_is_not_there_leads_nowhere():
    workflow = read(shop("BUILD --> infra.X")).workflow
    drawn = svg(scene(workflow, DEFAULT, foreign={"infra.X": Foreign(title="X", workflow="infra", known=False)}))
    assert "gitops:infra.X" not in drawn
    assert ">X</text>" in drawn


def test_folds_and_parts_keep_it_where_its_other_end_is_left():
    workflow = read(shop("BUILD --> infra.A", "infra.B --> PROD", "BUILD --> PROD")).workflow
    whole = collapse(scene(workflow, DEFAULT), 0)
    assert [(edge.source, edge.target) for edge in whole.edges] == [
        ("ci", "id_infra_2e_A"),
        ("id_infra_2e_B", "run"),
        ("ci", "run"),
    ]
    part = select(workflow, Selection(show="ci"))
    assert part.workflow.foreign() == ("infra.A",)
    assert select(workflow, Selection(focus="BUILD", hops=None)).workflow.foreign() == ("infra.A", "infra.B")


def test_words_say_the_full_name_and_the_command_line_is_content(tmp_path):
    text = shop("BUILD -->|uses| infra.CLUSTER")
    assert "- Builder -> infra.CLUSTER (uses)" in to_outline(read(text).workflow, DEFAULT)
    (tmp_path / "w.yaml").write_text(text)
    assert run("check", str(tmp_path / "w.yaml")).returncode == 0
    assert b"infra" in run("render", str(tmp_path / "w.yaml")).stdout
