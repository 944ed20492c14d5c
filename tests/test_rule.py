"""The files of an example of a rule."""

from __future__ import annotations

from sphinx_gitops.rule import example_files


def test_an_example_has_files_or_none():
    text = "# delivery.yaml\nid: x\n# a comment\n# apps/a.yaml\nkind: A\n"
    assert example_files(text) == {"delivery.yaml": "id: x\n# a comment\n", "apps/a.yaml": "kind: A\n"}
    assert example_files("stages: {}\n") == {}
