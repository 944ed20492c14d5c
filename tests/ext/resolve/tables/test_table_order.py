"""Tables sort by rank where a field has one: stages by their pipeline, severities by urgency."""

from __future__ import annotations

import re

import pytest

from support.sites import html

FLOW = """\
.. gitops-workflow::

   id: w
   stages:
     z: {title: Zero, components: {A: {title: Alpha, kind: build, owner: platform}}}
     a: {title: Able, components: {B: {title: Beta, kind: security-scan}}}
     m: {title: Middle, components: {C: Gamma}}
   flows: [A --> B, B --> C]

"""


RUNBOOKS = "".join(
    f".. gitops-runbook:: {name}\n   :severity: {severity}\n\n   Do.\n\n"
    for name, severity in (("a", "low"), ("b", "SEV10"), ("c", "High"), ("d", "SEV2"), ("e", "critical"))
)


def rows(page: str) -> list[str]:
    table = page[page.index("<table") : page.index("</table>")]
    return [re.sub(r"<[^>]+>", "", row).split()[0] for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)[1:]]


def build_table(build, options: str, subject: str = "components", body: str = FLOW):
    return build({"index.rst": f"T\n=\n\n{body}.. gitops-table:: {subject}\n{options}"}, source="src")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("   :sort: stage\n", ["Alpha", "Beta", "Gamma"]),
        ("   :sort: -stage\n", ["Gamma", "Beta", "Alpha"]),
        ("   :sort: stage\n   :filter: not id == A\n", ["Beta", "Gamma"]),
    ],
)
def test_stages_are_in_the_order_of_the_pipeline(build, options, expected):
    assert rows(html(build_table(build, "   :columns: component\n" + options))) == expected


def test_stages_of_several_pipelines_are_sorted_by_their_place_then_by_title(build):
    second = (
        "   id: v\n   stages: {x: {title: Zoo, components: {D: Delta}}, y: {title: Yes, components: {E: Epsilon}}}\n"
    )
    body = f"{FLOW}.. gitops-workflow::\n\n{second}\n"
    options = "   :columns: component\n   :sort: stage\n   :filter: not id == A\n"
    assert rows(html(build_table(build, options, body=body))) == ["Delta", "Beta", "Epsilon", "Gamma"]


def test_runbooks_are_sorted_by_severity(build):
    options = "   :columns: id\n   :sort: severity\n"
    assert rows(html(build_table(build, options, "runbooks", RUNBOOKS))) == ["e", "c", "a", "d", "b"]
