"""Tables of components, flows, runbooks and workflows: in every builder, right after each edit."""

from __future__ import annotations

import re

import pytest

from support.described import MARKUP, SITES
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


def cells(app, page: str = "list") -> list[list[str]]:
    text = html(app, page)
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", text, re.DOTALL)
    found = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row] for row in found]


@pytest.mark.parametrize(
    ("subject", "options", "expected"),
    [
        ("components", {}, [
            ["Component", "Kind", "Stage", "Owner", "Runbook"],
            ["Registry", "registry", "Integration", "", "A scan failed"],
            ["Builder", "build", "Integration", "", ""],
            ["Scanner", "security scan", "Integration", "security", "A scan failed"],
        ]),
        ("components", {"columns": "id, link, tag, mention, group, mark", "filter": "tag has slsa and group == build"},
         [["Id", "Links", "Tags", "Mentioned in", "Group", "Mark"], ["SCAN", "page", "slsa prod", "Prose", "Build Pipeline", "security"]]),
        ("components", {"columns": "component", "sort": "-component"}, [["Component"], ["Scanner"], ["Registry"], ["Builder"]]),
        ("components", {"columns": "component receives sends", "filter": "receives == SCAN"},
         [["Component", "Receives from", "Sends to"], ["Registry", "Scanner", ""]]),
        ("flows", {}, [["From", "To", "Kind", "Label"], ["Builder", "Scanner", "automation", ""], ["Scanner", "Registry", "security", "signed"]]),
        ("flows", {"workflow": "delivery", "columns": "to", "filter": "kind != automation"}, [["To"], ["Registry"]]),
        ("runbooks", {"filter": "component == delivery.SCAN"},
         [["Runbook", "Procedure", "Severity", "Component", "Owner"], ["A scan failed", "incident response", "SEV2", "Scanner Registry", "on-call"]]),
        ("workflows", {"columns": "workflow, stages, components, flows"}, [["Workflow", "Stages", "Components", "Flows"], ["Delivery", "Integration", "3", "2"]]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", list(SITES))
def test_a_table_lists(build, warnings, form, subject, options, expected):
    app = build(SITES[form] | table(options, subject, form), nitpicky=True, **MARKUP)
    assert warnings(app) == []
    assert cells(app) == expected


def test_a_table_has_the_place_and_the_width_that_are_asked_for(build, warnings):
    app = build(SITES["rst"] | table({"align": "right", "width": "40%"}), nitpicky=True, **MARKUP)
    assert warnings(app) == []
    (opening,) = re.findall(r"<table[^>]*gitops-table[^>]*>", html(app, "list"))
    assert "align-right" in opening
    assert "width: 40%" in opening
