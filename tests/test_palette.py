"""Every palette can be read on pages and boxes."""

from __future__ import annotations

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
