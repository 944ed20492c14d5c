"""The package as a library, and the event by which a project's code changes workflows."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from sphinx.errors import ExtensionError
from test_build import html
from test_objects import SITES, WORKFLOW

import sphinx_gitops
from sphinx_gitops.ext import serialize
from sphinx_gitops.model import Component, Flow, Stage, Style, Workflow
from sphinx_gitops.problems import Span
from sphinx_gitops.validation import flaws
from sphinx_gitops.vocabulary import DEFAULT

HERE = Span("code", 1)
OWN = Style(name="mine", light=("#fff", "", "#000000"), dark=("", "", ""))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "delivery.yaml"
    path.write_text(WORKFLOW, encoding="utf-8")
    return path


def test_a_file_is_read(file):
    workflow = sphinx_gitops.read(file)
    assert isinstance(workflow, Workflow)
    assert [component.id for component in workflow.components()] == ["PKG", "BUILD", "SCAN"]
    assert sphinx_gitops.read(str(file)) == workflow


def test_every_error_of_a_file_is_told(file):
    file.write_text(
        WORKFLOW.replace("kind: build", "kid: build").replace("BUILD --> SCAN", "BUILD --> SCAM"), encoding="utf-8"
    )
    with pytest.raises(sphinx_gitops.WorkflowError) as caught:
        sphinx_gitops.read(file)
    assert [problem.code.value for problem in caught.value.problems] == ["unknown-key", "unknown-id"]
    assert caught.value.workflow.id == "delivery"
    assert f"{file}:10:" in str(caught.value)
    with pytest.raises(sphinx_gitops.WorkflowError):
        sphinx_gitops.read(file.parent / "none.yaml")


def test_a_workflow_is_written(file):
    workflow = sphinx_gitops.read(file)
    source = sphinx_gitops.to_mermaid(workflow, links={"SCAN": "https://x.example/", "NONE": "https://y.example/"})
    assert source.count("click ") == 1
    assert 'href "https://x.example/"' in source
    assert "- Builder (build)" in sphinx_gitops.to_outline(workflow)


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<svg "), ("pdf", b"%PDF-"), ("png", b"\x89PNG")])
def test_a_workflow_is_drawn(file, kind, start):
    workflow = sphinx_gitops.read(file)
    drawn = sphinx_gitops.draw(workflow, kind)
    assert drawn.startswith(start)
    assert drawn == sphinx_gitops.draw(workflow, kind)


def test_a_drawing_leads_to_the_pages_of_components_and_nowhere_else(file):
    address = "https://scan.example/?a=1&b=%22"
    file.write_text(WORKFLOW.replace("owner: security", f"owner: security, url: '{address}'"), encoding="utf-8")
    drawn = sphinx_gitops.draw(sphinx_gitops.read(file))
    links = [element.get("href") for element in ET.fromstring(drawn).iter("{http://www.w3.org/2000/svg}a")]
    assert links == [address]
    assert b"gitops:" not in drawn
    rendered = subprocess.run(
        [sys.executable, "-m", "sphinx_gitops", "render", str(file)], check=True, capture_output=True
    )
    assert rendered.stdout == drawn


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"kind": "gif"}, ValueError, "'gif' is no kind"),
        ({"engine": "none"}, sphinx_gitops.RenderError, "'none' is not installed"),
    ],
)
def test_what_cannot_be_drawn_is_said(file, options, error, words):
    with pytest.raises(error, match=words):
        sphinx_gitops.draw(sphinx_gitops.read(file), **options)


def test_a_workflow_without_stages_cannot_be_drawn():
    with pytest.raises(sphinx_gitops.RenderError, match="the workflow 'w' has no stage"):
        sphinx_gitops.draw(replace(stage(), stages=()))


def test_sphinx_is_not_needed(file):
    code = (
        "import sys; sys.modules['sphinx'] = sys.modules['docutils'] = None; import sphinx_gitops as g;"
        f"w = g.read({str(file)!r}); g.to_outline(w), g.to_mermaid(w), g.draw(w)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_names_that_are_not_there_are_not(file):
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        _ = sphinx_gitops.write
    assert {"read", "draw", "to_mermaid"} <= set(dir(sphinx_gitops))


def _owned(app, docname, workflow):
    """Every component without an owner is the platform team's."""

    def box(old):
        components = tuple(replace(one, owner=one.owner or "platform") for one in old.components)
        return replace(old, components=components, groups=tuple(map(box, old.groups)))

    assert docname == "flow"
    return replace(workflow, stages=tuple(map(box, workflow.stages)))


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
    _, found = app.env.domains["gitops"].workflow("delivery")
    assert {getattr(component, "cost", 0) for component in found.components()} == {0, 3}
    monkeypatch.delitem(sys.modules, "pricing")


def stage(**more) -> Workflow:
    one = Component(id="A", title="A", span=HERE, **more)
    return Workflow(id="w", title="W", span=HERE, stages=(Stage(id="s", title="S", span=HERE, components=(one,)),))


@pytest.mark.parametrize(
    ("workflow", "expected"),
    [
        (stage(), []),
        (stage(links=(("a", "b"),), tags=("t",), waive=(("a", "b"),)), []),
        (replace(stage(), stages=()), ["it has no stage"]),
        (stage(kind="nonsense"), ["A: there is no kind 'nonsense'"]),
        (
            stage(links=(("a",),)),
            ["workflow.stages[0].components[0].links: tuple where the model has tuple[tuple[str, str], ...]"],
        ),
        (stage(tier="production"), ["workflow.stages[0].components[0].tier: str where the model has Tier | None"]),
        (replace(stage(), flows=(Flow(sources=("A",), targets=("other.B",), span=HERE),)), []),
        (replace(stage(), flows=(Flow(sources=(), targets=("A",), span=HERE),)), ["a flow has no source or no target"]),
        (replace(stage(), id="a.b"), ["'a.b' is no id of a workflow"]),
        (replace(stage(), formerly=("a.b",)), ["the former id 'a.b' is no id of a workflow"]),
        (stage(formerly=('"><script>',)), ["A: the former id '\"><script>' is no id"]),
        (stage(url="javascript:alert(1)"), ["A: the link 'javascript:alert(1)' is refused"]),
        (stage(links=(("a", "java\tscript:x"),)), ["A: the link 'java\\tscript:x' is refused"]),
        (replace(stage(), styles=(OWN,)), []),
        (replace(stage(), styles=(replace(OWN, name="a b"),)), ["the class 'a b' is no id"]),
        (
            replace(stage(), styles=(replace(OWN, light=("red;}</style>", "", "")),)),
            ["the class 'mine': 'red;}</style>' is no hex colour"],
        ),
    ],
)
def test_flaws(workflow, expected):
    assert flaws(workflow, DEFAULT) == expected


def test_the_public_names_are_documented():
    page = (Path(ROOT) / "docs/reference/python-api.md").read_text(encoding="utf-8")
    for name in sphinx_gitops.__all__:
        assert f"sphinx_gitops.{name}" in page or name == "setup", name
