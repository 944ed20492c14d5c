"""An entry leads to its part of the picture, and the style sheet rings the part that a link to the entry means."""

from __future__ import annotations

import re

import pytest

from support.sites import html, site

ENTRY = re.compile(r'<li class="gitops-n-(\d+)" id="gitops-delivery\.(\w+)">(.*?)</p>', re.DOTALL)


def entries(page: str) -> dict[str, tuple[str, str]]:
    """The number and the anchor in the picture of each entry."""
    found = {}
    for number, name, line in ENTRY.findall(page):
        (anchor,) = re.findall(r'href="#([^"]*)"[^>]*>(?:<[^>]*>)?in the picture<', line)
        found[name] = (number, anchor)
    return found


def part(page: str, anchor: str) -> str:
    """The start of the part of a picture that has an anchor."""
    (found,) = re.findall(rf'<a [^>]*id="{re.escape(anchor)}"[^>]*>', page)
    return found


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_each_entry_has_the_number_and_the_anchor_of_its_part(build, builder):
    page = html(build(site(), builder=builder))
    found = entries(page)
    assert set(found) == {"ci", "SCAN", "PKG"}
    for name, (number, anchor) in found.items():
        assert anchor == f"gitops-delivery.{name}..picture"
        assert f'data-n="{number}"' in part(page, anchor)


def test_what_is_folded_is_in_the_picture_as_its_stage(build):
    page = html(build(site("   :collapse: stages")))
    found = entries(page)
    assert set(found) == {"ci", "SCAN", "PKG"}
    assert {anchor for _, anchor in found.values()} == {"gitops-delivery.ci..picture"}
    assert f'data-n="{found["SCAN"][0]}"' in part(page, "gitops-delivery.ci..picture")


def test_a_view_has_no_anchors_in_its_picture_and_its_entries_lead_to_none(build):
    page = html(build(site(other=".. gitops-view:: delivery\n")), "other")
    assert "gitops-svg" in page
    assert "..picture" not in page
    assert "in the picture" not in page


@pytest.mark.parametrize(("builder", "suffix"), [("epub", "xhtml"), ("text", "txt")])
def test_where_the_picture_is_no_part_of_the_page_nothing_leads_into_it(build, builder, suffix):
    app = build(site(), builder=builder)
    words = (app.outdir / f"index.{suffix}").read_text(encoding="utf-8")
    assert "Scanner" in words
    assert "in the picture" not in words
