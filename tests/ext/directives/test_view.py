"""Another picture of a workflow that is defined somewhere in the project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.pages import picture
from support.sites import html

WORKFLOW = """\
id: delivery
title: Delivery
stages:
  src: {title: Source, components: {APP: Application, INFRA: Infrastructure}}
  ci:
    title: Integration
    components:
      BUILD: Builder
      SCAN: {title: Scanner, kind: security-scan, doc: runbook, url: 'https://scan.example/'}
  cd: {title: Deployment, components: {PROD: {title: Production, kind: environment, tier: production}}}
flows:
  - APP & INFRA --> BUILD --> SCAN ==> PROD
"""
HEAD = "Site\n====\n\n.. toctree::\n   :glob:\n\n   *\n\n"
VIEWS = """\
.. gitops-view:: delivery
   :focus: SCAN
   :caption: Around the scanner
   :name: fig-scan
"""
DEFINITION = "Zz\n==\n\n.. gitops-workflow:: w.yaml\n"
RUNBOOK = "Runbook\n=======\n\n"


def site(views: str = VIEWS, **more: str) -> dict[str, str]:
    files = {"index.rst": HEAD + views, "runbook.rst": RUNBOOK, "zz.rst": DEFINITION, "w.yaml": WORKFLOW}
    return {**files, **{name.replace("_", "."): text for name, text in more.items()}}


def test_a_view_shows_its_part_and_leads_to_where_it_is_defined(build, warnings):
    app = build(site(), nitpicky=True)
    page = html(app)
    assert warnings(app) == []
    assert re.findall(r'<a class="gitops-node [^"]*" href="([^"]*)"', picture(page)) == [
        f"zz.html#gitops-delivery.{name}" for name in ("BUILD", "SCAN", "PROD")
    ]
    assert 'id="fig-scan"' in page
    assert "Around the scanner" in page
    assert ">2 components are not shown: see Delivery.</span></a>" in page
    assert 'href="zz.html#gitops-delivery"' in page


def test_its_text_version_leads_there_too_and_has_no_anchors_of_its_own(build):
    page = html(build(site()))
    outline = page[page.index("gitops-outline-body") :]
    assert 'href="zz.html#gitops-delivery.SCAN"' in outline
    assert 'href="runbook.html"' in outline
    assert 'href="https://scan.example/"' in outline
    assert "Application" not in outline
    assert not re.search(r'id="gitops-delivery', page)
    described = re.search(r'aria-details="([^"]*)"', picture(page))[1]
    assert page.count(f'id="{described}"') == 1


def ids(page: str) -> list[str]:
    return re.findall(r'\bid="([^"]*)"', page)


@pytest.mark.parametrize("builder", ["html", "singlehtml", "dirhtml"])
def test_the_same_view_twice_on_a_page_and_on_others(build, warnings, builder):
    views = ".. gitops-view:: delivery\n   :collapse: stages\n\n" * 2
    app = build(site(views, other_rst="Other\n=====\n\n" + views), builder=builder, nitpicky=True)
    assert warnings(app) == []
    pages = list(Path(app.outdir).rglob("*.html"))
    assert pages
    for path in pages:
        found = ids(path.read_text(encoding="utf-8"))
        assert sorted(found) == sorted(set(found)), path


def test_a_view_of_the_workflow_on_its_own_page(build, warnings):
    text = DEFINITION + "\n" + VIEWS
    app = build({**site(""), "zz.rst": text}, nitpicky=True)
    page = html(app, "zz")
    assert warnings(app) == []
    assert 'href="#gitops-delivery.SCAN"' in picture(page, 1)
    assert len(ids(page)) == len(set(ids(page)))


@pytest.mark.parametrize("name", ["gitops-view", "gitops:view"])
def test_markdown_has_views(build, warnings, name):
    text = f"# Site\n\n```{{toctree}}\nzz\nrunbook\n```\n\n```{{{name}}} delivery\n:path: APP -> PROD\n:caption: The *way*\n```\n"
    files = {**site(), "index.md": text}
    del files["index.rst"]
    app = build(files, extensions=["sphinx_gitops", "myst_parser"], nitpicky=True)
    assert warnings(app) == []
    assert "Infrastructure" not in picture(html(app))
    assert "The <em>way</em>" in html(app)


def test_a_workflow_takes_the_same_options_and_keeps_its_anchors(build, warnings):
    app = build(site("", zz_rst=DEFINITION + "   :show: stage:ci\n   :focus: BUILD\n"), nitpicky=True)
    page = html(app, "zz")
    assert warnings(app) == []
    assert "Application" not in picture(page)
    assert 'class="gitops-focus"' in picture(page)
    assert page.count('id="gitops-delivery.APP"') == 1
    assert "3 components are not shown: see the text version." in page


@pytest.mark.parametrize(
    ("view", "line", "message", "code"),
    [
        (".. gitops-view:: delivry\n", 9, "there is no workflow 'delivry' in this project; did you mean 'delivery'?", "unknown-id"),
        (".. gitops-view:: delivery\n   :focus: SCN\n", 9, ":focus: 'SCN' is no id of the workflow 'delivery'; did you mean 'SCAN'?", "unknown-id"),
        (".. gitops-view:: delivery\n   :show: tag:x\n", 9, ":show: 'tag:x' matches no tag of this workflow", "option"),
        (".. gitops-view:: delivery\n   :path: PROD -> APP\n", 9, "there is one back: ':path: APP -> PROD'", "option"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("parallel", [0, 2])
def test_what_is_wrong_with_a_view_is_one_warning(build, warnings, view, line, message, code, parallel):
    app = build(site(view), parallel=parallel)
    found = warnings(app)
    assert len(found) == 1, found
    assert f"index.rst:{line}: WARNING: " in found[0]
    assert message in found[0]
    assert found[0].endswith(f"[gitops.{code}]")
    assert "<svg xmlns" in html(app) or "delivry" in html(app)


def test_a_former_name_of_the_workflow_shows_it(build, warnings):
    app = build(site(VIEWS.replace("delivery", "old"), w_yaml="formerly: [old]\n" + WORKFLOW), nitpicky=True)
    assert warnings(app) == []
    assert 'href="zz.html#gitops-delivery.SCAN"' in picture(html(app))


def test_a_missing_workflow_leaves_the_caption_and_the_name(build):
    page = html(build(site(VIEWS.replace(":: delivery", ":: none") + "\n:ref:`fig-scan`\n")))
    assert "Around the scanner" in page
    assert ">none</" in page
    assert 'href="#fig-scan"' in page


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda text: text.replace("Scanner", "Inspector"), {"zz", "view"}),
        (lambda text: text.replace("SCAN ==> PROD", "SCAN --> PROD"), {"zz", "view"}),
        (lambda text: "# a comment moves every line\n" + text, {"zz"}),
        (lambda text: text.replace("Production", "Live"), {"zz", "view"}),
        (lambda text: text.replace("id: delivery", "id: other"), {"zz", "view"}),
    ],
)
def test_a_change_rewrites_the_pages_that_show_it_and_nothing_else(build, change, expected):
    files = {**site(""), "view.rst": "View\n====\n\n" + VIEWS, "plain.rst": "Plain\n=====\n"}
    app = build(files)
    before = {path.name: path.stat().st_mtime_ns for path in Path(app.outdir).glob("*.html")}
    app = build({**files, "w.yaml": change(WORKFLOW)})
    after = {path.name: path.stat().st_mtime_ns for path in Path(app.outdir).glob("*.html")}
    changed = {Path(name).stem for name in after if after[name] != before[name]}
    assert (
        changed - {"index", "genindex", "search", "gitops-components"} == expected
    )  # the index has them in its toctree
    fresh = build({**files, "w.yaml": change(WORKFLOW)}, source="clean")
    for name in ("view", "zz"):
        assert html(app, name) == html(fresh, name)


def test_a_view_that_found_nothing_is_drawn_once_its_workflow_is_there(build, warnings):
    files = {**site(""), "view.rst": "View\n====\n\n" + VIEWS}
    app = build({**files, "w.yaml": WORKFLOW.replace("id: delivery", "id: other")})
    assert len(warnings(app)) == 1
    assert "<svg xmlns" in html(build(files), "view")


def test_parallel_and_serial_builds_are_alike(build):
    files = site(
        VIEWS,
        **{f"p{number}_rst": f"P{number}\n==\n\n{VIEWS.replace('fig-scan', f'f{number}')}" for number in range(8)},
    )
    one, two = build(files, source="a"), build(files, source="b", parallel=2)
    pages = [
        {path.name: path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("*.html")} for app in (one, two)
    ]
    assert "p7.html" in pages[0]
    assert pages[0] == pages[1]


@pytest.mark.parametrize(("builder", "name"), [("text", "index.txt"), ("man", "projectnamenotset.1"), ("texinfo", "projectnamenotset.texi"), ("epub", "index.xhtml"), ("latex", "projectnamenotset.tex"), ("xml", "index.xml"), ("pseudoxml", "index.pseudoxml")])  # fmt: skip
def test_every_builder_takes_a_view(build, warnings, builder, name):
    app = build(site(), builder=builder, nitpicky=True)
    assert [line for line in warnings(app) if "epub" not in line and "conf value" not in line] == []
    text = Path(app.outdir, name).read_text(encoding="utf-8")
    assert "Around the scanner" in text
    assert "Scanner" in text


def test_links_lie_over_the_picture_in_latex(build):
    text = Path(build(site(), builder="latex").outdir, "projectnamenotset.tex").read_text(encoding="utf-8")
    assert r"{zz:gitops-delivery.SCAN}" in text.replace(r"\string", "")


def test_nothing_but_the_caption_is_extracted(build):
    app = build(site(), builder="gettext")
    found = Path(app.outdir, "index.pot").read_text(encoding="utf-8")
    assert "Around the scanner" in found
    assert "Scanner" not in found.replace("Around the scanner", "")


def test_a_view_is_translated_with_its_workflow(build):
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    po = head + 'msgid "Scanner"\nmsgstr "Prüfgerät"\n\nmsgid "Delivery"\nmsgstr "Auslieferung"\n'
    files = {**site(), "locale/de/LC_MESSAGES/zz.po": po}
    page = html(build(files, language="de", locale_dirs=["locale"], gettext_auto_build=True))
    assert "Prüfgerät" in picture(page)
    assert "2 Komponenten sind nicht gezeigt: siehe Auslieferung." in page


def test_a_view_has_the_colours_of_its_workflow(build):
    styled = WORKFLOW + "styles: {security: {fill: '#123456'}}\n"
    app = build(site(w_yaml=styled))
    own = re.search(r"gitops-style-[\w-]+", html(app, "zz"))[0]
    assert re.search(rf'<figure class="[^"]*\b{own}\b', html(app))


def test_a_view_is_drawn_by_the_browser_with_links(build):
    page = html(build(site(), gitops_html_output="mermaid"))
    assert "zz.html#gitops-delivery.SCAN" in page
    assert "gitopsFocus" in page


@pytest.mark.browser
def test_a_click_on_a_view_leads_to_the_text_version_of_the_definition(build, page):
    app = build(site())
    page.goto(Path(app.outdir, "index.html").as_uri())
    page.click("svg a.gitops-security")
    assert page.url.endswith("zz.html#gitops-delivery.SCAN")
    assert page.locator("[id='gitops-delivery.SCAN']").is_visible()
