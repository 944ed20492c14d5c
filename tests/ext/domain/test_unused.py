"""A project that uses nothing of this extension has nothing of it in its output but the stylesheet."""

from __future__ import annotations

import zlib
from pathlib import Path

from docutils import nodes

from sphinx_gitops.ext.resolve.diagrams import ResolveDiagrams

PLAIN = {"index.rst": "Site\n====\n\nWords, and :ref:`genindex`.\n"}
USED = "Site\n====\n\n.. gitops-workflow::\n\n   id: d\n   stages: {s: {components: {A: A}}}\n"


def inventory(app) -> bytes:
    return zlib.decompress(Path(app.outdir, "objects.inv").read_bytes().split(b"\n", 4)[4])


def test_there_is_no_export_no_page_and_no_name_in_the_inventory(build, warnings):
    app = build(PLAIN)
    assert warnings(app) == []
    assert [path.name for path in Path(app.outdir).glob("gitops*")] == []
    assert b"gitops" not in inventory(app)
    assert b"genindex" in inventory(app)
    assert app.env.get_domain("gitops").parts == {}


def test_a_reference_to_the_page_of_components_misses_it(build, warnings):
    (line,) = warnings(build({"index.rst": PLAIN["index.rst"] + "\n:ref:`gitops-components`\n"}))
    assert "undefined label: 'gitops-components'" in line


def test_export_and_names_come_and_go_with_the_first_workflow(build):
    for text, there in ((USED, True), (PLAIN["index.rst"], False), (USED, True)):
        app = build({"index.rst": text})
        assert Path(app.outdir, "gitops.json").exists() is there
        assert (b"gitops-components" in inventory(app)) is there


def test_no_document_is_looked_through_for_what_no_document_has(build, monkeypatch):
    looked: list[nodes.document] = []
    run = ResolveDiagrams.run
    monkeypatch.setattr(
        ResolveDiagrams, "run", lambda self, **kwargs: looked.append(self.document) or run(self, **kwargs)
    )
    build(PLAIN)
    assert looked == []
    build({"index.rst": USED})
    assert len(looked) == 1
