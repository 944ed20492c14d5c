"""Sites built by Sphinx: the page, the domain, the warnings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

WORKFLOW = """\
id: delivery
title: Delivery
stages:
  ci:
    title: Integration
    components:
      SCAN: {title: Scanner, kind: security-scan, formerly: [OLD], url: 'https://scan.example/'}
      PKG: {title: Registry, kind: registry, doc: other}
flows:
  - SCAN -->|signed| PKG
"""
BODY = "".join(f"   {line}\n" if line else "\n" for line in WORKFLOW.splitlines())
INDEX = "Site\n====\n\n.. toctree::\n\n   other\n\n.. gitops-workflow::\n{options}\n\n" + BODY
OTHER = "Other\n=====\n\n:gitops:component:`SCAN` :gitops:component:`~delivery.PKG` :gitops:component:`words <OLD>` :any:`PKG`\n"


def site(options: str = "   :caption: Delivery", other: str = OTHER) -> dict[str, str]:
    return {"index.rst": INDEX.replace("{options}", options), "other.rst": other}


def html(app, page: str = "index") -> str:
    return Path(app.outdir, f"{page}.html").read_text(encoding="utf-8")


def test_the_page_has_the_picture_the_anchors_and_the_words(build, warnings):
    app = build(site(), nitpicky=True)
    page = html(app)
    assert warnings(app) == []
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg"') == 1
    for anchor in ("gitops-delivery", "gitops-delivery.ci", "gitops-delivery.SCAN", "gitops-delivery.OLD"):
        assert page.count(f'id="{anchor}"') == 1, anchor
    assert 'class="gitops-node gitops-security" href="#gitops-delivery.SCAN"' in page
    assert 'href="https://scan.example/"' in page
    assert 'href="other.html"' in page


def test_the_page_holds_under_a_strict_policy(build):
    page = html(build(site()))
    diagram = page[page.index('<div class="gitops-diagram">') : page.index("</svg>")]
    assert not re.search(r"<style|style=|<script|\son\w+=", diagram)


def test_roles_lead_to_the_anchors(build):
    page = html(build(site()), "other")
    assert re.search(r'href="index.html#gitops-delivery.SCAN"[^>]*><span[^>]*>Scanner<', page)
    assert re.search(
        r'href="index.html#gitops-delivery.PKG"[^>]*><[^>]*><span[^>]*>PKG<|href="index.html#gitops-delivery.PKG"[^>]*>.*?PKG<',
        page,
    )
    assert re.search(r'href="index.html#gitops-delivery.OLD"[^>]*>.*?words<', page)


def test_the_inventory_has_every_name(build):
    app = build(site())
    with Path(app.outdir, "objects.inv").open("rb") as stream:
        inventory = InventoryFile.load(stream, "https://docs.example", lambda base, uri: f"{base}/{uri}")
    inventory = inventory.data if hasattr(inventory, "data") else inventory
    components = inventory["gitops:component"]
    assert set(components) == {"delivery.SCAN", "delivery.PKG", "delivery.OLD"}
    item = components["delivery.SCAN"]
    uri, shown = (item.uri, item.display_name) if hasattr(item, "uri") else item[2:]
    assert (uri, shown) == ("https://docs.example/index.html#gitops-delivery.SCAN", "Scanner")
    assert "delivery" in inventory["gitops:workflow"]


def test_the_indices_have_the_components(build):
    app = build(site())
    page = html(app, "gitops-components")
    assert "Stage:\u00a0Integration" in page
    assert "Kind:\u00a0registry" in page
    assert "Scanner (component in Delivery)" in html(app, "genindex")


def test_a_dangling_reference_names_what_is_near(build, warnings):
    app = build(site(other="Other\n=====\n\n:gitops:component:`delivery.SCAM`\n"), nitpicky=True)
    assert len(warnings(app)) == 1
    assert (
        "other.rst:4: WARNING: gitops:component reference target not found: delivery.SCAM; did you mean"
        in warnings(app)[0]
    )
    assert "'delivery.SCAN'" in warnings(app)[0]


def test_a_figure_is_numbered(build):
    options = "   :name: fig-delivery\n   :caption: Delivery"
    app = build(site(options, "Other\n=====\n\n:numref:`fig-delivery` :ref:`fig-delivery`\n"), numfig=True)
    assert "Fig. 1" in html(app, "other")


@pytest.mark.parametrize(
    ("title", "body", "line"),
    [
        pytest.param("index.rst", "T\n=\n\n.. gitops-workflow::\n   :caption: x\n\n   stages:\n     ci:\n       titel: x\n", 9, id="rst"),
        pytest.param("index.rst", "T\n=\n\n.. gitops-workflow::\n\n   stages:\n     ci:\n       titel: x\n", 8, id="rst-no-options"),
        pytest.param("index.rst", "T\n=\n\n* .. note::\n\n     .. gitops-workflow::\n\n        stages:\n          ci:\n            titel: x\n", 10, id="rst-nested"),
        pytest.param("index.md", "# T\n\n```{gitops-workflow}\n:caption: x\n\nstages:\n  ci:\n    titel: x\n```\n", 8, id="myst"),
        pytest.param("index.md", "# T\n\n```{gitops-workflow}\nstages:\n  ci:\n    titel: x\n```\n", 6, id="myst-no-options"),
        pytest.param("index.md", "# T\n\n:::{note}\n```{gitops-workflow}\nstages:\n  ci:\n    titel: x\n```\n:::\n", 7, id="myst-nested"),
    ],
)  # fmt: skip
def test_an_error_points_at_its_line(build, warnings, title, body, line):
    app = build({title: body}, extensions=["sphinx_gitops", "myst_parser"], myst_enable_extensions=["colon_fence"])
    assert len(warnings(app)) == 1
    assert f"{title}:{line}: WARNING: stages.ci: unknown key 'titel'; did you mean 'title'?" in warnings(app)[0]
    assert "<svg" in html(app)


def test_an_error_in_a_file_points_into_the_file(build, warnings):
    app = build({"index.rst": "T\n=\n\n.. gitops-workflow:: w.yaml\n", "w.yaml": "stages:\n  ci:\n    titel: x\n"})
    assert re.search(r"w\.yaml:3: WARNING: stages\.ci: unknown key", warnings(app)[0])


def test_a_code_can_be_silenced(build, warnings):
    app = build(
        {"index.rst": "T\n=\n\n.. gitops-workflow::\n\n   stages: {ci: {titel: x}}\n"},
        suppress_warnings=["gitops.unknown-key"],
    )
    assert warnings(app) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ".. gitops-workflow:: none.yaml\n",
            "'none.yaml': the workflow file cannot be read: no such file or directory",
        ),
        (".. gitops-workflow:: w.yaml\n\n   stages: {ci: x}\n", "a file and a body together"),
        (".. gitops-workflow::\n", "a workflow wants a YAML body, a file or a template"),
        (".. gitops-workflow::\n   :template: gitop\n", "there is no template 'gitop'; did you mean 'gitops'?"),
    ],
)
def test_a_directive_without_a_workflow_says_why(build, warnings, text, expected):
    app = build({"index.rst": "T\n=\n\n" + text, "w.yaml": "stages: {ci: x}\n"})
    assert len(warnings(app)) == 1
    assert "index.rst:4: WARNING" in warnings(app)[0] or "index.rst:6: WARNING" in warnings(app)[0]
    assert expected in warnings(app)[0]


def test_two_documents_with_one_id_warn(build, warnings):
    body = "T\n=\n\n.. gitops-workflow::\n\n   id: twice\n   stages: {ci: x}\n"
    app = build({"index.rst": body, "two.rst": ":orphan:\n\n" + body})
    assert len(warnings(app)) == 1
    assert "the workflow id 'twice' is taken, by the document 'index', line 4: give" in warnings(app)[0]


def test_no_index_registers_nothing(build):
    app = build(site("   :no-index:", "Other\n=====\n"))
    assert app.env.get_domain("gitops").objects == {}


@pytest.mark.parametrize("fold", ["open", "collapsed", "none"])
def test_the_outline_folds(build, fold):
    page = html(build(site(f"   :outline: {fold}")))
    assert ('<details class="gitops-outline" open>' in page) is (fold == "open")
    assert ('<details class="gitops-outline">' in page) is (fold == "collapsed")
    assert page.count('id="gitops-delivery.SCAN"') == 1
    assert ("gitops-outline-body" in page) is (fold != "none")


def test_two_pictures_of_a_page_share_no_id(build):
    second = BODY.replace("delivery", "second").replace("SCAN", "CHECK").replace("OLD", "OLDER")
    page = html(
        build(
            {
                "index.rst": "T\n=\n\n.. gitops-workflow::\n\n" + BODY + "\n.. gitops-workflow::\n\n" + second,
                "other.rst": ":orphan:\n\nO\n=\n",
            }
        )
    )
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert page.count("<svg xmlns") == 2
    assert len(ids) == len(set(ids))


def test_editing_the_file_rebuilds_the_page(build, make_app, tmp_path):
    files = {"index.rst": "T\n=\n\n.. gitops-workflow:: w.yaml\n", "w.yaml": "stages: {ci: Before}\n"}
    build(files)
    again = build({**files, "w.yaml": "stages: {ci: Afterwards}\n"})
    assert "Afterwards" in html(again)


def test_a_renamed_component_rewrites_the_pages_that_show_it(build):
    build(site())
    files = site()
    files["index.rst"] = files["index.rst"].replace("title: Scanner", "title: Inspector")
    assert "Inspector" in html(build(files), "other")


def test_a_second_build_has_nothing_to_do(build):
    build(site())
    again = build(site())
    assert (
        "0 added, 0 changed, 0 removed" in again.status.getvalue()
        or "no targets are out of date" in again.status.getvalue()
    )


def test_a_parallel_build_is_the_serial_one(build, tmp_path):
    files = {
        f"p{n}.rst": f":orphan:\n\nP\n=\n\n.. gitops-workflow::\n\n   id: w{n}\n   stages: {{s{n}: {{components: {{C{n}: x}}}}}}\n"
        for n in range(8)
    }
    files["index.rst"] = "T\n=\n\n" + " ".join(f":gitops:component:`C{n}`" for n in range(8)) + "\n"
    serial = build(files, source="a")
    pages = {path.name: path.read_bytes() for path in Path(serial.outdir).glob("*.html")}
    from sphinx.testing.util import SphinxTestApp

    folder = tmp_path / "src2"
    (tmp_path / "a").rename(folder)
    settings = {"extensions": ["sphinx_gitops"], "html_theme": "basic"}
    app = SphinxTestApp("html", srcdir=folder, builddir=tmp_path / "out2", confoverrides=settings, parallel=2)
    app.build()
    app.cleanup()
    assert {path.name: path.read_bytes() for path in Path(app.outdir).glob("*.html")} == pages


def test_the_browser_can_draw(build, warnings):
    app = build(site(), gitops_html_output="mermaid")
    page = html(app)
    assert "<svg xmlns" not in page
    assert 'class="mermaid' in page
    assert "\n  accTitle: Delivery\n" in page
    assert "useMaxWidth: false" in page
    tip = "Scanner; security scan, security check, in Integration"
    assert f"click SCAN href &quot;#gitops-delivery.SCAN&quot; &quot;{tip}&quot;" in page
    assert "mermaid" not in html(app, "other").replace("gitops-workflow", "").lower()


@pytest.mark.parametrize(("own", "expected"), [({}, "5000"), ({"mermaid_init_config": {"maxEdges": 700}}, "700")])
def test_the_browser_refuses_no_large_diagram(build, own, expected):
    page = html(build(site(), gitops_html_output="mermaid", **own))
    assert re.search(rf'"maxEdges": {expected}\b', page)
    assert '"maxTextSize": 1000000' in page


def test_kinds_and_classes_of_a_project(build, warnings):
    text = "T\n=\n\n.. gitops-workflow::\n\n   stages: {ci: {components: {F: {title: Flag, kind: feature-flag}}}}\n"
    app = build(
        {"index.rst": text},
        gitops_classes={"flag": {"fill": "#ffffff", "stroke": "#123456", "text": "#000000"}},
        gitops_kinds={"feature-flag": {"class": "flag", "mark": "verification", "shape": "hexagon"}},
    )
    assert warnings(app) == []
    assert "var(--gitops-flag-stroke,#123456)" in html(app)
    assert "--gitops-flag-stroke:#123456" in Path(app.outdir, "_static/gitops-theme.css").read_text(encoding="utf-8")


def test_a_bad_kind_of_a_project_is_an_error(build, warnings):
    app = build({"index.rst": "T\n=\n"}, gitops_kinds={"flag": {"class": "none-such"}})
    assert "gitops_kinds['flag']: there is no class 'none-such'" in warnings(app)[0]


@pytest.mark.parametrize(
    "builder", ["text", "latex", "man", "epub", "singlehtml", "dirhtml", "xml", "pseudoxml", "texinfo", "gettext"]
)
def test_no_builder_loses_the_content(build, warnings, builder):
    app = build(site(), builder=builder)
    found = "".join(
        path.read_text(encoding="utf-8", errors="replace") for path in Path(app.outdir).rglob("*") if path.is_file()
    )
    assert "Scanner" in found
    assert not [line for line in warnings(app) if "gitops" in line]


def test_hostile_titles_are_text_on_every_page(build):
    evil = "<script>alert(1)</script>\"'"
    text = f"T\n=\n\n.. gitops-workflow::\n\n   id: w\n   stages: {{s: {{title: {evil!r}, components: {{C: {evil!r}}}}}}}\n"
    app = build({"index.rst": text})
    for page in Path(app.outdir).glob("*.html"):
        assert "<script>alert" not in page.read_text(encoding="utf-8"), page.name
