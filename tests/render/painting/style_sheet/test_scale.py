"""Text is never shown smaller than it is read: the picture scrolls instead, and has a link to the whole of it."""

from __future__ import annotations

import re
from math import ceil

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
    assert f".gitops-least-{found}{{--gitops-least:{found}px}}" in size_rules()


def test_small_screens_hold_pictures_at_a_share_of_the_width_of_others():
    rules = size_rules()
    assert "{--gitops-held:var(--gitops-least)}" in rules
    assert "@media (max-width:30rem){.gitops-picture>*{--gitops-held:calc(var(--gitops-least)*10/12)}}" in rules
    assert rules.count("min-width:var(--gitops-held,auto)") == 1


def test_the_link_is_shown_below_each_least_width_and_never_at_it():
    rules = size_rules()
    sizes = re.findall(r"\.gitops-least-(\d+){--gitops-least:\1px}", rules)
    wide, small = re.split(r"@media \(max-width:30rem\){\n", rules)
    for part, share in ((wide, 1.0), (small, READ_ON_PHONES / READ)):
        found = re.findall(r"@container gitops \(max-width:([\d.]+)px\){\.gitops-least-(\d+)>", part)
        assert [size for _, size in found] == sizes
        assert all(0 <= ceil(int(size) * share) - float(width) <= 0.5 for width, size in found)
