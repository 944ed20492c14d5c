"""A build with nothing to do leaves the indices as they are; whatever may change them has them written again."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import sphinx
from sphinx.util.console import strip_colors

from sphinx_gitops.ext.domain.relations import Relations
from support.sites import html, site

FILES = {**site(), "third.rst": ":orphan:\n\nThird\n=====\n\n:gitops:component:`SCAN`\n"}
LEFT = ("genindex.html", "gitops-components.html", "objects.inv", "searchindex.js", "gitops.json")
OURS = [name for name in LEFT if name != "searchindex.js"]  # without that, Sphinx ends a build with nothing to do
OTHER_CODE = "\n.. gitops-runbook:: fix\n   :title: Fix\n\n   Now.\n"


def times(app) -> dict[str, int]:
    return {name: Path(app.outdir, name).stat().st_mtime_ns for name in LEFT}


def contents(app) -> dict[str, bytes]:
    return {name: Path(app.outdir, name).read_bytes() for name in LEFT}


EARLY = sphinx.version_info < (8, 2)
always = pytest.mark.skipif(EARLY, reason="Sphinx before 8.2 ends a build with nothing to do before it writes indices")


def rested(app) -> bool:
    said = strip_colors(app.status.getvalue())
    return "nothing to write" in said or (EARLY and "no targets are out of date" in said)


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_files_are_those_of_the_build_before(build, builder):
    first = build(FILES, builder=builder)
    before = {path: path.stat().st_mtime_ns for path in Path(first.outdir).rglob("*.inv")}
    again = build(FILES, builder=builder)
    assert rested(again)
    assert not rested(first)
    assert {path: path.stat().st_mtime_ns for path in Path(again.outdir).rglob("*.inv")} == before
    assert not any(name in vars(again.builder) for name in ("gen_indices", "dump_inventory", "dump_search_index"))


@always
def test_neither_pages_nor_records_are_looked_at(build, monkeypatch):
    before = times(build(FILES))
    monkeypatch.setattr(Relations, "workflow", None)
    app = build(FILES)
    assert rested(app)
    assert times(app) == before


@always
@pytest.mark.parametrize("name", OURS)
def test_what_is_missing_is_written_again(build, name):
    app = build(FILES)
    before = contents(app)
    Path(app.outdir, name).unlink()
    again = build(FILES)
    assert not rested(again)
    assert {one: contents(again)[one] for one in OURS} == {one: before[one] for one in OURS}
    assert rested(build(FILES))


@always
@pytest.mark.parametrize("name", OURS)
def test_what_another_has_written_is_written_again(build, name):
    app = build(FILES)
    before = contents(app)[name]
    Path(app.outdir, name).write_bytes(b"# Sphinx inventory version 2\n" if name == "objects.inv" else b"")
    again = build(FILES)
    assert not rested(again)
    assert contents(again)[name] == before


def test_a_page_that_is_edited_or_gone_or_missing(build):
    app = build(FILES)
    edited = {**FILES, "third.rst": FILES["third.rst"] + OTHER_CODE}
    assert not rested(build(edited))
    assert rested(build(edited))
    Path(app.outdir, "third.html").unlink()
    assert not rested(build(edited))
    assert rested(build(edited))
    Path(app.srcdir, "third.rst").unlink()
    gone = build(site())
    assert not rested(gone)
    assert b'"third"' not in contents(gone)["gitops.json"]


@always
@pytest.mark.parametrize(
    "config", [{"gitops_export": False}, {"project": "Other"}, {"gitops_classes": {"team": {"fill": "#ffffff"}}}]
)
def test_another_configuration(build, config):
    build(FILES)
    assert not rested(build(FILES, **config))


@always
def test_another_tag(build):
    app = build(FILES)
    app.tags.add("draft")
    app.build()
    assert not rested(app)
    app.build()
    assert rested(app)


@always
def test_a_condition_that_may_ask_for_anything(build):
    flow = "   .. gitops-workflow::\n\n      id: delivery\n      stages: {s: {components: {SCAN: A, PKG: B}}}\n"
    page = f"Site\n====\n\n.. toctree::\n\n   other\n\n.. ifconfig:: 1\n\n{flow}"
    files = {**FILES, "index.rst": page}
    options = {"extensions": ["sphinx_gitops", "sphinx.ext.ifconfig"]}
    build(files, **options)
    assert not rested(build(files, **options))


@always
def test_an_audit_looks_at_more_than_documents(build):
    files = {**FILES, "third.rst": FILES["third.rst"] + "\n.. gitops-audit:: delivery\n"}
    build(files)
    assert not rested(build(files))


@always
def test_what_an_extension_puts_on_every_page_is_on_the_indices(build, monkeypatch):
    said = {"text": "one"}

    def add(app, page, template, context, doctree):
        context["metatags"] = context.get("metatags", "") + f'<meta name="x" content="{said["text"]}" />'

    monkeypatch.setitem(
        sys.modules, "adding", SimpleNamespace(setup=lambda app: app.connect("html-page-context", add) and None)
    )
    options = {"extensions": ["sphinx_gitops", "adding"]}
    build(FILES, **options)
    assert rested(build(FILES, **options))
    said["text"] = "two"
    assert 'content="two"' in html(build(FILES, **options), "genindex")


def test_a_page_left_out_of_a_build_of_a_few_files_is_written_by_the_next(build):
    app = build(FILES)
    Path(app.srcdir, "index.rst").write_text(FILES["index.rst"].replace("Scanner", "Inspector"), encoding="utf-8")
    app.build(filenames=[str(Path(app.srcdir, "other.rst"))])
    files = {**FILES, "index.rst": FILES["index.rst"].replace("Scanner", "Inspector")}
    again = build(files)
    assert not rested(again)
    assert "Inspector" in html(again)


def test_what_another_builder_has_read_is_written(build):
    build(FILES)
    files = {**FILES, "index.rst": FILES["index.rst"].replace("Scanner", "Inspector")}
    build(files, builder="text")
    app = build(files)
    assert not rested(app)
    assert b"Inspector" in contents(app)["gitops.json"]
    assert rested(build(files))


@always
@pytest.mark.parametrize("damage", [b"", b"[]", b"{", b'{"key": 1}'])
def test_a_damaged_record_is_none(build, damage):
    (record,) = Path(build(FILES).doctreedir).glob("gitops-html-*.unchanged")
    known = record.read_bytes()
    record.write_bytes(damage)
    app = build(FILES)
    assert not rested(app)
    assert record.read_bytes() != damage
    assert record.read_bytes()[:20] == known[:20]


@always
def test_a_record_that_cannot_be_kept_is_no_fault(build, warnings):
    (record,) = Path(build(FILES).doctreedir).glob("gitops-html-*.unchanged")
    record.unlink()
    record.mkdir()
    app = build(FILES)
    assert warnings(app) == []
    assert "cannot be kept" in strip_colors(app.status.getvalue())


@always
def test_an_index_for_each_letter_is_left_to_sphinx(build):
    build(FILES, html_split_index=True)
    assert not rested(build(FILES, html_split_index=True))
