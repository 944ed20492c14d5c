"""A description leads to its component in the picture of the workflow, wherever that is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.sites import html

FLOW = """W
=

.. toctree::

   part

.. gitops-workflow::
{options}

   id: w
   stages:
     build: {{components: {{A: Aa}}, groups: {{inner: {{components: {{C: Cc}}}}}}}}
     run: {{components: {{D: Dd}}}}
   flows: [A --> D]
"""
PART = "Part\n====\n\n.. gitops:component:: w.C\n\n   Words.\n"


def site(options: str = "") -> dict[str, str]:
    return {"index.rst": FLOW.format(options=options), "part.rst": PART}


def led(page: str) -> str:
    found = re.findall(r'href="([^"]*)"[^>]*>in the picture<', page)
    assert len(found) <= 1
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("options", "settings", "anchor"),
    [
        ("", {}, "w.C"),
        ("   :collapse: groups", {}, "w.inner"),
        ("   :collapse: stages", {}, "w.build"),
        ("", {"gitops_collapse_above": 2}, "w.build"),
        ("   :collapse: none", {"gitops_collapse_above": 2}, "w.C"),
        ("   :show: stage:run", {}, ""),
    ],
)
def test_it_leads_to_what_shows_the_component(build, options, settings, anchor):
    app = build(site(options), **settings)
    href = led(html(app, "part"))
    assert href == (f"index.html#gitops-{anchor}..picture" if anchor else "")
    if anchor:
        assert f'id="gitops-{anchor}..picture"' in html(app)


def test_a_change_of_the_picture_writes_the_description_again(build):
    assert led(html(build(site()), "part")).endswith("#gitops-w.C..picture")
    assert led(html(build(site("   :collapse: stages")), "part")).endswith("#gitops-w.build..picture")
    assert led(html(build(site("   :show: stage:run")), "part")) == ""


@pytest.mark.parametrize(("builder", "page", "address"), [("dirhtml", "part/index", "../#gitops-w.C..picture"), ("singlehtml", "index", "#gitops-w.C..picture")])  # fmt: skip
def test_other_pages_of_html_have_it_too(build, builder, page, address):
    app = build(site(), builder=builder)
    assert address in re.findall(r'href="([^"]*)"[^>]*>in the picture<', html(app, page))


@pytest.mark.parametrize(("builder", "settings"), [("text", {}), ("html", {"gitops_html_output": "mermaid"})])
def test_where_the_picture_is_no_part_of_the_page_nothing_leads_into_it(build, builder, settings):
    app = build(site(), builder=builder, **settings)
    suffix = "txt" if builder == "text" else "html"
    text = Path(app.outdir, f"part.{suffix}").read_text(encoding="utf-8")
    assert "Cc" in text
    assert "in the picture" not in text
