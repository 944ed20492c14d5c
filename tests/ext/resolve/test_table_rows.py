"""Rows by rank, values that nothing has, and tables wider than their page."""

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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind == securty-scan", "filter: no kind is 'securty-scan'; did you mean 'security-scan'?"),
        ("not kind == securty-scan", "filter: no kind is 'securty-scan'; did you mean 'security-scan'?"),
        ("stage in (Able, Midle)", "filter: no stage is 'Midle'; did you mean 'Middle'?"),
        ("id like Q*", "filter: no id is 'Q*'"),
        ("kind == registry", None),
        ("tier == production", None),
        ("stage == w.a", None),
        ("owner == nobody", None),
        ("owner == platfrom", "filter: no owner is 'platfrom'; did you mean 'platform'?"),
    ],
)
def test_a_value_that_nothing_has_is_one_warning_at_its_option(build, warnings, text, message):
    found = warnings(build_table(build, f"   :columns: component\n   :filter: {text}\n"))
    if message is None:
        assert found == []
    else:
        assert len(found) == 1
        assert f"index.rst:15: WARNING: {message}" in found[0]
        assert found[0].endswith("[gitops.option]")


def test_a_moved_stage_writes_a_sorted_table_again(build):
    table = "T\n=\n\n.. gitops-table:: components\n   :columns: component\n   :sort: stage\n"
    text = "T\n=\n\n.. toctree::\n\n   table\n\n" + FLOW
    build({"index.rst": text, "table.rst": table})
    lines = text.splitlines(keepends=True)
    lines[11], lines[12] = lines[12], lines[11]
    app = build({"index.rst": "".join(lines), "table.rst": table})
    assert rows(html(app, "table")) == ["Beta", "Alpha", "Gamma"]


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["alabaster", "basic"])
def test_a_wide_table_scrolls_in_its_box_on_a_phone(build, page, theme):
    columns = "component, id, kind, mark, stage, group, workflow, tier, owner, description, receives, sends"
    app = build(
        {"index.rst": f"T\n=\n\n{FLOW}.. gitops-table:: components\n   :columns: {columns}\n   :name: wide\n"},
        html_theme=theme,
    )
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto(f"file://{app.outdir}/index.html")
    box = page.evaluate("(b => [b.scrollWidth, b.clientWidth])(document.querySelector('.gitops-table-box'))")
    assert box[0] > box[1]
    assert page.evaluate("getComputedStyle(document.querySelector('.gitops-table-box')).overflowX") == "auto"
    page.evaluate("document.querySelector('figure').remove()")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    page.goto("about:blank")
