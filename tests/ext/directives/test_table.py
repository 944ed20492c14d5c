"""Tables of components, flows, runbooks and workflows: in every builder, right after each edit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.described import MARKUP, RST, SITES, written
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


def test_cells_are_links(build):
    page = html(build(SITES["rst"] | table({"caption": "All *parts*", "name": "parts", "class": "wide"})), "list")
    assert 'href="parts.html#gitops-delivery.SCAN"' in page
    assert 'href="books.html#gitops-runbook-scan-failed"' in page
    assert 'href="flow.html#gitops-delivery.ci"' in page
    assert "All <em>parts</em>" in page
    assert re.search(r'<table class="[^"]*gitops-table wide[^"]*" id="parts"', page)


@pytest.mark.parametrize(
    ("options", "subject", "expected"),
    [
        ({}, "component", "list.rst:6: WARNING: 'component' is nothing to list; did you mean 'components'? [gitops.option]"),
        ({"columns": "id", "filter": "stag == ci"}, "components",
         "list.rst:8: WARNING: filter: character 1: there is no field 'stag'; did you mean 'stage'? [gitops.option]"),
        ({"sort": "owner -knd"}, "components",
         "list.rst:7: WARNING: sort: character 7: there is no field 'knd'; did you mean 'kind'? [gitops.option]"),
        ({"sort": "-"}, "components", "list.rst:7: WARNING: sort: character 1: '-' stands before no field [gitops.option]"),
        ({"columns": ","}, "workflows",
         "list.rst:7: WARNING: columns: character 1: ',' names no field; known: components, description, flows, id, stages, workflow [gitops.option]"),
        ({"filter": "kind not == build"}, "components",
         "list.rst:7: WARNING: filter: character 10: 'not' before '=='; write 'kind != ...' [gitops.option]"),
        ({"workflow": "delivry"}, "components",
         "list.rst:6: WARNING: there is no workflow 'delivry' to list; did you mean 'delivery'? [gitops.unknown-id]"),
    ],
)  # fmt: skip
def test_what_cannot_be_listed_is_said(build, warnings, options, subject, expected):
    found = warnings(build(SITES["rst"] | table(options, subject)))
    assert len(found) == 1
    assert found[0].endswith(expected)


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


def test_a_table_without_rows_says_so(build):
    page = html(build(SITES["rst"] | table({"filter": "owner == nobody", "caption": "Ours"})), "list")
    assert "<table" not in page
    assert "<em>Nothing to list.</em>" in page
    assert "Ours" in page


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


@pytest.mark.parametrize(("builder", "place"), [("html", 'id="ours"'), ("latex", r"\label{\detokenize{list:ours}}"), ("texinfo", "@anchor{list ours}")])  # fmt: skip
def test_an_empty_table_has_its_place(build, warnings, builder, place):
    listed = table({"filter": "owner == nobody", "caption": "Ours", "name": "ours"})["list.rst"]
    files = SITES["rst"] | {"list.rst": listed.replace(":orphan:", "") + "\n:ref:`ours`\n"}
    app = build(files | {"index.rst": RST["index"].replace("prose", "prose\n   list")}, builder=builder, nitpicky=True)
    assert warnings(app) == []
    found = "".join(path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("*.*") if path.suffix in {".html", ".tex", ".texi"})  # fmt: skip
    assert place in found
    assert "Nothing to list." in found
