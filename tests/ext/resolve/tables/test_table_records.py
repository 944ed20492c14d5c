"""What tables list: each record as cells with links."""

from __future__ import annotations

import re

from support.described import SITES
from support.sites import html


def table(options: dict[str, str], subject: str = "components", form: str = "rst") -> dict[str, str]:
    lines = [f":{name}: {value}" for name, value in options.items()]
    if form == "myst":
        return {
            "list.md": "---\norphan: true\n---\n\n# List\n\n```{gitops-table} "
            + "\n".join([subject, *lines])
            + "\n```\n"
        }
    return {"list.rst": ":orphan:\n\nList\n====\n\n.. gitops-table:: " + "\n   ".join([subject, *lines]) + "\n"}


def test_cells_are_links(build):
    page = html(build(SITES["rst"] | table({"caption": "All *parts*", "name": "parts", "class": "wide"})), "list")
    assert 'href="parts.html#gitops-delivery.SCAN"' in page
    assert 'href="books.html#gitops-runbook-scan-failed"' in page
    assert 'href="flow.html#gitops-delivery.ci"' in page
    assert "All <em>parts</em>" in page
    assert re.search(r'<table class="[^"]*gitops-table wide[^"]*" id="parts"', page)
