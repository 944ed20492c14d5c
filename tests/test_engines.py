"""Every engine gives a layout of the same scene, and its failures are one clear error."""

from __future__ import annotations

import stat
import sys

import pytest
from conftest import ROOT

from sphinx_gitops.emit import to_mermaid
from sphinx_gitops.reader import read_path
from sphinx_gitops.render import RenderError, choose, draw, layout_config
from sphinx_gitops.render.geometry import read_svg
from sphinx_gitops.render.layout import check
from sphinx_gitops.render.mmdc import MmdcEngine
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

SHOWN = scene(read_path(ROOT / "docs/demo/delivery.yaml").workflow, DEFAULT)
SOURCE = to_mermaid(SHOWN)


@pytest.mark.parametrize("name", ["merman", "mmdr"])
def test_an_engine_draws_the_whole_scene(name):
    engine = choose(name)
    assert engine is not None
    check(engine.layout(SOURCE, config=layout_config(SHOWN), timeout=20), SHOWN)
    assert draw(SHOWN, SOURCE, engine=engine, prefix="p").svg.count('class="gitops-node') == 21


def test_both_engines_agree_on_what_stands_in_what():
    for name in ("merman", "mmdr"):
        layout = choose(name).layout(SOURCE, config=layout_config(SHOWN), timeout=20)
        for box in SHOWN.all_boxes():
            outer = layout.boxes[box.key]
            for node in box.nodes:
                inner = layout.nodes[node.key]
                assert outer.x <= inner.x <= inner.right <= outer.right, (name, node.id)
                assert outer.y <= inner.y <= inner.bottom <= outer.bottom, (name, node.id)


def test_broken_mermaid_is_an_error_of_mmdr():
    with pytest.raises(RenderError):
        choose("mmdr").layout("flowchart TB\n  A --> [", config={}, timeout=20)


@pytest.mark.parametrize("text", ["", "<svg", "no svg at all"])
def test_garbage_is_an_error(text):
    with pytest.raises(RenderError, match="well-formed"):
        read_svg(text, curved=False)


def fake_mmdc(folder, monkeypatch, body: str) -> None:
    command = folder / "mmdc"
    command.write_text(f"#!{sys.executable}\n{body}", encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("import sys; sys.exit('boom')", "it failed: boom"),
        ("import time; time.sleep(30)", "longer than 0.5 s"),
        ("open('out.svg', 'w').write('garbage')", "well-formed"),
    ],
)
def test_a_failing_mmdc_is_an_error(tmp_path, monkeypatch, body, message):
    fake_mmdc(tmp_path, monkeypatch, body)
    with pytest.raises(RenderError, match=message):
        MmdcEngine().layout("flowchart TB", config={}, timeout=0.5)


def test_mmdc_gives_the_layout_of_its_svg(tmp_path, monkeypatch):
    code = "import json, mmdr; open('out.svg', 'w').write(mmdr.render(open('in.mmd').read(), backend='merman').svg())"
    fake_mmdc(tmp_path, monkeypatch, code)
    check(MmdcEngine().layout(SOURCE, config=layout_config(SHOWN), timeout=20), SHOWN)
