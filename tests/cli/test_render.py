"""``sphinx-gitops render`` writes a picture."""

from __future__ import annotations

from support.command import DELIVERY, run


def test_render_writes_an_svg(tmp_path):
    done = run("render", DELIVERY, "-o", str(tmp_path / "out.svg"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.svg").read_bytes().startswith(b"<svg ")
