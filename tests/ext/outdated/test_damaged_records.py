"""What is kept beside the doctrees may be damaged, or not be written at all: no build ends for its sake."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from sphinx.util.console import strip_colors

FILES = {"index.rst": "Site\n====\n\n.. gitops-workflow::\n\n   id: d\n   stages: {ci: {components: {A: First}}}\n"}


def said(app) -> str:
    return strip_colors(app.status.getvalue())


def test_a_record_that_is_too_deep_to_read_is_none(build):
    (record,) = Path(build(FILES).doctreedir).glob("gitops-html-*.json")
    known = record.read_bytes()
    record.write_text('{"index":' + "[" * 200_000 + "]" * 200_000 + "}", encoding="utf-8")
    build(FILES)
    assert record.read_bytes() == known


@pytest.mark.parametrize("suffix", [".json", ".part", ".unfinished"])
def test_a_folder_in_the_place_of_a_file_is_said_and_left_alone(build, warnings, suffix):
    app = build(FILES)
    (record,) = Path(app.doctreedir).glob("gitops-html-*.json")
    record.unlink()
    folder = record.with_suffix(suffix)
    folder.mkdir()
    again = build(FILES)
    assert warnings(again) == []
    assert "next build" in said(again)
    assert folder.is_dir()


def test_a_build_with_nothing_to_do_writes_nothing_beside_doctrees(build, monkeypatch):
    app = build(FILES)
    touch = Path.touch

    def refuse(path: Path, *arguments: object, **options: object) -> None:
        if path.is_relative_to(app.doctreedir):
            raise OSError(errno.EROFS, "Read-only file system", str(path))
        touch(path, *arguments, **options)

    monkeypatch.setattr(Path, "touch", refuse)
    again = build(FILES)
    assert "no targets are out of date" in said(again)
    assert "will not be noticed" in said(again)


def test_a_second_build_finds_the_configuration_unchanged(build):
    build(FILES)
    again = build({"index.rst": FILES["index.rst"] + "\nMore.\n"})
    assert "1 changed" in said(again)
    assert "configuration has changed" not in said(build({"index.rst": FILES["index.rst"] + "\nEven more.\n"}))


def test_the_stylesheet_is_there_and_no_path_to_the_package_in_the_configuration(build):
    app = build(FILES)
    assert Path(app.outdir, "_static", "gitops.css").read_bytes()
    assert app.config.html_static_path == []
