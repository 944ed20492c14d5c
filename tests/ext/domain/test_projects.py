"""Projects that refer to each other, and what search and index have."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from support.sites import html, site


def test_nothing_of_it_in_the_general_index(build):
    app = build(site("   :no-index-entry:"))
    assert "Scanner" not in html(app, "genindex")
    assert "delivery.SCAN" in app.env.get_domain("gitops").objects


@pytest.mark.parametrize(("builder", "page", "address"), [
    ("dirhtml", "other/index.html", "../#gitops-delivery.SCAN"),
    ("singlehtml", "index.html", "#gitops-delivery.SCAN"),
])  # fmt: skip
def test_links_have_the_form_of_the_builder(build, builder, page, address):
    app = build(site(), builder=builder)
    text = Path(app.outdir, page).read_text(encoding="utf-8")
    assert f'href="{address}"' in text
    assert "#gitops" not in re.sub(r'href="(\.\./)?#gitops', "", text)


def test_the_search_knows_components_and_words(build):
    text = Path(build(site()).outdir, "searchindex.js").read_text(encoding="utf-8")
    index = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))
    found = {entry[4] for entries in index["objects"].values() for entry in entries}
    assert {"Scanner", "Registry", "Integration", "Delivery"} <= found
    assert any(term.startswith("scan") for term in index["terms"])


def test_another_project_links_in(build, warnings, tmp_path):
    first = build(site(), source="first")
    text = "T\n=\n\n:external+one:gitops:component:`delivery.SCAN` :gitops:stage:`delivery.ci` :gitops:component:`~delivery.PKG`\n"
    inventory = str(Path(first.outdir, "objects.inv"))
    second = build(
        {"index.rst": text},
        source="second",
        extensions=["sphinx_gitops", "sphinx.ext.intersphinx"],
        intersphinx_mapping={"one": ("https://one.example/", inventory)},
        nitpicky=True,
    )
    assert warnings(second) == []
    page = html(second)
    assert re.search(r'href="https://one.example/index.html#gitops-delivery.SCAN"[^>]*>.*?Scanner<', page)
    assert re.search(r'href="https://one.example/index.html#gitops-delivery.ci"[^>]*>.*?Integration<', page)
    assert re.search(r'href="https://one.example/index.html#gitops-delivery.PKG"[^>]*>.*?PKG<', page)


ABROAD = """\
T
=

.. gitops-workflow::

   id: own
   stages: {ci: {components: {A: Own}}}

.. gitops-runbook:: scan-failed
   :components: delivery.SCAN A delivery.SCN
   :owner: me

.. gitops-table:: runbooks
   :columns: runbook component
   :filter: component == delivery.SCAN
"""


def test_a_runbook_is_about_components_of_other_projects_too(build, warnings):
    inventory = str(Path(build(site()).outdir, "objects.inv"))
    second = build(
        {"index.rst": ABROAD},
        source="second",
        extensions=["sphinx_gitops", "sphinx.ext.intersphinx"],
        intersphinx_mapping={"one": ("https://one.example/", inventory)},
    )
    (missing,) = warnings(second)
    assert "names 'delivery.SCN'" in missing
    cells = html(second).split("<table")[1].split("</table>")[0]
    assert re.search(r'href="https://one.example/index.html#gitops-delivery.SCAN"[^>]*>.*?Scanner<', cells)
    assert '"components": ["delivery.SCAN", "own.A"]' in Path(second.outdir, "gitops.json").read_text(encoding="utf-8")
