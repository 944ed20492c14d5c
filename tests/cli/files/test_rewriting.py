"""A file written anew: its encoding, marks and line breaks stay, and what fails is told."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from sphinx_gitops import cache
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


@pytest.mark.parametrize("mode", [0o640, 0o755, 0o666])
def test_permissions_and_owner_stay(tmp_path, mode):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a")
    path.chmod(mode)
    if os.geteuid() == 0:
        os.chown(path, 1234, 4321)
    before = path.stat()
    assert rewrite(str(path), str.upper) == ""
    after = path.stat()
    assert path.read_bytes() == b"A"
    assert (stat.S_IMODE(after.st_mode), after.st_uid, after.st_gid) == (mode, before.st_uid, before.st_gid)


def test_a_file_of_another_s_group_is_written_with_its_permissions(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(cache, "_CHOWN", refuse)
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a")
    path.chmod(0o640)
    assert rewrite(str(path), str.upper) == ""
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"A", 0o640)


def test_a_link_to_a_file_stays_one(tmp_path):
    path, link = tmp_path / "a.yaml", tmp_path / "links" / "b.yaml"
    path.write_bytes(b"a")
    link.parent.mkdir()
    link.symlink_to("../a.yaml")
    assert rewrite(str(link), str.upper) == ""
    assert link.is_symlink()
    assert path.read_bytes() == b"A"
    assert [one.name for one in link.parent.iterdir()] == ["b.yaml"]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), KeyboardInterrupt()])
def test_what_fails_while_it_is_written_leaves_the_file_as_it_was(tmp_path, monkeypatch, error):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n" * 1_000)
    opened = os.fdopen

    def failing(handle, how):
        stream = opened(handle, how)
        write = stream.raw.write

        class Failing:
            def __enter__(self):
                return self

            def __exit__(self, *_):
                stream.close()

            def write(self, content):
                write(content[: len(content) // 2])
                raise error

        return Failing()

    monkeypatch.setattr(cache.os, "fdopen", failing)
    if isinstance(error, OSError):
        assert rewrite(str(path), str.upper) == f"{path}: error: cannot be fixed: no space left on device\n"
    else:
        with pytest.raises(KeyboardInterrupt):
            rewrite(str(path), str.upper)
    assert path.read_bytes() == b"a: 1\n" * 1_000
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]


def test_a_file_that_may_not_be_written_is_told_though_its_folder_may(tmp_path, monkeypatch):
    path, opened = tmp_path / "a.yaml", Path.open

    def refuse(self, mode="r", *rest):  # as the system does, but for root
        if mode == "r+b":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(self, mode, *rest)

    path.write_bytes(b"a")
    monkeypatch.setattr(Path, "open", refuse)
    assert rewrite(str(path), str.upper).endswith("error: cannot be fixed: permission denied\n")
    monkeypatch.undo()
    assert path.read_bytes() == b"a"
