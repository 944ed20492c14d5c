"""Path data of SVG is written anew from its commands and numbers, and nothing else passes."""

from __future__ import annotations

import pytest

from sphinx_gitops.settings.path_data import clean_path


@pytest.mark.parametrize(
    ("data", "clean"),
    [
        ("M0 0L10,10Z", "M0 0L10 10Z"),
        (" m 1 , 2 h3 v-4 ", "m1 2h3v-4"),
        ("M.5 1.25 1e1 2", "M.5 1.25 10 2"),
        ("M.5.5.6.7z", "M.5 .5 .6 .7z"),
        ("M12 2a2 2 0 012 2A1,1,0,1,0,5-1", "M12 2a2 2 0 0 1 2 2A1 1 0 1 0 5 -1"),
        ("M1 1a1 1 0 1110 10 1 1 0 01.5.5", "M1 1a1 1 0 1 1 10 10 1 1 0 0 1 .5 .5"),
        ("M5 5l-15 15zm15 15h5v-30", "M5 5l-15 15zm15 15h5v-30"),
        (
            "M0 0 c1 2 3 4 5 6 1 2 3 4 5 6 s1 2 3 4q1 2 3 4t1 2a1 1 0 0 1 2 2z",
            "M0 0c1 2 3 4 5 6 1 2 3 4 5 6s1 2 3 4q1 2 3 4t1 2a1 1 0 0 1 2 2z",
        ),
    ],
)
def test_commands_and_numbers_stay(data, clean):
    assert clean_path(data) == clean
    assert clean_path(clean) == clean


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "begins with M"),
        ("L1 1", "begins with M"),
        ("1 2", "begins with M"),
        ("M0 0<script>", "no path data of SVG at '<script>'"),
        ("M0 0 url(x)", "no path data of SVG at"),
        ("M0 0 L1", "'L' takes 2 numbers, found 1"),
        ("M0 0 Z 1", "'Z' takes no numbers, found 1"),
        ("M", "'M' takes 2 numbers, found 0"),
        ("M0 0" + "L1 1" * 2000, "4000 are enough"),
        ("M1e99 0", "the point 1e+99, 0 is outside of the square of 24 units"),
        ("M1e999 0", "the point inf, 0 is outside"),
        ("M0 0L5", "'L' takes 2 numbers, found 1"),
        ("M\uff10 0", "no path data of SVG at '\uff10 0'"),
        ("M0 0a1 1 0 2 0 1 1", "no path data of SVG at ' 2 0 1 1'"),
        ("M256 8C119 8 8 119 8 256z", "the point 256, 8 is outside"),
        ("M20 20h300", "the point 320, 20 is outside"),
        ("M20 20l9 9zm1 -90", "the point 21, -70 is outside"),
    ],
)
def test_what_is_no_path_data_is_refused(data, said):
    with pytest.raises(ValueError, match=r"path data|takes|square") as raised:
        clean_path(data)
    assert said in str(raised.value)
