"""After a build that was cut off every page is written again; after one that ended, none."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "index.rst": "T\n=\n\n.. toctree::\n\n   other\n\n.. gitops-workflow::\n\n   stages: {s: {components: {A: a}}}\n",
    "other.rst": "O\n=\n",
}


def marker(app) -> Path:
    (record,) = Path(app.doctreedir).glob("gitops-html-*.json")
    return record.with_suffix(".unfinished")


def test_the_mark_is_gone_when_a_build_has_ended(build):
    assert not marker(build(FILES)).exists()


def test_after_one_that_was_cut_off_every_page_is_written_again(build):
    app = build(FILES)
    page = Path(app.outdir, "other.html")
    marker(app).touch()
    page.write_bytes(b"")
    again = build(FILES)
    assert b"</html>" in page.read_bytes()
    assert not marker(again).exists()
    before = page.stat().st_mtime_ns
    build(FILES)
    assert page.stat().st_mtime_ns == before
