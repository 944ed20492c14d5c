"""Every palette can be read on pages and boxes."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from sphinx_gitops.palette import DEFAULT, EDGE, GROUP, MONO, PALETTES, PARTS, STAGE, contrast
from sphinx_gitops.styles import FLOW_STYLES
from sphinx_gitops.vocabulary import KINDS, STAGE_KINDS

PAGES = {"light": ("#ffffff", "#fcfcfc"), "dark": ("#131416", "#14181e", "#121212")}
SIDES = [(name, side) for name in PALETTES for side in PAGES]


@pytest.mark.parametrize(("name", "side"), SIDES)
def test_text_can_be_read_on_its_fill(name, side):
    least = 7 if name == "high-contrast" else 4.5
    for part, swatch in PALETTES[name].items():
        colours = getattr(swatch, side)
        if part != EDGE:
            assert contrast(colours.text, colours.fill) >= least, part


@pytest.mark.parametrize(("name", "side"), SIDES)
def test_outlines_and_arrows_stand_out_from_pages_and_boxes(name, side):
    least = 4.5 if name == "high-contrast" else 3
    palette = PALETTES[name]
    boxes = [getattr(palette[part], side).fill for part in (STAGE, GROUP)]
    for part, swatch in palette.items():
        stroke = getattr(swatch, side).stroke
        for ground in (*PAGES[side], *boxes):
            assert contrast(stroke, ground) >= least, (part, ground)


@pytest.mark.parametrize("name", PALETTES)
def test_every_palette_has_every_swatch(name):
    used = (
        {kind.colour for kind in KINDS.values()}
        | set(STAGE_KINDS.values())
        | {look.colour for look in FLOW_STYLES.values()}
    )
    assert set(PALETTES[name]) == set(DEFAULT) == used | set(PARTS) | {"neutral"}


def test_mono_is_grey():
    hexes = {colour for swatch in MONO.values() for side in (swatch.light, swatch.dark) for colour in (side.fill, side.stroke, side.text)}  # fmt: skip
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in hexes)


def lab(colour: str) -> tuple[float, float, float]:
    """A hex colour in CIELAB, as the sRGB standard and CIE 15 say, under the light D65."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue
    z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883
    a, b, c = (cbrt(v) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in (x, y, z))
    return 116 * b - 16, 500 * (a - b), 200 * (b - c)


def cbrt(value: float) -> float:
    return value ** (1 / 3)


@pytest.mark.parametrize("side", PAGES)
@pytest.mark.parametrize("name", [name for name in PALETTES if name != "mono"])
def test_no_two_fills_look_alike(name, side):
    fills = {part: lab(getattr(swatch, side).fill) for part, swatch in PALETTES[name].items() if part not in PARTS}
    assert len(fills) == 9
    near = [(one, two) for one, two in combinations(fills, 2) if dist(fills[one], fills[two]) < 10]
    assert near == []
