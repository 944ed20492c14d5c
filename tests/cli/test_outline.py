"""``sphinx-gitops outline``: a workflow in words."""

from __future__ import annotations

from support.command import DELIVERY, run


def test_outline_prints_words():
    done = run("outline", DELIVERY)
    assert b"- Security Scanner (security scan, security check, owner: platform-security)" in done.stdout.replace(
        b"  ", b""
    )


def test_a_file_without_a_workflow_has_no_words(tmp_path):
    (tmp_path / "w.yaml").write_text("- A\n", encoding="utf-8")
    done = run("outline", str(tmp_path / "w.yaml"))
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"w.yaml:1:1: error: " in done.stderr
