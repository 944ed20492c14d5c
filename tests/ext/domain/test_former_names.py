"""Former names on several levels at once lead to the one thing, wherever a name is read."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.view.select import Selection, select
from support.sites import html

FLOW = """\
id: delivery
formerly: [release, ship]
stages:
  cd:
    title: Delivery stage
    formerly: [deploy]
    components:
      SYNC: {title: Argo CD, formerly: [FLUX, TILLER]}
      PROD: Production
flows: [SYNC --> PROD]
"""
PAGE = "Site\n====\n\n.. toctree::\n\n   other\n\n.. gitops-workflow::\n\n" + "".join(
    f"   {line}\n" for line in FLOW.splitlines()
)
NAMES = ["SYNC", "FLUX", "TILLER", "delivery.SYNC", "delivery.FLUX", "release.SYNC", "release.TILLER", "ship.FLUX"]


def other(text: str) -> dict[str, str]:
    return {"index.rst": PAGE, "other.rst": f"Other\n=====\n\n{text}\n"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("role", ["gitops:component", "any"])
def test_a_role_finds_a_component_by_each_of_its_names(build, warnings, role, name):
    app = build(other(f":{role}:`{name}`"), nitpicky=True)
    assert warnings(app) == []
    assert "Argo CD</span></a>" in html(app, "other")


@pytest.mark.parametrize(("role", "name"), [("stage", "deploy"), ("stage", "ship.deploy"), ("workflow", "ship")])
def test_a_role_finds_a_stage_and_a_workflow_by_a_former_name(build, warnings, role, name):
    app = build(other(f":gitops:{role}:`{name}`"), nitpicky=True)
    assert warnings(app) == []
    assert 'href="index.html#gitops-' in html(app, "other")


@pytest.mark.parametrize("name", NAMES)
def test_a_runbook_names_a_component_by_each_of_its_names(build, warnings, name):
    app = build(other(f".. gitops-runbook:: stuck\n   :components: {name}\n\n   Steps.\n"), nitpicky=True)
    assert warnings(app) == []
    assert "#gitops-runbook-stuck" in html(app, "index")


@pytest.mark.parametrize("name", [name for name in NAMES if "." in name])
def test_a_component_is_described_by_each_of_its_full_names(build, warnings, name):
    app = build(other(f".. gitops-component:: {name}\n   :diagram:\n\n   Words.\n"), nitpicky=True)
    assert warnings(app) == []
    assert "Delivery stage" in html(app, "other")


def test_a_flow_ends_at_a_component_of_another_workflow_by_a_former_name(build, warnings):
    flow = ".. gitops-workflow::\n\n   id: tests\n   stages: {s: {components: {T: Test}}}\n   flows: [T --> release.TILLER]\n"
    app = build(other(flow), nitpicky=True)
    assert warnings(app) == []
    assert "Argo CD" in html(app, "other")


def selected(**options: str):
    reading = read_text(FLOW, locate=lambda line, column: Span("f", line + 1, column + 1), default="f")
    found = select(reading.workflow, Selection(**options))
    return [component.id for component in found.workflow.components()], found


@pytest.mark.parametrize("name", NAMES)
def test_an_option_selects_by_each_of_its_names(name):
    for option, expected in (("show", ["SYNC"]), ("hide", ["PROD"]), ("focus", ["SYNC", "PROD"])):
        shown, found = selected(**{option: name})
        assert (shown, found.complaints) == (expected, ())
    assert selected(path=f"{name} -> PROD")[1].complaints == ()


@pytest.mark.parametrize("term", ["stage:deploy", "stage: ship.deploy", "deploy", "id:release.deploy"])
def test_a_term_selects_a_stage_by_a_former_name(term):
    shown, found = selected(show=term)
    assert (shown, found.complaints) == (["SYNC", "PROD"], ())


def test_an_old_id_of_two_things_is_still_ambiguous(build, warnings):
    twin = ".. gitops-workflow::\n\n   id: twin\n   stages: {s: {components: {X: {title: X, formerly: [FLUX]}}}}\n\n"
    files = {"index.rst": f"{PAGE}\n{twin}", "other.rst": "Other\n=====\n\n:gitops:component:`FLUX`\n"}
    (line,) = warnings(build(files, nitpicky=True))
    assert "several workflows have it: delivery.SYNC, twin.X" in line


@pytest.mark.parametrize(
    ("subject", "query"),
    [
        ("components", "workflow == release and id == FLUX"),
        ("components", "stage == deploy and component == ship.TILLER"),
        ("components", "stage in (delivery.deploy) and id != PROD"),
        ("flows", "from == TILLER"),
        ("workflows", "workflow == ship"),
        ("runbooks", "component == release.FLUX and runbook == stopped"),
    ],
)
def test_a_filter_finds_things_by_former_names(build, warnings, subject, query):
    book = ".. gitops-runbook:: stuck\n   :components: SYNC\n   :formerly: stopped\n\n   Steps.\n"
    app = build(other(f".. gitops-table:: {subject}\n   :filter: {query}\n\n{book}"), nitpicky=True)
    assert warnings(app) == []
    assert "gitops-table-box" in html(app, "other")


@pytest.mark.parametrize("name", [name for name in NAMES if "." in name])
def test_each_name_is_a_label_wherever_the_component_is_described(build, warnings, name):
    labels = [f"gitops-{one}" for one in NAMES if "." in one]
    refs = " ".join(f":ref:`{label}`" for label in labels)
    app = build(other(f"{refs}\n\n.. gitops-component:: {name}\n\n   Words.\n"), nitpicky=True)
    assert warnings(app) == []
    assert html(app, "other").count(f'href="#gitops-{name}"') >= len(labels)


def test_a_label_of_today_goes_before_a_former_one_that_reads_the_same(build, warnings):
    flow = "   id: d\n   stages: {s: {components: {Aa: {title: One, formerly: [bb]}, BB: Two}}}\n"
    app = build({"index.rst": f"Site\n====\n\n.. gitops-workflow::\n\n{flow}\n:ref:`gitops-d.BB`\n"})
    assert warnings(app) == []
    assert 'href="#gitops-d.BB"' in html(app, "index")


def workflow(name: str, former: str, component: str) -> str:
    return (
        f".. gitops-workflow::\n\n   id: {name}\n   title: {name}\n   formerly: [{former}]\n"
        f"   stages: {{s: {{components: {{{component}: {{title: {component}, formerly: [OLD]}}}}}}}}\n\n"
    )


@pytest.mark.parametrize("pages", [1, 2])
@pytest.mark.parametrize("today", [True, False])
def test_a_former_workflow_id_of_two_workflows_is_one_warning_and_one_anchor(build, warnings, pages, today):
    second = workflow("second", "x" if today else "first", "B")
    claims = workflow("first" if today else "main", "y" if today else "first", "A"), second.replace("[x]", "[first]")
    files = {"index.rst": "T\n=\n\n.. toctree::\n   :glob:\n\n   z*\n\n" + claims[0], "z.rst": ":orphan:\n\nZ\n=\n\n"}
    files["index.rst" if pages == 1 else "z.rst"] += claims[1]
    app = build(files)
    (warning,) = warnings(app)
    line = 20 if pages == 1 else 10
    assert f"{'index' if pages == 1 else 'z'}.rst:{line}: WARNING: the former id 'first' is taken, " in warning
    who = "by the workflow 'first'" if today else "formerly by the workflow 'main'"
    assert f"{who} in the document 'index': remove it here [gitops.duplicate-id]" in warning
    anchors = [page.count('id="gitops-first.OLD"') for page in (html(app), html(app, "z"))]
    assert anchors == [1, 0]


def test_a_former_workflow_id_of_one_workflow_that_is_read_twice_is_no_warning(build, warnings):
    files = {
        "part.txt": workflow("w", "old", "A"),
        "index.rst": "T\n=\n\n.. include:: part.txt\n",
        "z.rst": ":orphan:\n\n.. include:: part.txt\n",
    }
    assert warnings(build(files)) == []
