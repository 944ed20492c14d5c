"""The directive's options, and projects that refer to each other."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from test_build import BODY, INDEX, WORKFLOW, html, site


def figure(page: str) -> str:
    return page[page.index("<figure") : page.index("</figure>")]


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        (":class: wide", r'<figure class="[^"]*\bwide\b'),
        (":align: right", r'<figure class="[^"]*\balign-right\b'),
        (":width: 60%", r'<svg [^>]* width="60%"'),
        (':alt: From Git to "production"', r"<svg [^>]*aria-label='From Git to \"production\"'"),
        (":legend: right", r'<figure class="[^"]*\bgitops-legend-right\b'),
    ],
)  # fmt: skip
def test_an_option_reaches_the_figure(build, warnings, option, expected):
    app = build(site(f"   {option}"))
    assert warnings(app) == []
    assert re.search(expected, figure(html(app)))


TWO = "T\n=\n\n.. gitops-workflow::\n{options}\n\n   stages: {a: {components: {A: Aa}}, b: {components: {B: Bb}}}\n   flows: [A --> B]\n"


def test_a_name_is_a_target(build):
    assert 'id="fig-x"' in html(build(site("   :name: fig-x")))


def test_no_legend(build):
    assert "gitops-legend" not in html(build(site("   :legend: none")))


def test_the_source_can_be_copied(build, warnings):
    app = build(site("   :show-source:\n   :direction: LR"))
    assert warnings(app) == []
    fold = html(app).partition('<details class="gitops-source"><summary>Mermaid source</summary>')[2].partition("</details>")[0]  # fmt: skip
    text = unescape(re.sub(r"<[^>]*>", "", fold)).strip()
    assert text.startswith("---\nconfig:\n")
    assert "\nflowchart LR\n" in text
    assert 'SCAN["\u25c6 Scanner"]' in text
    assert "click" not in text
    assert "useMaxWidth" not in text


def test_no_source_unless_asked_for_and_none_on_paper(build):
    assert "gitops-source" not in html(build(site()))
    app = build(site("   :show-source:"), builder="latex")
    assert "flowchart" not in "".join(path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("*.tex"))


def test_a_direction_turns_the_picture(build):
    def size(page: str) -> tuple[float, float]:
        found = re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', page)
        return float(found[1]), float(found[2])

    wide = size(html(build({"index.rst": TWO.replace("{options}", "   :direction: lr")}, source="a")))
    high = size(html(build({"index.rst": TWO.replace("{options}", "   :direction: TB")}, source="b")))
    assert wide[0] > wide[1]
    assert high[0] < high[1]


def test_configuration_lies_over_the_pins(build):
    def height(page: str) -> float:
        return float(re.search(r'viewBox="\S+ \S+ \S+ (\S+)"', page)[1])

    option = '   :config: {"layout": "dagre", "flowchart": {"rankSpacing": 136}}'
    down = "   :direction: TB\n"
    usual = height(html(build({"index.rst": TWO.replace("{options}", down)}, source="a")))
    far = height(html(build({"index.rst": TWO.replace("{options}", down + option)}, source="b")))
    assert far >= usual + 100


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        (":config: {", "not JSON"),
        (":config: [1]", "is a JSON object"),
        (":align: up", "'up' is none; expected one of left, center, right"),
        (":outline: colapsed", "'colapsed' is none; did you mean 'collapsed'?"),
        (":direction: DOWN", "'down' is none; expected one of tb, bt, lr, rl"),
        (":hops: many", "'many' is no whole number from 0"),
        (":width: wide", "'wide' is no width: write '300px', '60%' or the like"),
        (":captoin: x", "there is no such option; did you mean 'caption'?"),
    ],
)
def test_a_wrong_option_is_one_warning_with_its_line_and_costs_itself_alone(build, warnings, option, expected):
    app = build(site(f"   {option}", "Other\n=====\n"))
    name = option.split(":")[1]
    (found,) = warnings(app)
    assert re.search(rf"index\.rst:9: WARNING: :{name}: .*\[gitops\.option\]$", found)
    assert expected in found
    assert "delivery.SCAN" in app.env.get_domain("gitops").objects
    assert "<svg" in html(app)


def test_nothing_of_it_in_the_general_index(build):
    app = build(site("   :no-index-entry:"))
    assert "Scanner" not in html(app, "genindex")
    assert "delivery.SCAN" in app.env.get_domain("gitops").objects


def test_the_directive_of_the_domain_and_the_default_domain(build, warnings):
    text = "T\n=\n\n.. default-domain:: gitops\n\n.. workflow::\n\n" + BODY + "\n:component:`SCAN` :stage:`ci`\n"
    app = build({"index.rst": text, "other.rst": ":orphan:\n\nOther\n=====\n"}, nitpicky=True)
    assert warnings(app) == []
    assert html(app).count('href="#gitops-delivery.ci"') >= 2


@pytest.mark.parametrize("argument", ["w.yaml", "/sub/w.yaml"])
def test_markdown_takes_a_file(build, warnings, argument):
    files = {
        "index.md": "# T\n\n```{toctree}\nsub/page\n```\n\n{gitops:component}`delivery.SCAN`\n",
        "sub/page.md": f"# P\n\n```{{gitops-workflow}} {argument}\n:caption: C\n```\n",
        "sub/w.yaml": WORKFLOW.replace(", doc: other", ""),
    }
    app = build(files, extensions=["sphinx_gitops", "myst_parser"], nitpicky=True)
    assert warnings(app) == []
    assert 'href="sub/page.html#gitops-delivery.SCAN"' in html(app)
    assert "<svg xmlns" in html(app, "sub/page")


def test_a_former_stage_keeps_its_targets(build, warnings):
    body = BODY.replace("title: Integration\n", "title: Integration\n       formerly: [integration]\n")
    files = {"index.rst": INDEX.replace("{options}", "").replace(BODY, body), "other.rst": "O\n=\n\n:gitops:stage:`integration`\n"}  # fmt: skip
    app = build(files, nitpicky=True)
    assert warnings(app) == []
    assert 'href="index.html#gitops-delivery.integration"' in html(app, "other")
    assert html(app).count('id="gitops-delivery.integration"') == 1


@pytest.mark.parametrize(("builder", "page", "address"), [
    ("dirhtml", "other/index.html", "../#gitops-delivery.SCAN"),
    ("singlehtml", "index.html", "#gitops-delivery.SCAN"),
])  # fmt: skip
def test_links_have_the_form_of_the_builder(build, builder, page, address):
    app = build(site(), builder=builder)
    text = Path(app.outdir, page).read_text(encoding="utf-8")
    assert f'href="{address}"' in text
    assert "#gitops" not in re.sub(r'href="(\.\./)?#gitops', "", text)


def test_the_search_knows_components_and_words(build):
    text = Path(build(site()).outdir, "searchindex.js").read_text(encoding="utf-8")
    index = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))
    found = {entry[4] for entries in index["objects"].values() for entry in entries}
    assert {"Scanner", "Registry", "Integration", "Delivery"} <= found
    assert any(term.startswith("scan") for term in index["terms"])


def test_another_project_links_in(build, warnings, tmp_path):
    first = build(site(), source="first")
    text = "T\n=\n\n:external+one:gitops:component:`delivery.SCAN` :gitops:stage:`delivery.ci` :gitops:component:`~delivery.PKG`\n"
    inventory = str(Path(first.outdir, "objects.inv"))
    second = build(
        {"index.rst": text},
        source="second",
        extensions=["sphinx_gitops", "sphinx.ext.intersphinx"],
        intersphinx_mapping={"one": ("https://one.example/", inventory)},
        nitpicky=True,
    )
    assert warnings(second) == []
    page = html(second)
    assert re.search(r'href="https://one.example/index.html#gitops-delivery.SCAN"[^>]*>.*?Scanner<', page)
    assert re.search(r'href="https://one.example/index.html#gitops-delivery.ci"[^>]*>.*?Integration<', page)
    assert re.search(r'href="https://one.example/index.html#gitops-delivery.PKG"[^>]*>.*?PKG<', page)


ABROAD = """\
T
=

.. gitops-workflow::

   id: own
   stages: {ci: {components: {A: Own}}}

.. gitops-runbook:: scan-failed
   :components: delivery.SCAN A delivery.SCN
   :owner: me

.. gitops-table:: runbooks
   :columns: runbook component
   :filter: component == delivery.SCAN
"""


def test_a_runbook_is_about_components_of_other_projects_too(build, warnings):
    inventory = str(Path(build(site()).outdir, "objects.inv"))
    second = build(
        {"index.rst": ABROAD},
        source="second",
        extensions=["sphinx_gitops", "sphinx.ext.intersphinx"],
        intersphinx_mapping={"one": ("https://one.example/", inventory)},
    )
    (missing,) = warnings(second)
    assert "names 'delivery.SCN'" in missing
    cells = html(second).split("<table")[1].split("</table>")[0]
    assert re.search(r'href="https://one.example/index.html#gitops-delivery.SCAN"[^>]*>.*?Scanner<', cells)
    assert '"components": ["delivery.SCAN", "own.A"]' in Path(second.outdir, "gitops.json").read_text(encoding="utf-8")


@pytest.fixture
def no_engine(monkeypatch):
    monkeypatch.setattr("sphinx_gitops.ext.drawing.renderer.chain", lambda _: iter(()))
    monkeypatch.setattr("sphinx_gitops.ext.outputs.mermaid.choose", lambda _: None)


def test_without_an_engine_there_is_one_warning_and_the_words(build, warnings, no_engine):
    files = site()
    files["other.rst"] += "\n.. gitops-workflow::\n\n   id: second\n   stages: {a: {components: {B: Builder}}}\n"
    app = build(files, gitops_html_output="svg")
    assert len(warnings(app)) == 1
    assert 'pip install "sphinx-gitops[static]"' in warnings(app)[0]
    assert "<svg" not in html(app)
    assert 'id="gitops-delivery.SCAN"' in html(app)


def test_without_an_engine_no_script_is_loaded_from_elsewhere_and_one_warning_has_the_remedies(build, warnings, no_engine):
    app = build(site())
    (line,) = warnings(app)
    assert 'pip install "sphinx-gitops[static]"' in line
    assert 'gitops_html_output = "mermaid"' in line
    assert "mermaid" not in html(app)
    assert "://" not in "".join(re.findall(r"<script[^>]*>", html(app)))


@pytest.mark.parametrize("options", ["", "   :caption: C", "   :legend: none", "   :caption: C\n   :legend: none"])
def test_the_figure_is_balanced(build, options):
    found = figure(html(build(site(options))))
    assert found.count("<figcaption") == found.count("</figcaption>") == (0 if options == "   :legend: none" else 1)


def test_styles_of_a_workflow_reach_the_legend(build, warnings):
    style = "   styles: {mine: {fill: '#ffeeee', stroke: '#aa0000', text: '#330000'}}\n"
    text = (
        "T\n=\n\n.. gitops-workflow::\n\n   id: own\n"
        + style
        + "   stages: {a: {components: {X: {title: x, class: mine}}}}\n"
    )
    app = build({"index.rst": text})
    assert warnings(app) == []
    css = Path(app.outdir, "_static/gitops-custom.css").read_text(encoding="utf-8")
    assert "--gitops-mine-fill:#ffeeee" in css
    assert "var(--gitops-mine-fill,#ffeeee)" in html(app)
    legend = html(app).partition('class="gitops-legend')[2]
    assert "var(--gitops-mine-fill,#ffeeee)" in legend[: legend.index("mine</p>")]
    assert "gitops-custom.css" in html(app)
