"""A table is written again where what it shows has changed."""

from __future__ import annotations

import re

import pytest

from support.described import RST, SITES, written
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


def rows(page: str) -> list[str]:
    table = page[page.index("<table") : page.index("</table>")]
    return [re.sub(r"<[^>]+>", "", row).split()[0] for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)[1:]]


def test_a_moved_stage_writes_a_sorted_table_again(build):
    table = "T\n=\n\n.. gitops-table:: components\n   :columns: component\n   :sort: stage\n"
    text = "T\n=\n\n.. toctree::\n\n   table\n\n" + FLOW
    build({"index.rst": text, "table.rst": table})
    lines = text.splitlines(keepends=True)
    lines[11], lines[12] = lines[12], lines[11]
    app = build({"index.rst": "".join(lines), "table.rst": table})
    assert rows(html(app, "table")) == ["Beta", "Alpha", "Gamma"]


def table(options: dict[str, str], subject: str = "components", form: str = "rst") -> dict[str, str]:
    lines = [f":{name}: {value}" for name, value in options.items()]
    if form == "myst":
        return {
            "list.md": "---\norphan: true\n---\n\n# List\n\n```{gitops-table} "
            + "\n".join([subject, *lines])
            + "\n```\n"
        }
    return {"list.rst": ":orphan:\n\nList\n====\n\n.. gitops-table:: " + "\n   ".join([subject, *lines]) + "\n"}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"flow.rst": RST["flow"].replace("owner: security", "owner: platform")}, {"flow", "list", "parts", "index"}),
        (
            {"flow.rst": RST["flow"].replace("PKG: {title: Registry", "PKG: {title: Store")},
            {"flow", "parts", "books", "index"},
        ),
    ],
)
def test_an_edit_rewrites_the_tables_that_show_it(build, monkeypatch, changed, expected):
    monkeypatch.setitem(RST, "list", "")
    files = SITES["rst"] | table({"columns": "component owner", "filter": "kind == security-scan"})
    build(files)
    app = build(files | changed)
    assert written(app) == expected
    assert ("platform" in html(app, "list")) is ("list" in expected)
