"""``render`` writes what the suffix of its output says, with the colours that are asked for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from conftest import ROOT

from sphinx_gitops.cli import main
from sphinx_gitops.render import convert

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


@pytest.mark.parametrize("suffix", ["png", "pdf"])
def test_without_a_converter_one_message_names_the_extra(file, suffix):
    code = (
        "import sys; sys.modules['typst'] = None; from sphinx_gitops.cli import main;"
        f"sys.exit(main(['render', {str(file)!r}, '-o', {str(file.with_suffix('.' + suffix))!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT, env={**os.environ, "PATH": ""}
    )
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert 'no converter to PDF or PNG is installed: pip install "sphinx-gitops[' in line
    assert not file.with_suffix(f".{suffix}").exists()


@pytest.mark.parametrize("colours", ["light", "dark", "auto"])
def test_an_svg_of_its_own_has_plain_colours(file, colours, capsys):
    assert main(["render", str(file), "--colours", colours]) == 0
    drawn = capsys.readouterr().out
    assert "var(" not in drawn
    assert drawn.count("<style>") == (colours == "auto")
    light, dark = 'fill="#f3e5f5"' in drawn, 'fill="#3a1f45"' in drawn
    assert (light, dark) == ((colours != "dark"), (colours == "dark"))
    assert ('[fill="#f3e5f5"]{fill:#3a1f45}' in drawn) == (colours == "auto")


def test_rsvg_reads_the_plain_colours(file, tmp_path, capsys):
    try:
        tool = convert.RsvgConverter()
    except ImportError:
        pytest.skip("rsvg-convert is not on the path")
    drawn = {}
    for colours in ("light", "auto", "dark"):
        assert main(["render", str(file), "--colours", colours]) == 0
        drawn[colours] = tool.convert(capsys.readouterr().out, "png")
    assert drawn["light"] == drawn["auto"] != drawn["dark"]
