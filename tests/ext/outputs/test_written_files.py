"""Files of pictures by document."""

from __future__ import annotations

from sphinx_gitops.ext.outputs.written_files import begin, note, written


def test_files_are_noted_by_document_and_forgotten_with_the_build(build):
    app = build({"index.rst": "T\n=\n"})
    assert written(app) == {}
    note(app, "a", "x.svg")
    note(app, "a", "x.svg")
    note(app, "b", "y.svg")
    assert written(app) == {"a": {"x.svg"}, "b": {"y.svg"}}
    begin(app)
    assert written(app) == {}
