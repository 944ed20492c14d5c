"""Described components and runbooks: their pages, their places in the project, and what becomes of them in an edit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

from support.described import MARKUP, MYST, RST, SITES, fields, written
from support.sites import html


def test_a_list_of_yaml_is_a_list_of_names(build, warnings):
    page = (
        "# T\n\n```{gitops-runbook} a\n---\nowner: me\ncomponents: [delivery.SCAN, 'delivery.PKG']\nformerly:\n  - b\n  - c\n---\n```\n\n"
        '```{gitops-component} delivery.BUILD\n---\ntags: [x, "y"]\n---\n```\n'
    )
    app = build({"index.md": page, "flow.md": f"---\norphan: true\n---\n{MYST['flow']}"}, **MARKUP)
    assert warnings(app) == []
    book = app.env.get_domain("gitops").record("index").runbooks["a"]
    assert (book.components, book.formerly) == (("delivery.SCAN", "delivery.PKG"), ("b", "c"))
    assert app.env.get_domain("gitops").record("index").descriptions["delivery.BUILD"].tags == ("x", "y")


@pytest.fixture(params=list(SITES))
def app(build, request):
    return build(SITES[request.param], nitpicky=True, **MARKUP)


@pytest.fixture
def rst(build):
    def run(**changed):
        files = SITES["rst"] | {f"{name}.rst": text for name, text in changed.items() if text is not None}
        return build(
            {name: text for name, text in files.items() if changed.get(name[:-4], "") is not None}, nitpicky=True
        )

    return run


def test_a_component_is_described_with_what_the_workflow_knows(app, warnings):
    assert warnings(app) == []
    page = html(app, "parts")
    assert re.search(r'<dt class="[^"]*" id="gitops-delivery.SCAN">', page)
    signature = re.sub(r"<[^>]+>", "", page[page.index('id="gitops-delivery.SCAN">') :].split("</dt>")[0])
    assert "Scanner: security scan, security check" in " ".join(signature.split())
    assert fields(page) == {
        "Part of": "Delivery \u203a Integration \u203a Build Pipeline ( in the picture )",
        "Owner": "security",
        "Tags": "slsa, prod",
        "Links": "page",
        "Receives from": "Builder",
        "Sends to": "Registry (security, signed)",
        "Runbooks": "A scan failed (incident response, SEV2)",
        "Mentioned in": "Prose",
    }
    for link in ("flow.html#gitops-delivery.PKG", "books.html#gitops-runbook-scan-failed", "prose.html"):
        assert f'href="{link}"' in page, link
    assert "Scans <em>images</em>." in page


def test_references_and_the_picture_lead_to_the_description(app):
    assert 'href="parts.html#gitops-delivery.SCAN"' in html(app, "prose")
    page = html(app, "flow")
    picture, words = page.split("</svg>", 1)
    assert 'href="parts.html#gitops-delivery.SCAN"' in picture
    assert 'href="#gitops-delivery.PKG"' in picture
    assert (
        page.count('id="gitops-delivery.SCAN"') == page.count('id="gitops-delivery.OLD"') == 1
    )  # links from outside hold
    assert words.count('href="parts.html#gitops-delivery.SCAN"') == 3  # its entry, and a flow on each side
    assert 'href="parts.html#gitops-delivery.SCAN"' in html(app, "gitops-components")


def test_an_entry_lists_its_runbooks_and_where_it_is_mentioned(app):
    words = " ".join(re.sub(r"<[^>]+>", "", html(app, "flow").split("</svg>", 1)[1]).split())
    assert "Builder (build) in the picture Mentioned in: Prose" in words
    assert "Registry (registry) in the picture Runbooks: A scan failed (incident response, SEV2)" in words


def test_a_runbook_has_its_anchors_and_its_components(app):
    page = html(app, "books")
    assert page.count('id="gitops-runbook-scan-failed"') == page.count('id="gitops-runbook-scan-red"') == 1
    assert fields(page) == {"Components": "Scanner Registry", "Severity": "SEV2", "Owner": "on-call"}
    assert 'href="books.html#gitops-runbook-scan-red"' in html(app, "prose")
    assert "A scan failed (runbook)" in html(app, "genindex")


def test_inventories_and_contents_have_both(app):
    with Path(app.outdir, "objects.inv").open("rb") as stream:
        inventory = InventoryFile.load(stream, "https://docs.example", lambda base, uri: f"{base}/{uri}")
    inventory = inventory.data if hasattr(inventory, "data") else inventory

    def item(kind, name):
        found = inventory[f"gitops:{kind}"][name]
        return (found.uri, found.display_name) if hasattr(found, "uri") else (found[2], found[3])

    where = "https://docs.example/parts.html#gitops-delivery.SCAN"
    assert item("component", "delivery.SCAN") == (where, "Scanner")
    assert item("component", "delivery.OLD") == (where, "Scanner")
    book = "https://docs.example/books.html#gitops-runbook-"
    assert item("runbook", "scan-failed") == (f"{book}scan-failed", "A scan failed")
    assert item("runbook", "scan-red") == (f"{book}scan-red", "A scan failed")
    contents = {name: app.env.tocs[name].astext().split() for name in ("parts", "books")}
    assert contents == {"parts": ["Parts", "Scanner"], "books": ["Books", "A", "scan", "failed"]}


@pytest.mark.parametrize(
    "builder", ["text", "latex", "man", "epub", "singlehtml", "dirhtml", "xml", "texinfo", "gettext"]
)
@pytest.mark.parametrize("form", list(SITES))
def test_every_builder_has_the_facts(build, warnings, builder, form):
    app = build(SITES[form], builder=builder, nitpicky=True, **MARKUP)
    assert [line for line in warnings(app) if "gitops" in line] == []
    files = [path for path in Path(app.outdir).rglob("*") if path.is_file()]
    found = "".join(path.read_text(encoding="utf-8", errors="replace") for path in files)
    assert "Read the report." in found
    if builder != "gettext":
        for words in ("Part of", "Mentioned in", "A scan failed", "SEV2"):
            assert words in found, words
    if builder == "singlehtml":
        page = html(app)
        ids = re.findall(r'\sid="([^"]*)"', page)
        assert len(ids) == len(set(ids))
        local = set(re.findall(r'href="#([^"]*)"', page))
        assert {link for link in local if link.startswith("gitops-")} <= set(ids)
    if builder == "latex":
        labels = set(re.findall(r"\\label\{\\detokenize\{([^}]*)\}\}", found))
        used = set(re.findall(r"\\hyperref\[\\detokenize\{([^}]*)\}\]", found))
        assert used <= labels
        assert "parts:gitops-delivery.SCAN" in used


def test_a_page_may_describe_its_own_workflow(rst, warnings):
    flow = RST["flow"] + "\n" + RST["parts"].split("\n\n", 1)[1]
    page = html(rst(flow=flow, parts="Parts\n=====\n"), "flow")
    assert page.count('id="gitops-delivery.SCAN"') == 1
    assert re.search(r'<dt class="[^"]*" id="gitops-delivery.SCAN">', page)


def test_a_runbook_of_an_unknown_component_warns(rst, warnings):
    found = warnings(rst(books=RST["books"].replace("delivery.SCAN", "delivery.SCAM")))
    assert len(found) == 1
    assert "books.rst:6: WARNING: the runbook 'scan-failed' names 'delivery.SCAM', and there is no such" in found[0]
    assert "component; did you mean 'delivery.SCAN'" in found[0]


def test_a_description_of_an_unknown_component_warns_and_keeps_its_prose(rst, warnings):
    app = rst(parts=RST["parts"].replace("delivery.SCAN", "delivery.SCAM"))
    found = warnings(app)
    assert len(found) == 1
    assert (
        "parts.rst:4: WARNING: there is no component 'delivery.SCAM' to describe; did you mean 'delivery.SCAN'"
        in found[0]
    )
    assert "Scans <em>images</em>." in html(app, "parts")


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"parts": RST["parts"].replace("   :tags:", "   :owner: platform\n   :tags:")},
         "parts.rst:6: WARNING: owner of delivery.SCAN: 'platform' here, but 'security' in the workflow, at flow.rst:17;"),
        ({"books": RST["books"].replace("delivery.SCAN PKG", "SCAN") + "\n" + RST["books"].split("\n\n", 1)[1]},
         "books.rst:14: WARNING: the runbook id 'scan-failed' is taken, by the document 'books', line 4: give"),
        ({"prose": RST["prose"] + "\n" + RST["books"].split("\n\n", 1)[1]},
         "prose.rst:6: WARNING: the runbook id 'scan-failed' is taken, by the document 'books', line 4: give"),
        ({"prose": RST["prose"] + "\n" + RST["parts"].split("\n\n", 1)[1]},
         "prose.rst:6: WARNING: the component 'delivery.SCAN' is described already, in the document 'parts', line 4: keep"),
        ({"parts": "P\n=\n\n.. gitops-component:: SCAN\n\n   Prose.\n"},
         "parts.rst:4: WARNING: 'SCAN' is no full name of a component: write WORKFLOW.ID"),
        ({"prose": "P\n=\n\n.. gitops-component:: delivery.BUILD\n   :url: javascript:x\n\n   Prose.\n\n   :url: a field\n"},
         "prose.rst:5: WARNING: the link 'javascript:x' is refused"),
        ({"prose": "P\n=\n\n:gitops:runbook:`scan-fail`\n"},
         "prose.rst:4: WARNING: gitops:runbook reference target not found: scan-fail; did you mean 'scan-failed'"),
    ],
)  # fmt: skip
def test_what_contradicts_is_said_where_it_stands(rst, warnings, changed, expected):
    found = [line for line in warnings(rst(**changed)) if "reference target not found: scan-red" not in line]
    assert len(found) == 1
    assert expected in found[0]


@pytest.mark.parametrize(
    ("changed", "expected", "shown"),
    [
        ({"flow": RST["flow"].replace("title: Scanner", "title: Inspector")}, {"flow", "parts", "books", "prose", "index"}, "Inspector"),
        ({"flow": RST["flow"].replace("BUILD: {title: Builder", "BUILD: {title: Maker")}, {"flow", "parts", "prose", "index"}, "Maker"),
        ({"flow": RST["flow"].replace("Flow\n====", "Flow\n====\n\nMore.\n")}, {"flow", "index"}, ""),
        ({"books": RST["books"].replace("A scan failed", "A red scan")}, set(RST), "A red scan"),
        ({"books": RST["books"].replace("Read the report", "Open the report")}, {"books", "index"}, ""),
        ({"prose": RST["prose"].replace("Prose\n=", "Words\n=")}, {"flow", "parts", "prose", "index"}, "Words"),
        ({"prose": "Prose\n=====\n"}, {"flow", "parts", "prose", "index"}, ""),
        ({"parts": "Parts\n=====\n"}, {"flow", "parts", "books", "prose", "index"}, ""),
    ],
)  # fmt: skip
def test_an_edit_rewrites_what_shows_it_and_nothing_else(rst, changed, expected, shown):
    rst()
    again = rst(**changed)
    assert written(again) == expected
    if shown:
        assert shown in html(again, "parts")


def test_a_parallel_build_is_the_serial_one(build, tmp_path):
    from sphinx.testing.util import SphinxTestApp

    files = {
        "conf.py": "",
        **SITES["rst"],
        **{f"p{n}.rst": f":orphan:\n\nP {n}\n===\n\n:gitops:component:`SCAN`\n" for n in range(9)},
    }
    serial = build(files, source="a")
    pages = {path.name: path.read_bytes() for path in Path(serial.outdir).glob("*.html")}
    settings = {"extensions": ["sphinx_gitops"], "html_theme": "basic"}
    app = SphinxTestApp("html", srcdir=tmp_path / "a", builddir=tmp_path / "out2", confoverrides=settings, parallel=2)
    app.build()
    app.cleanup()
    assert {path.name: path.read_bytes() for path in Path(app.outdir).glob("*.html")} == pages
    assert "P 8" in html(app, "parts")


def test_anchors_are_labels_too(rst, warnings):
    words = "Prose\n=====\n\n:ref:`gitops-delivery.SCAN` :ref:`gitops-delivery` :ref:`here <gitops-runbook-scan-red>`\n"
    first = rst(prose=words)
    assert warnings(first) == []
    page = html(first, "prose")
    for link, shown in (
        ("parts.html#gitops-delivery.SCAN", "Scanner"),
        ("flow.html#gitops-delivery", "Delivery"),
        ("books.html#gitops-runbook-scan-red", "here"),
    ):
        assert re.search(rf'href="{link}"[^>]*><span[^>]*>{shown}<', page), link
    again = rst(prose=words, parts="Parts\n=====\n")
    assert warnings(again) == []
    assert 'href="flow.html#gitops-delivery.SCAN"' in html(again, "prose")


def test_a_picture_around_nothing_is_left_out(rst, warnings):
    app = rst(parts=RST["parts"].replace("delivery.SCAN", "deliver.SCAN").replace(":tags: prod", ":diagram:"))
    assert len(warnings(app)) == 1
    assert "there is no component 'deliver.SCAN' to describe" in warnings(app)[0]
    assert "<svg" not in html(app, "parts")
    assert "Scans <em>images</em>." in html(app, "parts")


def test_flows_of_other_workflows_are_neighbours(rst, warnings):
    other = ":orphan:\n\nO\n=\n\n.. gitops-workflow::\n\n   id: other\n   stages: {s: {components: {X: Outer}}}\n   flows: ['X --> delivery.SCAN']\n"
    app = rst(prose=other)
    assert [line for line in warnings(app) if "scan-red" not in line] == []
    assert fields(html(app, "parts"))["Receives from"] == "Builder Outer"
    assert 'href="prose.html#gitops-other.X"' in html(app, "parts")
