"""Each kind has a glyph of its own, and a project's are path data and nothing else."""

from __future__ import annotations

import re

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render.painting.signs.glyphs import GLYPHS, glyphs_of
from sphinx_gitops.settings import read_settings
from sphinx_gitops.settings.path_data import clean_path
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import KINDS


def test_every_kind_has_a_glyph_and_no_two_the_same():
    assert set(GLYPHS) >= set(KINDS)
    assert len({glyph.data for glyph in GLYPHS.values()}) == len(GLYPHS)


@pytest.mark.parametrize("kind", GLYPHS)
def test_a_glyph_is_path_data_inside_its_square(kind):
    data = GLYPHS[kind].data
    assert clean_path(data)
    places = [float(value) for value in re.findall(r"[MLHVZ ,](\d+(?:\.\d+)?)", data.replace("-", " "))]
    assert max(places) <= GLYPHS[kind].side


@pytest.mark.parametrize(
    ("data", "clean"),
    [
        ("M12 2L2 22h20z", "M12 2L2 22h20z"),
        ("m.5.5 1-1", "m.5 .5 1 -1"),
        ("  M 1,2\n A 3 3 0 1 1 4,5 Z", "M1 2A3 3 0 1 1 4 5Z"),
        ("M1e1 2", "M10 2"),
    ],
)
def test_path_data_is_written_anew_from_its_commands_and_numbers(data, clean):
    assert clean_path(data) == clean


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ('M1 1"/><script>', "no path data"),
        ("M1 1 url(#x)", "no path data"),
        ("", "begins with M"),
        ("1 2", "begins with M"),
        ("L1 2", "begins with M"),
        ("M1", "takes 2 numbers, found 1"),
        ("M1 2 A 1 1 0 0 1", "takes 7 numbers, found 5"),
        ("M1 2 Z 3", "takes no numbers, found 1"),
        ("M1 2" + "L3 4" * 2000, "characters"),
        ("M99999999 1", "outside of the square"),
    ],
)
def test_anything_else_is_refused(data, wrong):
    with pytest.raises(ValueError, match=wrong):
        clean_path(data)


def test_a_project_sets_a_glyph_of_its_own_or_none_at_all():
    settings, problems = read_settings({"gitops_kinds": {"vault": {"glyph": "M1 1h2z"}}})
    assert problems == ()
    reading = read_text("stages: {s: {components: {A: {kind: vault}}}}", locate=lambda *_: Span("t", 1), default="t", vocabulary=settings.vocabulary)  # fmt: skip
    shown = scene(reading.workflow, settings.vocabulary)
    assert glyphs_of(shown)["vault"].data == "M1 1h2z"
    assert glyphs_of(shown)["build"] == GLYPHS["build"]
    bare, _ = read_settings({"gitops_icons": False})
    assert glyphs_of(scene(reading.workflow, bare.vocabulary)) == {}


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        (
            {"gitops_kinds": {"vault": {"glyph": "<path/>"}}},
            "gitops_kinds['vault']: glyph: path data of SVG begins with M",
        ),
        ({"gitops_kinds": {"vault": {"glyph": 7}}}, "gitops_kinds['vault']: glyph: expected the path data of an icon"),
        ({"gitops_icons": "no"}, "gitops_icons: expected True or False, found 'no'"),
    ],
)
def test_a_glyph_that_cannot_be_painted_is_one_problem(values, wrong):
    _, problems = read_settings(values)
    assert len(problems) == 1
    assert wrong in str(problems[0])
