"""Files of pictures that no page has any more."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_gitops.ext.outputs import written_files
from sphinx_gitops.ext.removed import picture_files
from support.private_pages import PRIVATE, taking_out

WIDE = ", ".join(f"C{number}: Some component of that name {number}" for number in range(8))
FLOWS = ", ".join(f"C{number} --> C{number + 1}" for number in range(7))
PAGE = f"""
T
=

.. only:: internal

   .. gitops-workflow::

      id: crypt
      stages: {{s: {{components: {{{WIDE}}}}}}}
      flows: [{FLOWS}]

.. gitops-workflow::

   id: open
   stages: {{s: {{components: {{{WIDE}}}}}}}
   flows: [{FLOWS}]
"""


def pictures(app) -> list[str]:
    return sorted(path.name.split("-")[1] for path in (app.outdir / "_images").glob("gitops-*.svg"))


def test_a_picture_that_is_left_out_from_now_on_is_no_longer_beside_the_pages(build, make_app):
    app = build({"index.rst": PAGE})
    assert pictures(app) == ["open"]
    internal = make_app("html", srcdir=app.srcdir, confoverrides={"extensions": ["sphinx_gitops"]}, tags=["internal"])
    internal.build()
    assert pictures(internal) == ["crypt", "open"]
    assert pictures(build({"index.rst": PAGE})) == ["open"]


def test_a_picture_goes_with_its_document_and_stays_with_one_that_is_not_written(build):
    app = build({"index.rst": "T\n=\n\n.. toctree::\n\n   other\n", "other.rst": PAGE})
    assert pictures(app) == ["open"]
    app = build({"index.rst": "T\n=\n\n.. toctree::\n\n   other\n\nMore.\n", "other.rst": PAGE})
    assert pictures(app) == ["open"]
    (app.srcdir / "other.rst").unlink()
    app = build({"index.rst": "T\n=\n\n.. gitops-table:: components\n"})
    assert pictures(app) == []


def test_other_files_are_never_taken_away(build):
    app = build({"index.rst": PAGE})
    own = app.outdir / "_images/other.svg"
    own.write_text("x")
    above = app.outdir.parent / "gitops-x.svg"
    above.write_text("x")
    for name in ("_images/other.svg", "../gitops-x.svg", str(above)):
        written_files.note(app, "index", name)
    picture_files.settle(app, {})
    assert own.exists()
    assert above.exists()


def test_a_file_is_shown_where_the_document_names_it(build):
    app = build({"index.rst": "T\n=\n"})
    for name in ("_images/gitops-a-1.svg", "_images/gitops-b-1.svg", "gitops-c.pdf"):
        written_files.note(app, "index", name)
    doctree = new_document("x")
    doctree += nodes.raw("", '<a href="../_images/gitops-a-1.svg">', format="html")
    doctree += nodes.paragraph("", "gitops-c.pdf")
    assert picture_files.shown(app, doctree, ["index", "other"]) == {"index": ["_images/gitops-a-1.svg"], "other": []}


def test_a_picture_that_a_builder_has_copied_goes_and_what_is_kept_among_the_doctrees_stays(tmp_path, monkeypatch):
    source, target = tmp_path / "source", tmp_path / "texinfo"
    source.mkdir()
    for name, text in PRIVATE.items():
        (source / name).write_text(text, encoding="utf-8")
    settings = {"extensions": ["sphinx_gitops", taking_out(monkeypatch, "doctree-resolved")]}
    kept = target / ".doctrees"
    with patch_docutils(), docutils_namespace():
        Sphinx(source, None, target, kept, "texinfo", settings, status=None, warning=None).build()
    shown = {path.name for path in target.rglob("*.png") if kept not in path.parents}
    assert shown
    assert shown < {path.name for path in kept.rglob("*.png")}
