"""Placeholders: what they carry, and the texts of theirs that are translated."""

from __future__ import annotations

import pickle

from sphinx_gitops.ext.nodes import gitops_diagram, gitops_title
from sphinx_gitops.ext.serialize import pack
from support.mistakes import read


def diagram() -> gitops_diagram:
    workflow = read("title: T\nstages: {s: {components: {A: Aa}}}").workflow
    return gitops_diagram("", request=None, workflow=pack(workflow), translations={})


def test_a_diagram_has_its_workflow_as_bytes_and_can_be_pickled():
    node = pickle.loads(pickle.dumps(diagram()))  # noqa: S301 - made here, as Sphinx does
    assert node.workflow.title == "T"
    node.workflow = read("title: U\nstages: {s: {components: {A: Aa}}}").workflow
    assert node.workflow.title == "U"


def test_the_writer_s_texts_are_kept_and_translations_noted():
    node = diagram()
    node.preserve_original_messages()
    assert node.extract_original_messages() == ["T", "s", "Aa"]
    node.apply_translated_message("Aa", "Bb")
    assert node["translations"] == {"Aa": "Bb"}
    assert diagram().extract_original_messages() == []


def test_a_title_is_translated_where_the_writer_gave_it():
    own = gitops_title("", title="Scan failed", own=True, shown="Scan failed")
    assert own.extract_original_messages() == ["Scan failed"]
    own.apply_translated_message("Scan failed", "Pr\u00fcfung fehlgeschlagen")
    assert own["shown"] == "Pr\u00fcfung fehlgeschlagen"
    assert gitops_title("", title="scan-failed", own=False).extract_original_messages() == []
