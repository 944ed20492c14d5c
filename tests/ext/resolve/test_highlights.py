"""``:highlight: findings`` marks what breaks rules: in the picture, for pointers and readers, and in every output."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

BODY = """
   id: w
   stages:
     source: {components: {APP: {kind: application-repository}}}
     ci: {components: {BUILD: {kind: build}, SCAN: {kind: security-scan}}}
     run: {components: {PROD: {kind: environment, tier: production}}}
   flows: [APP --> BUILD --> SCAN, BUILD --> PROD, {from: BUILD, to: PROD, kind: promotion, label: fast}]
"""
SHOWN = "T\n=\n\n.. gitops-workflow::\n   :highlight: findings\n" + BODY
RULES = {"prod-without-security": "error", "push-deploy": "warning"}
RUNBOOK = "\n.. gitops-runbook:: back\n   :title: Back\n   :procedure: rollback\n   :components: w.PROD\n\n   Do it.\n"


def page_of(app) -> str:
    return (Path(app.outdir) / "index.html").read_text(encoding="utf-8")


def test_a_component_says_its_rule_in_the_picture_the_tooltip_and_the_name(build):
    page = page_of(build({"index.rst": SHOWN}, gitops_rules=RULES, gitops_html_output="svg"))
    assert "▲ prod-without-" in page
    title = re.search(r"<title>PROD\n(.*?)</title>", page, re.DOTALL)[1]
    assert "breaks prod-without-security: production is reached past every security check: APP → BUILD → PROD" in title
    assert re.search(r'aria-label="PROD, [^"]*breaks prod-without-security', page)
    assert "breaks a rule" in page


def test_a_flow_says_its_rule_in_its_label(build):
    page = page_of(build({"index.rst": SHOWN}, gitops_rules=RULES, gitops_html_output="svg"))
    assert "fast ▲ push-deploy" in re.sub("<[^>]*>", "", page)


@pytest.mark.parametrize("builder", ["text", "latex", "html", "man"])
def test_the_text_version_says_what_is_broken_of_components_and_flows(build, builder):
    app = build({"index.rst": SHOWN}, builder=builder, gitops_rules=RULES)
    name = {"text": "index.txt", "latex": "*.tex", "html": "index.html", "man": "*.1"}[builder]
    text = " ".join(next(Path(app.outdir).glob(name)).read_text(encoding="utf-8").replace("\\", "").split())
    outline = text[text.index("gitops-outline-body") if builder == "html" else 0 :]
    for words in ("breaks prod-without-security: production is reached past", "breaks push-deploy: "):
        assert words.replace("-", r"sphinxhyphen{}") in outline or words in outline


def test_nothing_is_marked_unasked_or_where_nothing_is_broken(build):
    assert "▲" not in page_of(
        build({"index.rst": SHOWN.replace("   :highlight: findings\n", "")}, source="a", gitops_rules=RULES)
    )
    kept = SHOWN.replace("BUILD --> PROD, {from: BUILD, to: PROD, kind: promotion, label: fast}", "SCAN --> PROD")
    assert "▲" not in page_of(build({"index.rst": kept}, source="b", gitops_rules=RULES))


def test_a_view_shows_the_path_that_breaks_a_rule(build, warnings):
    view = ".. gitops-workflow::\n" + BODY + "\n.. gitops-view:: w\n   :path: APP -> PROD\n   :highlight: findings\n"
    app = build(
        {"index.rst": "T\n=\n\n" + view},
        gitops_rules={**RULES, "prod-without-security": "info"},
        gitops_html_output="svg",
    )
    assert [line for line in warnings(app) if "push-deploy" not in line] == []
    assert "▲" in page_of(app)


def test_a_folded_stage_is_marked(build):
    folded = SHOWN.replace(":highlight:", ":collapse: stages\n   :highlight:")
    page = page_of(build({"index.rst": folded}, gitops_rules=RULES, gitops_html_output="svg"))
    assert "1 component ▲" in page


@pytest.mark.parametrize("builder", ["text", "latex", "man"])
def test_other_builders_take_it(build, warnings, builder):
    app = build({"index.rst": SHOWN}, builder=builder, gitops_rules={"prod-without-security": "info"})
    assert warnings(app) == []


def test_mermaid_has_the_words(build):
    page = page_of(build({"index.rst": SHOWN}, gitops_rules=RULES, gitops_html_output="mermaid"))
    assert "▲ push-deploy" in page


def test_another_value_is_told(build, warnings):
    (line,) = [one for one in warnings(build({"index.rst": SHOWN.replace("findings", "finding")})) if "option" in one]
    assert "'finding' is not known here; did you mean 'findings'?" in line


def test_a_runbook_elsewhere_takes_a_mark_away(build):
    rules = {"prod-without-security": "off", "rollback-none": "warning"}
    files = {"index.rst": SHOWN + "\n.. toctree::\n\n   b\n", "b.rst": "B\n=\n"}
    assert "▲" in page_of(build(files, gitops_rules=rules, gitops_html_output="svg"))
    assert "▲" not in page_of(
        build(files | {"b.rst": "B\n=\n" + RUNBOOK}, gitops_rules=rules, gitops_html_output="svg")
    )
