"""``render`` writes what the suffix of its output says, with the colours that are asked for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from sphinx_gitops.cli import main
from sphinx_gitops.palette import DEFAULT
from sphinx_gitops.render.drawing import RenderError
from sphinx_gitops.render.printing.converters import RsvgConverter
from support.project import ROOT

WORKFLOW = "stages: {s: {components: {A: Aa, B: {title: Bb, kind: build}}}}\nflows: [A --> B]\n"
STARTS = {"svg": b"<svg ", "png": b"\x89PNG\r\n", "pdf": b"%PDF-", "PNG": b"\x89PNG\r\n"}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "w.yaml"
    path.write_text(WORKFLOW, encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", STARTS)
def test_the_suffix_says_what_is_written(file, suffix, capsys):
    target = file.with_suffix(f".{suffix}")
    assert main(["render", str(file), "-o", str(target)]) == 0
    assert target.read_bytes().startswith(STARTS[suffix])
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["-o", "w.gif"], "argument -o: 'w.gif' ends in none of .svg, .pdf, .png"),
        (["-o", "w.svg.zip"], "ends in none of"),
        (["-o", "w.png", "--colours", "dark"], "argument --colours: a .png is for paper, which is light"),
        (["--colours", "blue"], "argument --colours: invalid choice: 'blue'"),
    ],
)
def test_what_cannot_be_written_is_wrong_usage(file, arguments, expected, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["render", str(file), *arguments])
    assert ended.value.code == 2
    assert expected in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["w.yaml"]


def test_without_what_writes_png_one_message_names_the_extra(file):
    code = (
        "import sys; sys.modules['pypdfium2'] = None; from sphinx_gitops.cli import main;"
        f"sys.exit(main(['render', {str(file)!r}, '-o', {str(file.with_suffix('.png'))!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT, env={**os.environ, "PATH": ""}
    )
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert 'PNG needs PDFium: pip install "sphinx-gitops[png]"' in line
    assert not file.with_suffix(".png").exists()


@pytest.mark.parametrize("colours", ["light", "dark", "auto"])
def test_an_svg_of_its_own_has_plain_colours(file, colours, capsys):
    assert main(["render", str(file), "--colours", colours]) == 0
    drawn = capsys.readouterr().out
    assert "var(" not in drawn
    assert drawn.count("<style>") == (colours == "auto")
    build = DEFAULT["build"]
    light, dark = f'fill="{build.light.fill}"' in drawn, f'fill="{build.dark.fill}"' in drawn
    assert (light, dark) == ((colours != "dark"), (colours == "dark"))
    assert (f'[fill="{build.light.fill}"]{{fill:{build.dark.fill}}}' in drawn) == (colours == "auto")


def test_rsvg_reads_the_plain_colours(file, tmp_path, capsys):
    try:
        tool = RsvgConverter()
    except RenderError:
        pytest.skip("rsvg-convert is not on the path")
    drawn = {}
    for colours in ("light", "auto", "dark"):
        assert main(["render", str(file), "--colours", colours]) == 0
        drawn[colours] = tool.convert(capsys.readouterr().out, "png")
    assert drawn["light"] == drawn["auto"] != drawn["dark"]
