"""A stream that takes no more ends a command with a status and a sentence, and with no traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_gitops.cli.files import streams
from support.project import ROOT

DELIVERY = str(ROOT / "docs/demo/delivery.yaml")
FULL = Path("/dev/full")
COMMANDS = [
    ("schema",),
    ("emit", DELIVERY),
    ("outline", DELIVERY),
    ("--help",),
    ("--version",),
    ("check", "none.yaml"),
    ("explain", "cycle"),
]
full = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "sphinx_gitops", *arguments]


@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_reader_that_has_gone_is_no_traceback(arguments):
    with subprocess.Popen(command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as done:
        done.stdout.close()
        assert done.stderr.read() == b""
    assert done.returncode == 1


@full
@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_full_disk_is_one_sentence(arguments):
    with FULL.open("wb") as stream:
        done = subprocess.run(command(*arguments), stdout=stream, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert done.stderr == b"standard output: error: cannot be written: no space left on device\n"
    assert done.returncode == 1


@full
def test_a_full_standard_error_ends_the_command():
    with FULL.open("wb") as stream:
        done = subprocess.run(
            command("emit", "none.yaml"), stdout=subprocess.PIPE, stderr=stream, cwd=ROOT, check=False
        )
    assert (done.returncode, done.stdout) == (1, b"")


@full
def test_a_picture_on_a_full_disk_names_its_file():
    done = subprocess.run(command("render", DELIVERY, "-o", "/dev/full"), capture_output=True, cwd=ROOT, check=False)
    assert done.stderr == b"/dev/full: error: cannot be written: no space left on device\n"
    assert done.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
def test_a_closed_standard_output_is_said():
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m sphinx_gitops schema >&-"], capture_output=True, cwd=ROOT, check=False
    )
    assert done.stderr == b"standard output: error: cannot be written: it is closed\n"
    assert done.returncode == 1


def test_a_text_gives_a_terminal_no_command(monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    streams.put("w.yaml: A \x1b[2J\x9b\a\tB\r\n")
    assert capsys.readouterr().out == "w.yaml: A \\u001b[2J\\u009b\\u0007\tB\\u000d\n"


def test_a_file_has_every_letter(capsys):
    streams.put("A \x1b[2J\n")
    assert capsys.readouterr().out == "A \x1b[2J\n"


def test_a_complaint_gives_a_terminal_no_command(tmp_path):
    name = "x\x1b[2J.yaml"
    done = subprocess.run(command("check", "--verbose", name), capture_output=True, cwd=tmp_path, check=False)
    assert b"\x1b" not in done.stderr


@full
def test_where_neither_stream_takes_anything_it_ends_without_a_word():
    with FULL.open("wb") as nowhere:
        done = subprocess.run(command("schema"), stdout=nowhere, stderr=nowhere, check=False, timeout=60)
    assert done.returncode == 1


def test_a_stream_that_a_process_does_not_have_is_not_flushed(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stderr", None)
    sys.stdout.write("x")
    streams.flush()
    assert capsys.readouterr().out == "x"
