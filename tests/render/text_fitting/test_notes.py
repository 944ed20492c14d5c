"""The notes of components as nodes of a scene, tied to them."""

from __future__ import annotations

from sphinx_gitops.render.text_fitting.notes import annotated, is_note
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.mistakes import read


def drawn(text: str):
    return scene(read(text).workflow, DEFAULT)


def test_a_note_stands_behind_its_component_and_is_tied_to_it():
    before = drawn("stages: {s: {components: {A: {note: 'Look  twice.'}, B: b}}}\nflows: [A --> B]")
    after = annotated(before)
    keys = [node.key for node in after.all_nodes()]
    note = next(node for node in after.all_nodes() if is_note(node.key))
    assert keys.index(note.key) == keys.index(next(node.key for node in after.all_nodes() if node.id == "A")) + 1
    assert (note.title, note.leads) == ("Look twice.", False)
    assert [edge.target for edge in after.edges][-1] == note.key
    assert len(after.edges) == len(before.edges) + 1


def test_without_notes_it_is_the_same_scene():
    before = drawn("stages: {s: {note: of the stage, components: {A: a}}}")
    assert annotated(before) is before


def test_no_id_of_a_component_is_taken_for_a_note():
    names = ["note_A", "id__note_A", "_note_A", "__note"]
    text = "stages: {s: {components: {" + ", ".join(f"{name}: x" for name in names) + "}}}"
    nodes = list(drawn(text).all_nodes())
    assert len(nodes) == len(names)
    assert not any(is_note(node.key) for node in nodes)
