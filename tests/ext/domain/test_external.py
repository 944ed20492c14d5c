"""Pages whose flows end in another workflow of the project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.pages import picture
from support.sites import html
from support.two_workflows import INFRA, shop


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
        ("BUILD --> zz.CLUSTER", "and there is no workflow 'zz' in this project; there are infra, shop"),
        ("BUILD --> infra.zz", "'zz' is no id of the workflow 'infra'; there are CLUSTER, p"),
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
