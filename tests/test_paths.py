"""What is at a path; a path that none can be has nothing, and is no error."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_gitops.paths import is_file, is_folder, is_there


def test_what_is_there_is_told(tmp_path):
    file = tmp_path / "a"
    file.write_text("", encoding="utf-8")
    assert (is_file(file), is_folder(file), is_there(file)) == (True, False, True)
    assert (is_file(tmp_path), is_folder(tmp_path), is_there(tmp_path)) == (False, True, True)


@pytest.mark.parametrize("name", ["none", "a" * 5000, "a\0b", "a\udcff", "a/" * 5000])
def test_what_cannot_be_there_is_not(tmp_path, name):
    path = tmp_path / Path(name)
    assert (is_file(path), is_folder(path), is_there(path)) == (False, False, False)
