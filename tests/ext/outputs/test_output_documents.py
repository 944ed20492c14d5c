"""A page that is not in an output made of many pages: nothing leads there, and what is said of its things stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.described import RST, SITES
from support.sites import html

FILES = SITES["rst"] | {
    "index.rst": RST["index"].replace("   parts\n   books\n", ""),
    "parts.rst": f":orphan:\n\n{RST['parts']}",
    "books.rst": f":orphan:\n\n{RST['books']}",
    "prose.rst": RST["prose"] + "\n:ref:`gitops-delivery.SCAN` :any:`delivery.SCAN`\n\n.. gitops-table:: components\n",
}


def written(app) -> str:
    return next(Path(app.outdir).glob("*.tex")).read_text(encoding="utf-8")


@pytest.mark.parametrize("config", [{}, {"gitops_node_target": "runbook"}])
def test_one_page_leads_to_the_row_of_the_workflow(build, warnings, config):
    app = build(FILES, builder="singlehtml", nitpicky=True, **config)
    assert warnings(app) == []
    page = html(app)
    ids = re.findall(r'\sid="([^"]*)"', page)
    links = [link.rpartition("#")[2] for link in re.findall(r'href="#([^"]*)"', page)]  # Sphinx's own have two
    assert len(ids) == len(set(ids))
    assert {link for link in links if link} <= set(ids)
    assert links.count("gitops-delivery.SCAN") >= 6  # the picture, two flows, a role, a label and a table's row
    assert "A scan failed" in page
    assert "index.html#gitops-delivery.SCAN" in Path(app.outdir, "gitops.json").read_text(encoding="utf-8")


def test_latex_leads_to_the_row_of_the_workflow(build, warnings):
    app = build(FILES, builder="latex", nitpicky=True)
    assert warnings(app) == []
    text = written(app)
    labels = set(re.findall(r"\\label\{\\detokenize\{([^}]*)\}\}", text))
    used = set(re.findall(r"\\hyperref\[\\detokenize\{([^}]*)\}\]", text))
    drawn = set(re.findall(r"\\gitopslink\{[^}]*\}\{[^}]*\}\{[^}]*\}\{[^}]*\}\{\\detokenize\{([^}]*)\}\}", text))
    assert "flow:gitops-delivery.SCAN" in used & drawn & labels
    assert used | drawn <= labels


def test_pages_of_their_own_lead_to_the_description(build):
    assert 'href="parts.html#gitops-delivery.SCAN"' in html(build(FILES), "prose")
