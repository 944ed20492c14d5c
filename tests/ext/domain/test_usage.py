"""Workflows that documents show: a text that changes when what is shown does."""

from __future__ import annotations

from sphinx_gitops.ext.domain.usage import packed_of, state_of, states
from sphinx_gitops.ext.serialize import unpack

PAGE = "W\n=\n\n.. gitops-workflow::\n\n   id: w\n   formerly: [v]\n   stages: {s: {components: {A: Aa, B: Bb}}}\n   flows: [A --> B]\n"
FILES = {"index.rst": "T\n=\n\n.. toctree::\n\n   w\n\n.. gitops-view:: w\n", "w.rst": PAGE}


def state(build, files, name="w") -> str:
    return state_of(build(files).env, name)


def test_a_workflow_is_found_by_its_id_and_a_former_one(build):
    env = build(FILES).env
    docname, packed = packed_of(env, "w")
    assert (docname, unpack(packed).id) == ("w", "w")
    assert packed_of(env, "v") == (docname, packed)
    assert packed_of(env, "none") is None


def test_the_state_changes_with_what_is_shown_and_not_with_lines(build):
    first = state(build, FILES)
    assert state(build, {**FILES, "w.rst": PAGE.replace("W\n=\n", "W\n=\n\nA line more.\n")}) == first
    assert state(build, {**FILES, "w.rst": PAGE.replace("Aa", "Changed")}) != first


def test_each_document_has_the_states_of_what_it_shows(build):
    found = states(build(FILES).env)
    assert set(found) == {"index"}
    assert len(found["index"]) == 1
