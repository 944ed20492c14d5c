"""What is wrong with a workflow that code has made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_gitops.model import Component, Flow, Stage, Style, Workflow
from sphinx_gitops.problems import Span
from sphinx_gitops.vocabulary import DEFAULT
from sphinx_gitops.workflows.validation import flaws

HERE = Span("code", 1)
OWN = Style(name="mine", light=("#fff", "", "#000000"), dark=("", "", ""))


def stage(**more) -> Workflow:
    one = Component(id="A", title="A", span=HERE, **more)
    return Workflow(id="w", title="W", span=HERE, stages=(Stage(id="s", title="S", span=HERE, components=(one,)),))


def two(*ids: str) -> Workflow:
    components = tuple(Component(id=name, title="T", span=HERE) for name in ids)
    return replace(stage(), stages=(Stage(id="s", title="S", span=HERE, components=components),))


@pytest.mark.parametrize(
    ("workflow", "expected"),
    [
        (stage(), []),
        (stage(links=(("a", "b"),), tags=("t",), waive=(("a", "b"),)), []),
        (replace(stage(), stages=()), ["it has no stage"]),
        (replace(stage(), title=3), ["workflow.title: int where the model has str"]),
        (stage(tags="t"), ["workflow.stages[0].components[0].tags: str where the model has tuple[str, ...]"]),
        (two("A", "A"), ["the id 'A' is there twice"]),
        (two("A", "b c"), ["'b c' is no id"]),
        (stage(colour="pink"), ["A: there is no class 'pink'"]),
        (
            replace(stage(), flows=(Flow(sources=("A",), targets=("B",), span=HERE),)),
            ["a flow ends at 'B', which is not there; there are A, s"],
        ),
        (
            replace(stage(), flows=(Flow(sources=("A",), targets=("other.B",), url="javascript:x", span=HERE),)),
            ["a flow: the link 'javascript:x' is refused"],
        ),
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


def test_a_former_id_of_a_workflow_is_one_that_it_could_have():
    assert list(flaws(replace(stage(), formerly=("old",)), DEFAULT)) == []
    assert list(flaws(replace(stage(), formerly=("old", "a.b")), DEFAULT)) == [
        "the former id 'a.b' is no id of a workflow"
    ]
