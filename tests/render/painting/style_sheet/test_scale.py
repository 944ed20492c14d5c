"""Text is never shown smaller than it is read: the picture scrolls instead."""

from __future__ import annotations

import re

import pytest

from sphinx_gitops.render.painting.style_sheet.scale import (
    READ,
    READ_ON_PHONES,
    SMALLEST,
    least_width,
    scrolls,
    shown_scale,
    size_class,
    size_rules,
    text_in,
)

WIDTHS = [200.0, 330.0, 390.0, 555.0, 642.0, 700.0, 736.0, 804.0, 1204.0, 2127.0, 2999.0, 4100.0]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("column", "phone", "least"), [(736.0, False, READ), (343.0, True, READ_ON_PHONES)])
def test_no_text_is_shown_smaller_than_it_is_read(width, column, phone, least):
    assert SMALLEST * shown_scale(width, column, phone=phone) >= least - 1e-9
    assert scrolls(width, column, phone=phone) == (text_in(width, column) < least)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_class_of_a_picture_holds_it_at_that_size_and_never_makes_it_larger(width):
    found = re.findall(r"gitops-min-(\d+)", size_class(width))
    if not found:
        assert least_width(width, phone=True) < 343 / 1.5
        return
    assert min(least_width(width), 3000) <= int(found[0]) <= width
    assert f".gitops-min-{found[0]}{{" in size_rules()


def test_small_screens_have_rules_of_their_own():
    wide, small = size_rules().split("@media")
    assert ".gitops-min-700{min-width:700px}" in wide
    assert ".gitops-min-700{min-width:584px}" in small
