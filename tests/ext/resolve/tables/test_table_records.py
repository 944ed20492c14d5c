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


def test_a_table_of_one_workflow_has_the_runbooks_of_its_components(build):
    more = ":orphan:\n\nMore\n====\n\n.. gitops-workflow::\n\n   id: other\n   stages: {s: {components: {X: Xx}}}\n\n.. gitops-runbook:: mend\n   :title: Mend it\n   :components: other.X\n"
    files = SITES["rst"] | {"more.rst": more}
    found = {name: html(build(files | table({"workflow": name}, "runbooks")), "list") for name in ("delivery", "other")}
    assert ["A scan failed" in found[name] for name in ("delivery", "other")] == [True, False]
    assert ["Mend it" in found[name] for name in ("delivery", "other")] == [False, True]
