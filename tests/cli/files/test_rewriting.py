"""A file written anew: its encoding, marks and line breaks stay, and what fails is told."""

from __future__ import annotations

import pytest

from sphinx_gitops.cli.files.rewriting import rewrite


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")],
)
def test_marks_and_line_breaks_stay(tmp_path, mark, encoding):
    path = tmp_path / "a.yaml"
    path.write_bytes(mark + "a: ä\r\nb: 1\n".encode(encoding))
    assert rewrite(str(path), lambda text: text.replace("1", "2")) == ""
    assert path.read_bytes() == mark + "a: ä\r\nb: 2\n".encode(encoding)


def test_what_does_not_change_is_not_written(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a")
    path.chmod(0o444)
    before = path.stat().st_mtime_ns
    assert rewrite(str(path), str) == ""
    assert path.stat().st_mtime_ns == before


def test_what_fails_is_told(tmp_path):
    assert rewrite(str(tmp_path / "gone.yaml"), str).endswith("error: cannot be fixed: no such file or directory\n")
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xff")
    assert "error: cannot be fixed: 'utf-8' codec" in rewrite(str(path), str)
