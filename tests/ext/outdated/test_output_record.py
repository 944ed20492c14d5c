"""What each output has of the project: another builder, a build cut off, or one of a few files leaves no page stale."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from sphinx.util.console import strip_colors

from support.described import RST, SITES
from support.sites import html

FILES = SITES["rst"]
RETITLED = FILES | {"flow.rst": RST["flow"].replace("title: Scanner", "title: Inspector")}
SHOWING = ("flow", "parts", "books", "prose")


def showing(app, text: str = "Inspector") -> list[str]:
    """The pages that show a text."""
    return [name for name in SHOWING if text in html(app, name)]


def quiet(app) -> bool:
    """Whether nothing was out of date."""
    return "no targets are out of date" in strip_colors(app.status.getvalue())


@pytest.mark.parametrize("other", ["gitops-json", "text", "latex", "dummy"])
def test_what_another_builder_has_read_is_still_written_here(build, other):
    build(FILES)
    build(RETITLED, builder=other)
    assert showing(build(RETITLED)) == [*SHOWING]
    assert quiet(build(RETITLED))


def test_a_workflow_in_a_file_is_written_here_when_another_builder_has_read_it(build):
    files = {"index.rst": "Site\n====\n\n.. gitops-workflow:: flow.yaml\n", "flow.yaml": "id: d\nstages: {ci: {components: {A: First}}}\n"}  # fmt: skip
    build(files)
    files["flow.yaml"] = files["flow.yaml"].replace("First", "Second")
    build(files, builder="gitops-json")
    assert "Second" in html(build(files), "index")


def test_a_build_of_a_few_files_leaves_the_others_to_the_next(build):
    app = build(FILES)
    Path(app.srcdir, "flow.rst").write_text(RETITLED["flow.rst"], encoding="utf-8")
    app.build(filenames=[str(Path(app.srcdir, "prose.rst"))])
    assert showing(app) == ["prose"]
    assert showing(build(RETITLED)) == [*SHOWING]


def test_a_build_cut_off_after_reading_leaves_all_to_the_next(build):
    def cut(app, builder):
        raise KeyboardInterrupt

    app = build(FILES)
    Path(app.srcdir, "flow.rst").write_text(RETITLED["flow.rst"], encoding="utf-8")
    listener = app.connect("write-started", cut)
    with pytest.raises(KeyboardInterrupt):
        app.build()
    app.disconnect(listener)
    assert showing(build(RETITLED)) == [*SHOWING]


def test_a_build_into_another_folder_does_not_end_one_cut_off_here(build, make_app, tmp_path):
    app = build(FILES)
    (record,) = Path(app.doctreedir).glob("gitops-html-*.json")
    record.with_suffix(".unfinished").touch()
    Path(app.outdir, "prose.html").write_bytes(b"")
    elsewhere = make_app(
        srcdir=app.srcdir,
        builddir=tmp_path / "elsewhere",
        confoverrides={"extensions": ["sphinx_gitops"], "html_theme": "basic", "keep_warnings": False},
    )
    elsewhere.doctreedir = app.doctreedir
    elsewhere.build()
    assert "Scanner" in html(elsewhere, "prose")
    assert "Scanner" in html(build(FILES), "prose")


@pytest.mark.parametrize("text", ["", "[", "[]", '{"prose": 1}'])
def test_a_record_that_cannot_be_read_is_none(build, text):
    app = build(FILES)
    (record,) = Path(app.doctreedir).glob("gitops-html-*.json")
    known = record.read_bytes()
    record.write_text(text, encoding="utf-8")
    build(FILES)
    assert record.read_bytes() == known
    assert str(app.outdir) not in json.dumps(json.loads(known))


def test_in_parallel_and_without_its_folder_the_pages_are_written_and_then_rest(build):
    build(FILES, parallel=2)
    app = build(RETITLED, parallel=2)
    assert showing(app) == [*SHOWING]
    assert quiet(build(RETITLED, parallel=2))
    shutil.rmtree(app.outdir)
    assert showing(build(RETITLED)) == [*SHOWING]
    assert quiet(build(RETITLED))


ASIDE = "Aside\n=====\n\n.. gitops-component:: delivery.SCAN\n   :no-index:\n   :tags: aside\n   :manifest: aside/scan.yaml\n\n"
BOOK = "Aside\n=====\n\n.. gitops-runbook:: other\n   :no-index:\n   :components: SCAN\n   :severity: SEV9\n"


@pytest.mark.parametrize(("page", "own"), [(ASIDE, ("aside", "aside/scan.yaml", "slsa")), (BOOK, ("SEV9", "SCAN"))])
def test_without_index_an_entry_has_its_own_facts_and_is_written_when_others_change(build, warnings, page, own):
    files = {"aside.rst": page}
    before = build(FILES | files)
    assert [word for word in own if word not in html(before, "aside")] == []
    assert [line for line in warnings(before) if "toctree" not in line] == []
    assert "Inspector" in html(build(RETITLED | files), "aside")


def test_of_two_runbooks_of_one_id_each_says_and_warns_its_own(build, warnings):
    twice = RST["books"] + "\n.. gitops-runbook:: scan-failed\n   :severity: SEV7\n   :components: NONE\n"
    app = build(FILES | {"books.rst": twice})
    assert [html(app, "books").count(severity) for severity in ("SEV2", "SEV7")] == [1, 1]
    (line,) = [line for line in warnings(app) if "names 'NONE'" in line]
    assert f"books.rst:{len(twice.splitlines())}:" in line


def test_an_entry_is_put_together_once(build):
    from sphinx_gitops.ext.domain.domain import gitops_domain

    relations = gitops_domain(build(FILES).env).relations
    assert relations.entry("delivery.SCAN") is relations.entry("delivery.SCAN")
