"""The options of the directives."""

from __future__ import annotations

import re

import pytest

from sphinx_gitops.ext.directives.options import options
from support.pages import figure
from support.sites import BODY, INDEX, TWO, WORKFLOW, html, site


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


def test_a_name_is_a_target(build):
    assert 'id="fig-x"' in html(build(site("   :name: fig-x")))


def test_no_legend(build):
    assert "gitops-legend" not in html(build(site("   :legend: none")))


def test_a_direction_turns_the_picture(build):
    def size(page: str) -> tuple[float, float]:
        found = re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', page)
        return float(found[1]), float(found[2])

    wide = size(html(build({"index.rst": TWO.replace("{options}", "   :direction: lr")}, source="a")))
    high = size(html(build({"index.rst": TWO.replace("{options}", "   :direction: TB")}, source="b")))
    assert wide[0] > wide[1]
    assert high[0] < high[1]


def test_configuration_speaks_to_mermaid_in_the_browser_alone(build):
    def view_box(page: str) -> str:
        return re.search(r'viewBox="[^"]*"', page)[0]

    down = "   :direction: TB\n"
    asked = TWO.replace("{options}", down + '   :config: {"flowchart": {"rankSpacing": 136}}')
    usual = view_box(html(build({"index.rst": TWO.replace("{options}", down)}, source="a")))
    assert view_box(html(build({"index.rst": asked}, source="b"))) == usual
    assert "rankSpacing: 136" in html(build({"index.rst": asked}, source="c", gitops_html_output="mermaid"))


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        (":config: {", "not JSON"),
        (":config: [1]", "is a JSON object"),
        (":upstream: SCAN", "it takes no value, found 'SCAN'"),
        (":legend:", "a value is missing; expected one of right, below, none"),
        (":align: up", "'up' is not known here; expected one of left, center, right"),
        (":outline: colapsed", "'colapsed' is not known here; did you mean 'collapsed'?"),
        (":direction: DOWN", "'DOWN' is not known here; expected one of TB, BT, LR, RL"),
        (":hops: many", "'many' is no whole number from 0"),
        (":width: wide", "'wide' is no width: write '300px', '60%' or the like"),
        (":captoin: x", "there is no such option; did you mean 'caption'?"),
        (":id: delivery", "no such option; 'id' is a key of the body: write it there, after an empty line"),
        (":flows: a --> b", "no such option; 'flows' is a key of the body"),
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


@pytest.mark.parametrize("options", ["", "   :caption: C", "   :legend: none", "   :caption: C\n   :legend: none"])
def test_the_figure_is_balanced(build, options):
    found = figure(html(build(site(options))))
    assert found.count("<figcaption") == found.count("</figcaption>") == (0 if options == "   :legend: none" else 1)


@pytest.mark.parametrize("text", ["9" * 400 + "%", "9" * 5000, "0" * 30 + "60%"])
def test_a_width_that_nobody_means_is_told(text):
    with pytest.raises(ValueError, match="is no width: write '300px', '60%' or the like"):
        options.width(text)


@pytest.mark.parametrize("text", ["000640999999", "000640" + "9" * 5000, "159", "10001"])
def test_a_picture_is_laid_out_for_no_other_width(text):
    with pytest.raises(ValueError, match="is no width from 160 to 10000 px"):
        options.fit(text)
