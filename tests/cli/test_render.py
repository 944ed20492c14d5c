"""``sphinx-gitops render`` writes a picture."""

from __future__ import annotations

from support.command import DELIVERY, run


def test_render_writes_an_svg(tmp_path):
    done = run("render", DELIVERY, "-o", str(tmp_path / "out.svg"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.svg").read_bytes().startswith(b"<svg ")


def test_a_file_without_a_workflow_has_no_picture(tmp_path):
    (tmp_path / "w.yaml").write_text("- A\n", encoding="utf-8")
    done = run("render", str(tmp_path / "w.yaml"), "-o", str(tmp_path / "out.svg"))
    assert done.returncode == 1
    assert b"w.yaml:1:1: error: " in done.stderr
    assert not (tmp_path / "out.svg").exists()
