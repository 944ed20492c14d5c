"""Flows that end in another workflow of the project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_build import html
from test_cli import run
from test_render import read, svg
from test_view import picture

from sphinx_gitops.emit import to_outline
from sphinx_gitops.facts import legend_entries
from sphinx_gitops.view import Foreign, Selection, collapse, scene, select
from sphinx_gitops.vocabulary import DEFAULT

SHOP = """\
id: shop
title: Shop
stages:
  ci: {components: {BUILD: Builder, a.b: Dotted}}
  run: {components: {PROD: Production}}
flows:
"""
INFRA = """\
id: infra
title: Infrastructure
formerly: [base]
stages:
  p: {title: Platform, components: {CLUSTER: {title: Cluster, formerly: [OLD]}}}
"""


def shop(*flows: str) -> str:
    return SHOP + "".join(f"  - {flow}\n" for flow in flows)


@pytest.mark.parametrize(
    ("flow", "ends"),
    [
        ("BUILD --> infra.CLUSTER", ("infra.CLUSTER",)),
        ("infra.CLUSTER & other.X --> BUILD", ("infra.CLUSTER", "other.X")),
        ("{from: infra.CLUSTER, to: [BUILD, PROD]}", ("infra.CLUSTER",)),
        ("infra.x.y --> BUILD --> infra.x.y", ("infra.x.y",)),
        ("BUILD --> a.b", ()),
        ("BUILD --> a.c", ("a.c",)),
        ("BUILD --> run.CLUSTER", ("run.CLUSTER",)),
        ("BUILD --> shop.PROD", ()),
        ("shop.run --> shop.a.b", ()),
    ],
)
def test_a_full_name_in_another_workflow_is_taken(flow, ends):
    reading = read(shop(flow))
    assert reading.problems == ()
    assert reading.workflow.foreign() == ends


@pytest.mark.parametrize(
    ("flow", "message"),
    [
        ("PROD --> ci.BUILD", "'ci.BUILD' is no id of this workflow; did you mean 'BUILD'?"),
        ("BUILD --> shop.PRDO", "'shop.PRDO' is no id of this workflow; did you mean"),
        ("BUILD --> infra", "'infra' is no id of this workflow"),
        ("{from: BUILD, to: 'infra.'}", "'infra.' is no id of this workflow"),
        ("{from: BUILD, to: 'infra.a b'}", "'infra.a b' is no id of this workflow"),
        ("infra.A --> other.B", "joins two other workflows: name a component of this one on one end"),
    ],
)
def test_what_cannot_be_one_is_an_error_at_once(flow, message):
    (problem,) = read(shop(flow)).problems
    assert message in problem.text


def test_it_is_drawn_outside_every_box_with_the_other_workflows_title():
    workflow = read(shop("BUILD --> infra.CLUSTER")).workflow
    shown = scene(workflow, DEFAULT, foreign={"infra.CLUSTER": Foreign(title="Cluster", workflow="Infrastructure")})
    (node,) = shown.nodes
    assert (node.title, node.under, node.facts, node.place) == (
        "Cluster",
        "Infrastructure",
        ("in another workflow",),
        "in Infrastructure",
    )
    assert [(entry.what, entry.words) for entry in legend_entries(shown) if entry.name in {"neutral", "foreign"}] == [
        ("class", "Other"),
        ("border", "in another workflow"),
    ]
    drawn = svg(shown)
    assert 'stroke-dasharray="2 3"' in drawn
    assert 'href="gitops:infra.CLUSTER" aria-label="Cluster, in another workflow, in Infrastructure"' in drawn


def test_its_colour_alone_is_not_in_the_legend():
    text = "stages: {ci: {components: {BUILD: {kind: build}}}}\nflows: [BUILD --> infra.A]\n"
    entries = legend_entries(scene(read(text).workflow, DEFAULT))
    assert [entry.words for entry in entries if entry.what == "class"] == ["Build"]


def test_what_is_not_there_leads_nowhere():
    workflow = read(shop("BUILD --> infra.X")).workflow
    drawn = svg(scene(workflow, DEFAULT, foreign={"infra.X": Foreign(title="X", workflow="infra", known=False)}))
    assert "gitops:infra.X" not in drawn
    assert ">X</text>" in drawn


def test_folds_and_parts_keep_it_where_its_other_end_is_left():
    workflow = read(shop("BUILD --> infra.A", "infra.B --> PROD", "BUILD --> PROD")).workflow
    whole = collapse(scene(workflow, DEFAULT), 0)
    assert [(edge.source, edge.target) for edge in whole.edges] == [
        ("ci", "id_infra_2e_A"),
        ("id_infra_2e_B", "run"),
        ("ci", "run"),
    ]
    part = select(workflow, Selection(show="ci"))
    assert part.workflow.foreign() == ("infra.A",)
    assert select(workflow, Selection(focus="BUILD", hops=None)).workflow.foreign() == ("infra.A", "infra.B")


def test_words_say_the_full_name_and_the_command_line_is_content(tmp_path):
    text = shop("BUILD -->|uses| infra.CLUSTER")
    assert "- Builder -> infra.CLUSTER (uses)" in to_outline(read(text).workflow, DEFAULT)
    (tmp_path / "w.yaml").write_text(text)
    assert run("check", str(tmp_path / "w.yaml")).returncode == 0
    assert b"infra" in run("render", str(tmp_path / "w.yaml")).stdout


def block(text: str) -> str:
    return ".. gitops-workflow::\n\n" + "".join(f"   {line}\n" for line in text.splitlines())


def site(*flows: str, infra: str = INFRA) -> dict[str, str]:
    return {
        "index.rst": "Site\n====\n\n.. toctree::\n\n   a\n   z\n   plain\n",
        "a.rst": "Shop\n====\n\n" + block(shop(*flows)),
        "z.rst": "Infra\n=====\n\n" + block(infra),
        "plain.rst": "Plain\n=====\n",
    }


@pytest.mark.parametrize("parallel", [0, 2])
def test_it_leads_to_the_other_workflow_wherever_that_is_read(build, warnings, parallel):
    app = build(
        site("BUILD --> infra.CLUSTER", "infra.p --> PROD", "base.CLUSTER --> BUILD", "infra.OLD --> BUILD"),
        nitpicky=True,
        parallel=parallel,
    )
    page = html(app, "a")
    assert warnings(app) == []
    found = set(re.findall(r'<a class="gitops-node [^"]*" href="(z[^"]*)" aria-label="([^"]*)"', picture(page)))
    assert found == {
        ("z.html#gitops-infra.CLUSTER", "Cluster, in another workflow, in Infrastructure"),
        ("z.html#gitops-infra.OLD", "Cluster, in another workflow, in Infrastructure"),
        ("z.html#gitops-base.CLUSTER", "Cluster, in another workflow, in Infrastructure"),
        ("z.html#gitops-infra.p", "Platform, in another workflow, in Infrastructure"),
    }
    outline = page[page.index("gitops-flows-title") :]
    assert re.search(
        r'Builder</a> <span class="gitops-arrow">→</span> <a [^>]*href="z.html#gitops-infra.CLUSTER"[^>]*>.*?Cluster.*?</a> \(Infrastructure\)',
        outline,
    )


@pytest.mark.parametrize(
    ("flow", "message"),
    [
        ("BUILD --> infr.CLUSTER", "'infr.CLUSTER' is no id of this workflow, and there is no workflow 'infr' in this project; did you mean 'infra'?"),
        ("BUILD --> infra.CLUSTR", "'infra.CLUSTR': 'CLUSTR' is no id of the workflow 'infra'; did you mean 'CLUSTER'?"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("parallel", [0, 2])
def test_what_leads_nowhere_is_one_warning_at_its_line(build, warnings, flow, message, parallel):
    app = build(site("BUILD --> PROD", flow), parallel=parallel)
    (found,) = warnings(app)
    assert re.search(r"a\.rst:13: WARNING: ", found)
    assert message in found
    assert found.endswith("[gitops.unknown-id]")
    assert "infr" not in "".join(re.findall(r'href="([^"]*)"', picture(html(app, "a"))))


def test_a_change_of_the_end_rewrites_the_page_and_another_change_does_not(build):
    def changed(files: dict[str, str]) -> set[str]:
        outdir = Path(build(files, source="src").outdir)
        return {path.stem for path in outdir.glob("*.html") if path.stat().st_mtime_ns != before.get(path.name)}

    before: dict[str, int] = {}
    changed(site("BUILD --> infra.CLUSTER"))
    outdir = Path(build(site("BUILD --> infra.CLUSTER")).outdir)
    before.update({path.name: path.stat().st_mtime_ns for path in outdir.glob("*.html")})
    other = INFRA.replace("Platform", "Ground")
    assert "a" not in changed(site("BUILD --> infra.CLUSTER", infra=other))
    before.update({path.name: path.stat().st_mtime_ns for path in outdir.glob("*.html")})
    renamed = other.replace("title: Cluster", "title: Machines")
    found = changed(site("BUILD --> infra.CLUSTER", infra=renamed))
    assert "a" in found
    assert "plain" not in found
    assert "Machines" in picture(html(build(site("BUILD --> infra.CLUSTER", infra=renamed)), "a"))


def test_a_workflow_shown_twice_reports_a_dangling_end_once(build, warnings):
    twice = "Shop\n====\n\n.. gitops-workflow:: /w.yaml\n\n.. gitops-workflow:: /w.yaml\n   :no-index:\n"
    app = build({**site(), "a.rst": twice, "w.yaml": shop("BUILD --> infra.X")})
    assert len(warnings(app)) == 1


def test_a_dangling_end_is_reported_again_in_every_build_that_reads(build, warnings):
    build(site("BUILD --> infra.CLUSTR"))
    app = build({**site("BUILD --> infra.CLUSTR"), "plain.rst": "Plainer\n=======\n"})
    assert len(warnings(app)) == 1


@pytest.mark.parametrize(("builder", "name"), [("text", "a.txt"), ("latex", "projectnamenotset.tex"), ("epub", "a.xhtml"), ("singlehtml", "index.html")])  # fmt: skip
def test_every_builder_says_it(build, warnings, builder, name):
    app = build(site("BUILD --> infra.CLUSTER"), builder=builder, nitpicky=True)
    assert [line for line in warnings(app) if "epub" not in line and "conf value" not in line] == []
    text = Path(app.outdir, name).read_text(encoding="utf-8")
    assert "(Infrastructure)" in " ".join(text.split())


def test_links_lie_over_it_in_latex(build):
    text = Path(build(site("BUILD --> infra.CLUSTER"), builder="latex").outdir, "projectnamenotset.tex").read_text(
        encoding="utf-8"
    )
    links = [line for line in text.splitlines() if r"\gitopslink" in line]
    assert any("z:gitops-infra.CLUSTER" in line.replace(r"\string", "") for line in links)
