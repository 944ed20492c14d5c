"""Text is never shown smaller than it is read: the picture scrolls instead, and has a link to the whole of it."""

from __future__ import annotations

import re

import pytest

from sphinx_gitops.render.painting.style_sheet.scale import (
    READ,
    READ_ON_PHONES,
    least_size,
    least_width,
    size_rules,
)
from sphinx_gitops.render.text_fitting.node_text import GROUP_TITLE
from sphinx_gitops.render.text_fitting.text_width import FONT_SIZE, SECOND_SIZE

WIDTHS = [200.0, 330.0, 390.0, 555.0, 642.0, 700.0, 736.0, 804.0, 1204.0, 2127.0, 2999.0, 4100.0]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("smallest", [SECOND_SIZE, GROUP_TITLE, FONT_SIZE])
@pytest.mark.parametrize(("phone", "least"), [(False, READ), (True, READ_ON_PHONES)])
def test_no_text_is_shown_smaller_than_it_is_read(width, smallest, phone, least):
    shown = least_width(width, smallest, phone=phone)
    assert shown <= width
    assert smallest * shown / width >= min(least, smallest) - 1e-9


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("smallest", [SECOND_SIZE, GROUP_TITLE, FONT_SIZE])
def test_the_class_of_a_picture_holds_it_at_that_size_and_never_makes_it_larger(width, smallest):
    found = least_size(width, smallest)
    if not found:
        assert least_width(width, smallest, phone=True) < 343 / 1.5
        return
    assert min(least_width(width, smallest), 3000) <= found <= width
    assert f".gitops-least-{found} .gitops-svg{{min-width:{found}px}}" in size_rules()


def test_small_screens_have_rules_of_their_own():
    wide, small = size_rules().split("@media (max-width")
    assert ".gitops-least-700 .gitops-svg{min-width:700px}" in wide
    assert ".gitops-least-700 .gitops-svg{min-width:584px}" in small


def test_the_link_is_shown_below_each_least_width_and_never_at_it():
    wide, small = size_rules().split("@media (max-width")
    for part, media in ((wide, 1.0), (small, READ_ON_PHONES / READ)):
        found = re.findall(r"@container gitops \(max-width:([\d.]+)px\){\.gitops-least-(\d+)>", part)
        assert len(found) > 60
        assert all(0 < int(size) * media - float(width) <= 0.51 or media < 1 for width, size in found)
        held = dict(re.findall(r"\.gitops-least-(\d+) \.gitops-svg{min-width:(\d+)px}", part))
        assert all(int(held[size]) - float(width) == 0.5 for width, size in found)
