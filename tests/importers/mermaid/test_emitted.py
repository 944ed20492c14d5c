"""Names in what ``emit`` prints are what they were; in flowcharts of others they are as they are."""

from __future__ import annotations

import pytest

from sphinx_gitops.identifiers import mermaid_key, note_key
from sphinx_gitops.importers.diagrams.diagram import ColourClass
from sphinx_gitops.importers.mermaid.emitted import Names, flow_kind
from sphinx_gitops.importers.mermaid.reading import read_mermaid
from sphinx_gitops.model import Component, Flow, FlowKind, Mark, Stage, Workflow
from sphinx_gitops.problems import Span
from support.imported import emitted, imported

PLACE = Span("w", 1)

OURS, OTHERS = Names(["gitopsStage"]), Names(["wan"])


def test_an_id_is_what_it_was():
    for name in ("A", "end", "a.b-c", "é", "id_x", "o", "lifestyle", "_x2e_", "gitops_note_A"):
        assert OURS.id(mermaid_key(name)) == name
        assert OTHERS.id(mermaid_key(name)) == mermaid_key(name)


def test_a_key_that_is_no_code_stays():
    for key in ("id_card", "id__ffffffff_", "id_"):
        assert OURS.id(key) == key


def test_notes_are_no_parts():
    assert OURS.annotated(note_key("A")) == "A"
    assert OTHERS.annotated(note_key("A")) == ""
    assert OURS.annotated("A") == ""


def test_classes_that_say_how_boxes_look_are_none():
    assert OURS.classes(["gitops_ops", "gitopsStrong"]) == ("ops",)
    assert OTHERS.classes(["a", "b", "a"]) == ("a", "b")


def test_only_colours_of_the_project_are_kept():
    classes = [ColourClass(name=name, line=1, fill="#eee") for name in ("gitops_ops", "gitops_vpn", "gitopsGroup")]
    assert [one.name for one in OURS.own(classes)] == ["vpn"]
    assert [one.name for one in OTHERS.own(classes)] == ["gitops_ops", "gitops_vpn", "gitopsGroup"]


@pytest.mark.parametrize("kind", FlowKind)
def test_a_flow_has_the_kind_that_it_had(kind):
    flow = Flow(sources=("A",), targets=("B",), kind=kind, label="x", span=PLACE)
    parts = tuple(Component(id=name, title=name, span=PLACE) for name in "AB")
    workflow = Workflow(
        id="w", title="W", span=PLACE, stages=(Stage(id="s", title="S", span=PLACE, components=parts),), flows=(flow,)
    )
    diagram = read_mermaid(emitted(workflow), 1)
    assert [edge.kind for edge in diagram.edges] == [kind]
    assert diagram.remarks == ()


def test_a_flow_in_colours_that_are_not_ours_has_the_kind_of_its_arrow():
    assert flow_kind("stroke:#123456,stroke-width:2px", FlowKind.PROMOTION) is FlowKind.PROMOTION
    assert flow_kind("", FlowKind.SYNC) is FlowKind.SYNC


def test_signs_before_titles_are_taken_off():
    assert OURS.unsigned(("\u2713 Lint", "\u2713 x")) == ("Lint", "\u2713 x")
    assert OTHERS.unsigned(("\u2713 Lint",)) == ("\u2713 Lint",)


def test_kinds_that_a_look_tells_alone_are_what_they_were():
    kinds = (
        "registry",
        "secret-manager",
        "environment",
        "operator",
        "approval",
        "decision",
        "reconciler",
        "test",
        "monitoring",
    )
    parts = tuple(Component(id=f"c-{kind}", title=kind, kind=kind, span=PLACE) for kind in kinds)
    workflow = Workflow(id="w", title="W", span=PLACE, stages=(Stage(id="s", title="S", span=PLACE, components=parts),))
    found = {
        node.id.removeprefix("c-"): (node.kind, node.classes, node.mark)
        for node in read_mermaid(emitted(workflow), 1).nodes
    }
    assert found == {
        **{kind: (kind, (), None) for kind in kinds[:6]},
        "reconciler": ("", ("ops",), Mark.SYNC),
        "test": ("", ("verify",), Mark.VERIFICATION),
        "monitoring": ("", ("monitor",), None),
    }
    assert {one.id: one.mark for one in imported(emitted(workflow)).components()}["c-test"] is Mark.VERIFICATION


def test_parts_of_other_workflows_stay_there():
    flows = tuple(Flow(sources=("A",), targets=(end,), span=PLACE) for end in ("other.X", "their:other.Y"))
    part = Component(id="A", title="A", span=PLACE)
    stage = Stage(id="s", title="S", span=PLACE, components=(part,))
    again = imported(emitted(Workflow(id="w", title="W", span=PLACE, stages=(stage,), flows=flows)))
    assert [one.id for one in again.components()] == ["A"]
    assert again.foreign() == ("other.X", "their:other.Y")
