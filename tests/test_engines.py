"""Every engine gives a layout of the same scene, and its failures are one clear error."""

from __future__ import annotations

import json
import shutil
import stat
import sys

import pytest
from conftest import ROOT

from sphinx_gitops.emit import to_mermaid
from sphinx_gitops.reader import read_path
from sphinx_gitops.render import RenderError, cache, choose, draw, layout_config
from sphinx_gitops.render.geometry.layout import check
from sphinx_gitops.render.mermaid_svg import read_svg
from sphinx_gitops.render.mmdc import MmdcEngine
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

SHOWN = scene(read_path(ROOT / "docs/demo/delivery.yaml").workflow, DEFAULT)
SOURCE = to_mermaid(SHOWN)


@pytest.mark.parametrize(
    "changed",
    [
        "render/painting/paint.py",
        "render/geometry/layout.py",
        "view/scene_builder.py",
        "facts.py",
        "emit/mermaid.py",
        "__init__.py",
    ],
)
def test_what_was_drawn_before_a_change_of_the_drawing_or_of_its_words_is_not_taken(tmp_path, monkeypatch, changed):
    folder = tmp_path / "sphinx_gitops"
    shutil.copytree(ROOT / "sphinx_gitops", folder, ignore=shutil.ignore_patterns("ext", "locale", "__pycache__"))
    monkeypatch.setattr(cache, "__file__", str(folder / "render/cache.py"))
    before = cache.drawing_version.__wrapped__()
    (folder / changed).write_text("", encoding="utf-8")
    assert cache.drawing_version.__wrapped__() != before


@pytest.mark.parametrize("name", ["merman", "mmdr"])
def test_an_engine_draws_the_whole_scene(name):
    engine = choose(name)
    assert engine is not None
    check(engine.layout(SOURCE, config=layout_config(SHOWN), timeout=20), SHOWN)
    assert draw(SHOWN, to_mermaid, engine=engine, prefix="p").svg.count('class="gitops-node') == 21


def test_both_engines_agree_on_what_stands_in_what():
    for name in ("merman", "mmdr"):
        layout = choose(name).layout(SOURCE, config=layout_config(SHOWN), timeout=20)
        for box in SHOWN.all_boxes():
            outer = layout.boxes[box.key]
            for node in box.nodes:
                inner = layout.nodes[node.key]
                assert outer.x <= inner.x <= inner.right <= outer.right, (name, node.id)
                assert outer.y <= inner.y <= inner.bottom <= outer.bottom, (name, node.id)


@pytest.mark.parametrize("meta", [{}, {"semantic": 3}, {"a": {"semantic": {"layout": {}}}}, '"semantic":{'])
def test_a_configuration_may_have_the_words_of_an_answer(meta):
    from sphinx_gitops.render.merman import _answer

    whole = {"meta": meta, "semantic": {"nodes": []}, "layout": {}}
    found = _answer(json.dumps(whole, separators=(",", ":")).encode())
    assert (found["semantic"], found["layout"]) == (whole["semantic"], whole["layout"])


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


FAKE_BATCH = """
import json, re, sys, mmdr
from pathlib import Path
with open(LOG, "a", encoding="utf-8") as log: log.write(" ".join(sys.argv[1:]) + "\\n")
if "--version" in sys.argv: print("9.9"); sys.exit()
source = Path(sys.argv[sys.argv.index("-i") + 1])
text = source.read_text()
def draw(text):
    found = re.match(r"---\\nconfig: (.*)\\n---\\n(.*)", text, re.S)
    config, text = (found[1], found[2]) if found else (Path("config.json").read_text(), text)
    return mmdr.render("%%{init: " + config + "}%%\\n" + text, backend="merman").svg()
if source.suffix == ".md":
    for n, block in enumerate(re.findall("```mermaid\\n(.*?)```", text, re.S), 1):
        Path(f"out-{n}.svg").write_text(draw(block))
else:
    Path("out.svg").write_text(draw(text))
"""


@pytest.fixture
def mmdc(tmp_path, monkeypatch):
    """A stand-in that draws; returns the calls so far."""
    from sphinx_gitops.render import engines

    log = tmp_path / "calls"
    folder = tmp_path / "bin"
    folder.mkdir()
    fake_mmdc(folder, monkeypatch, FAKE_BATCH.replace("LOG", repr(str(log))))
    engines._load.cache_clear()
    yield lambda: [line for line in log.read_text(encoding="utf-8").splitlines() if "--version" not in line]
    engines._load.cache_clear()


PAGE = "P\n=\n\n.. gitops-workflow::\n\n   id: w{n}\n   stages: {{s: {{components: {{A: Aa, B{n}: Bb}}}}}}\n   flows: [A --> B{n}]\n"


def pages(count: int) -> dict[str, str]:
    toctree = "".join(f"   p{n}\n" for n in range(count))
    return {"index.rst": "T\n=\n\n.. toctree::\n\n" + toctree} | {f"p{n}.rst": PAGE.format(n=n) for n in range(count)}


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_mmdc_draws_all_diagrams_of_a_build_in_one_browser(build, mmdc, builder):
    app = build(pages(4), builder=builder, gitops_engine="mmdc", version="1")
    assert len(mmdc()) == 1
    assert "-i in.md" in mmdc()[0]
    assert "-c config.json" in mmdc()[0]
    assert len(list((app.doctreedir / "gitops").glob("*.json"))) >= 4
    assert "Bb" in (app.outdir / {"html": "p3.html", "epub": "p3.xhtml"}[builder]).read_text(encoding="utf-8")
    build(pages(4), builder=builder, gitops_engine="mmdc", version="1")
    assert len(mmdc()) == 1


def test_many_diagrams_have_a_progress_line(build):
    app = build(pages(21))
    assert "drawing diagrams..." in app.status.getvalue()
    assert "drawing diagrams..." not in build(pages(21)).status.getvalue()


def test_few_diagrams_have_none(build):
    assert "drawing diagrams..." not in build(pages(3)).status.getvalue()
