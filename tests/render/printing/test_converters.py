"""Which converter writes a picture: our own, or librsvg where our font lacks a letter."""

from __future__ import annotations

import stat
import sys

import pytest

from sphinx_gitops.render.geometry.layout import RenderError
from sphinx_gitops.render.printing import converters
from sphinx_gitops.render.printing.converters import BuiltInConverter, RsvgConverter, converter

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><text x="1" y="9">{}</text></svg>'


@pytest.fixture
def librsvg(tmp_path, monkeypatch):
    """A program of that name, which does what a line of Python says."""
    if sys.platform == "win32":
        pytest.skip("a script is no program there")

    def install(line: str) -> None:
        program = tmp_path / "rsvg-convert"
        program.write_text(f"#!{sys.executable}\nimport sys\n{line}\n", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", str(tmp_path))
        converters._librsvg.cache_clear()

    yield install
    converters._librsvg.cache_clear()


def test_latin_letters_are_ours(librsvg):
    librsvg("print('rsvg-convert version 1')")
    assert isinstance(converter(SVG.format("abc")), BuiltInConverter)


def test_a_letter_that_the_font_lacks_is_librsvgs(librsvg):
    librsvg("print('rsvg-convert version 1')")
    found = converter(SVG.format("\u4e2d"))
    assert isinstance(found, RsvgConverter)
    assert found.version == "rsvg-convert version 1"


@pytest.mark.parametrize("line", ["sys.exit(3)", "print('x'); sys.exit(1)"])
def test_a_program_that_does_not_run_is_none(librsvg, line):
    librsvg(line)
    assert isinstance(converter(SVG.format("\u4e2d")), BuiltInConverter)


def test_a_program_that_the_system_cannot_start_is_none(librsvg, tmp_path):
    librsvg("")
    (tmp_path / "rsvg-convert").write_text("#!/no/such/interpreter\n", encoding="utf-8")
    with pytest.raises(RenderError, match="rsvg-convert cannot be run"):
        RsvgConverter()
    assert isinstance(converter(SVG.format("\u4e2d")), BuiltInConverter)


def test_without_the_program_it_is_ours(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    converters._librsvg.cache_clear()
    assert isinstance(converter(SVG.format("\u4e2d")), BuiltInConverter)
    converters._librsvg.cache_clear()
    with pytest.raises(RenderError, match="not on the path"):
        RsvgConverter()


def test_what_the_program_says_is_in_the_message(librsvg):
    librsvg("print('v') if '--version' in sys.argv else sys.exit('no such\\n  element')")
    with pytest.raises(RenderError, match="cannot convert the picture: no such element"):
        RsvgConverter().convert("<svg/>", "pdf")


def test_a_png_is_asked_for_with_twice_the_pixels(librsvg):
    librsvg("print(' '.join(sys.argv[1:]), end='')")
    assert RsvgConverter().convert("<svg/>", "png") == b"--format png --zoom 2"
    assert RsvgConverter().convert("<svg/>", "pdf") == b"--format pdf"


def test_the_version_of_ours_names_what_decides_the_bytes():
    assert BuiltInConverter().version != BuiltInConverter("x.ttf").version
    assert BuiltInConverter().convert(SVG.format("a"), "pdf").startswith(b"%PDF")
