"""Names in what ``emit`` prints are what they were; in flowcharts of others they are as they are."""

from __future__ import annotations

from sphinx_gitops.identifiers import mermaid_key, note_key
from sphinx_gitops.importers.diagrams.diagram import ColourClass
from sphinx_gitops.importers.mermaid.emitted import Names

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


def test_signs_before_titles_are_taken_off():
    assert OURS.unsigned(("\u2713 Lint", "\u2713 x")) == ("Lint", "\u2713 x")
    assert OTHERS.unsigned(("\u2713 Lint",)) == ("\u2713 Lint",)
