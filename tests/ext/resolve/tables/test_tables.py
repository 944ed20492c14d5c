"""Tables in each output."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinx_gitops.ext.resolve.tables.tables import _MOST
from support.described import RST, SITES

FLOW = """\
.. gitops-workflow::

   id: w
   stages:
     z: {title: Zero, components: {A: {title: Alpha, kind: build, owner: platform}}}
     a: {title: Able, components: {B: {title: Beta, kind: security-scan}}}
     m: {title: Middle, components: {C: Gamma}}
   flows: [A --> B, B --> C]

"""


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
    ("options", "lines"),
    [
        (
            {"columns": "component owner", "filter": "owner"},
            [r"\| Component \| Owner    \|", r"\| \*Scanner\* \| security \|"],
        ),
        ({"columns": "link"}, [r"\| Links \|", r"\| page  \|"]),
        ({"columns": "tag", "filter": "tag"}, [r"\| Tags       \|", r"\| slsa, prod \|"]),
        (
            {"columns": "component kind stage group owner runbook mention"},
            # how much of a long word stands before the cut is the text builder's affair
            [r"\| \*Scanne..\| security \| \*Integr..\| \*Build.{3}\| security \| \*A scan  \| Prose    \|"],
        ),
    ],
)
def test_plain_text_has_columns_to_read(build, options, lines):
    app = build(SITES["rst"] | table(options), builder="text")
    text = (Path(app.outdir) / "list.txt").read_text(encoding="utf-8")
    for line in lines:
        assert re.search(rf"^{line}$", text, re.MULTILINE), line
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("builder", ["text", "latex", "man", "epub", "singlehtml", "texinfo", "xml", "gettext"])
def test_every_builder_takes_a_table(build, warnings, builder):
    listed = table({"caption": "Parts", "filter": "owner == security", "columns": "component owner runbook"})
    files = SITES["rst"] | {"list.rst": listed["list.rst"].replace(":orphan:", "")}
    files["index.rst"] = RST["index"].replace("prose", "prose\n   list")
    app = build(files, builder=builder, nitpicky=True)
    assert [line for line in warnings(app) if "gitops" in line] == []
    found = "".join(p.read_text(encoding="utf-8", errors="replace") for p in Path(app.outdir).rglob("*") if p.is_file())
    assert "Parts" in found
    assert builder == "gettext" or "A scan failed" in found


def test_more_different_tables_than_are_kept_are_all_right_and_the_first_again(build):
    names = ("component", "kind", "stage", "group", "owner", "tag", "runbook", "mention", "link", "id")
    columns = [*names[: _MOST + 1], names[0]]
    tables = "".join(f".. gitops-table:: components\n   :columns: {one}\n\n" for one in columns)
    app = build(SITES["rst"] | {"list.rst": f":orphan:\n\nList\n====\n\n{tables}"}, builder="xml")
    document = (Path(app.outdir) / "list.xml").read_text(encoding="utf-8")
    found = [re.sub(r'ids="[^"]*"', "", one) for one in re.findall(r"<tgroup.*?</tgroup>", document, re.DOTALL)]
    assert len(found) == len(columns)
    assert len(set(found)) == len(columns) - 1
    assert found[0] == found[-1]
