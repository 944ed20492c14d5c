"""Each kind has a glyph of its own, and a project's are path data and nothing else."""

from __future__ import annotations

import re

import pytest

from sphinx_gitops.render.painting.glyphs import GLYPHS, Glyph, glyphs_for, read_glyph
from sphinx_gitops.vocabulary import KINDS


def test_every_kind_has_a_glyph_and_no_two_the_same():
    assert set(GLYPHS) >= set(KINDS)
    assert len({glyph.data for glyph in GLYPHS.values()}) == len(GLYPHS)


@pytest.mark.parametrize("kind", GLYPHS)
def test_a_glyph_is_path_data_inside_its_square(kind):
    data = GLYPHS[kind].data
    assert read_glyph(data).data
    places = [float(value) for value in re.findall(r"[MLHVZ ,](\d+(?:\.\d+)?)", data.replace("-", " "))]
    assert max(places) <= GLYPHS[kind].side


@pytest.mark.parametrize(
    ("data", "clean"),
    [
        ("M12 2L2 22h20z", "M12 2L2 22h20z"),
        ("m.5.5 1-1", "m.5 .5 1 -1"),
        ("  M 1,2\n A 3 3 0 1 1 4,5 Z", "M1 2A3 3 0 1 1 4 5Z"),
        ("M1e1 2", "M1e1 2"),
    ],
)
def test_path_data_is_written_anew_from_its_commands_and_numbers(data, clean):
    assert read_glyph(data) == Glyph(clean, side=24.0, filled=True)


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
        ("M99999999 1", "no path data|takes"),
    ],
)
def test_anything_else_is_refused(data, wrong):
    with pytest.raises(ValueError, match=wrong):
        read_glyph(data)


def test_a_project_sets_glyphs_of_its_own_or_none():
    own = glyphs_for({"vault": "M1 1h2z"})
    assert own["vault"].filled
    assert own["build"] == GLYPHS["build"]
    assert glyphs_for({"vault": "M1 1h2z"}, icons=False) == {}
