"""The event by which a project's code changes workflows."""

from __future__ import annotations

import sys

import pytest
from sphinx.errors import ExtensionError

from sphinx_gitops.ext import serialize
from support.described import SITES
from support.sites import html

CONF = """
from dataclasses import replace
def setup(app):
    app.setup_extension("sphinx_gitops")
    app.connect("gitops-workflow-read", listen)
def listen(app, docname, workflow):
    {body}
"""


def listening(body: str) -> dict[str, str]:
    return SITES["rst"] | {"conf.py": CONF.replace("{body}", body)}


def test_a_listener_changes_a_workflow_everywhere(build, warnings):
    body = "return replace(workflow, title='Changed', flows=workflow.flows[:1])"
    app = build(listening(body), nitpicky=True)
    assert warnings(app) == []
    assert "Changed" in html(app, "flow").split("</svg>")[0]
    assert "Changed" in html(app, "parts")
    assert "Sends to" not in html(app, "parts")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return 'x'", "it returned str, where a Workflow or None is expected"),
        ("return replace(workflow, title=3)", "workflow.title: int where the model has str"),
        ("return replace(workflow, stages=[*workflow.stages])", "workflow.stages: list where the model has tuple"),
        ("return replace(workflow, stages=(*workflow.stages, *workflow.stages))", "the id 'ci' is there twice"),
        (
            "return replace(workflow, stages=(replace(workflow.stages[0], colour='pink'),))",
            "ci: there is no class 'pink'",
        ),
        ("return replace(workflow, stages=())", "a flow ends at 'BUILD', which is not there"),
        ("return replace(workflow, stages=(), flows=())", "it has no stage"),
        (
            "return replace(workflow, title=type('Local', (str,), {})('x'))",
            "it cannot be kept, Can't pickle <class",
        ),
        ("return replace(workflow, id='a b')", "'a b' is no id of a workflow"),
    ],
)
def test_an_unsound_change_names_its_listener_and_is_left_out(build, warnings, body, expected):
    app = build(listening(body), nitpicky=True)
    found = warnings(app)
    assert len(found) == 1
    assert "flow.rst:7: WARNING: the listener conf.listen of gitops-workflow-read:" in found[0].replace(
        "builtins.", "conf."
    )
    assert expected in found[0]
    assert found[0].endswith("[gitops.listener]")
    assert "Delivery" in html(app, "parts")


def test_a_listener_that_fails_stops_the_build_by_name(build):
    with pytest.raises(ExtensionError, match=r"the listener .*listen of gitops-workflow-read failed: division by zero"):
        build(listening("return 1 / 0"))


def test_listeners_are_called_in_turn(build):
    body = "return replace(workflow, title=workflow.title + ' A')"
    conf = (
        CONF.replace("{body}", body)
        + "def later(app, docname, workflow):\n    return replace(workflow, title=workflow.title + ' B')\n"
    )
    conf = conf.replace("listen)\n", "listen)\n    app.connect('gitops-workflow-read', later, priority=900)\n", 1)
    assert "Delivery A B" in html(build(SITES["rst"] | {"conf.py": conf}), "parts")


PRICED = """
from dataclasses import dataclass, fields, replace
from sphinx_gitops.model import Component
@dataclass(frozen=True, kw_only=True)
class Priced(Component):
    cost: int = 0
def priced(workflow):
    first, *rest = workflow.stages
    own = tuple(Priced(**{f.name: getattr(c, f.name) for f in fields(c)}, cost=3) for c in first.groups[0].components)
    groups = (replace(first.groups[0], components=own), *first.groups[1:])
    return replace(workflow, stages=(replace(first, groups=groups), *rest))
"""


def test_a_component_of_a_class_of_one_s_own_is_kept(build, warnings, monkeypatch, tmp_path):
    (tmp_path / "pricing.py").write_text(PRICED, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(serialize, "_UNPACKED", 0)
    app = build(listening("import pricing; return pricing.priced(workflow)"), nitpicky=True)
    assert warnings(app) == []
    found = app.env.domains["gitops"].relations.workflow("delivery")
    assert {getattr(component, "cost", 0) for component in found.components()} == {0, 3}
    monkeypatch.delitem(sys.modules, "pricing")


def test_a_listener_that_only_looks_leaves_the_workflow_to_the_next(build, warnings):
    files = listening("app.config.seen = workflow.title")
    files["conf.py"] += "def change(app, docname, workflow):\n    return replace(workflow, title='Changed')\n"
    files["conf.py"] = files["conf.py"].replace(
        "listen)\n", "listen)\n    app.connect('gitops-workflow-read', change)\n", 1
    )
    app = build(files, nitpicky=True)
    assert warnings(app) == []
    assert app.config.seen == "Delivery"
    assert "Changed" in html(app, "flow").split("</svg>")[0]
