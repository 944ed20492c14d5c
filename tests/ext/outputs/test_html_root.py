"""The attributes that a page gives a picture are painted, whatever words they have in them."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from support.sites import html, site

HOSTILE = [
    'shows width="5" in it',
    "height='7' aria-labelledby=\"x\" > <b>",
    'class="gitops-least-900"',
    'href="gitops:A"',
]


def root(page: str) -> dict[str, str]:
    start = page.index("<svg ")
    return ET.fromstring(page[start : page.index("</svg>", start) + 6]).attrib


@pytest.mark.parametrize("alt", HOSTILE)
@pytest.mark.parametrize("width", ["", "300px"])
def test_an_alt_text_stays_letter_for_letter(build, alt, width):
    page = html(build(site(f"   :alt: {alt}\n" + (f"   :width: {width}\n" if width else ""))))
    found = root(page)
    assert found["aria-label"] == alt
    assert "aria-labelledby" not in found
    assert found["aria-details"] == "gitops-delivery..outline"
    assert ("height" in found) is (not width)
    assert found["width"] == (width or found["viewBox"].split()[2])
    assert 'role="region"' not in page


def test_a_title_of_the_workflow_is_no_attribute(build):
    text = "T\n=\n\n.. gitops-workflow::\n   :width: 40%\n\n   id: w\n   title: 'x\" width=\"9'\n   stages: {s: {components: [A]}}\n"
    found = root(html(build({"index.rst": text})))
    assert found["width"] == "40%"
