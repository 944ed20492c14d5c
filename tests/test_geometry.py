"""No arrow runs through a title, a foreign component or a text, and no text covers another, on screen and on paper."""

from __future__ import annotations

import json
import random

import pytest
from conftest import ROOT

from sphinx_gitops.emit import to_graph
from sphinx_gitops.model import Direction, FlowKind
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path, read_text
from sphinx_gitops.render import arrange, choose, given, layout_config
from sphinx_gitops.render.painting.paint import size
from sphinx_gitops.render.paper import Sheet, typeset
from sphinx_gitops.render.score import score
from sphinx_gitops.render.squeeze import CLOSE
from sphinx_gitops.render.text import width
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT, KINDS

ENGINE = choose("merman")
FILES = [ROOT / "docs/demo/delivery.yaml", *sorted((ROOT / "docs/gallery").glob("*.yaml"))]
TEMPLATE = read_text("", locate=lambda row, column: Span("t", row + 1, column + 1), default="t", template="gitops")
WORKFLOWS = {"template": TEMPLATE.workflow} | {file.stem: read_path(file).workflow for file in FILES}
SCENES = {name: scene(workflow, DEFAULT) for name, workflow in WORKFLOWS.items()}
A4 = Sheet(453, 571)
LETTER = Sheet(430, 550)


def laid(shown):
    return arrange(shown, given(shown, to_graph), engine=ENGINE, config=layout_config(shown), timeout=20)


def faults(shown, layout) -> list[str]:
    found = score(shown, layout)
    return [*found.through_nodes, *found.through_titles, *found.covered]


@pytest.mark.parametrize("name", SCENES)
def test_a_page_shows_it_without_a_fault(name):
    assert faults(SCENES[name], laid(SCENES[name])) == []


@pytest.mark.parametrize("sheet", [A4, LETTER], ids=["a4", "letter"])
@pytest.mark.parametrize("name", SCENES)
def test_paper_shows_it_without_a_fault(name, sheet):
    laid_out = []

    def lay(plan):
        layout = arrange(
            plan.scene, given(plan.scene, to_graph), engine=ENGINE, config=plan.config, timeout=20, loose=CLOSE
        )
        laid_out.append((plan.scene, layout))
        return layout

    printed = typeset(SCENES[name], lay, sheet, prefix="p")
    drawn = [pair for pair in laid_out if size(*pair) == (printed.picture.width, printed.picture.height)]
    assert [faults(*pair) for pair in drawn] == [[]]


WORDS = [
    "Build",
    "Test",
    "Security",
    "Scanner",
    "Registry",
    "Controller",
    "Reconciler",
    "of",
    "the",
    "internationalisation",
    "Prod",
    "a",
]


def some(chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(least, most)))


def anything(seed: int):
    """A workflow of up to five stages, some with groups, and flows of every kind between any two things."""
    chance = random.Random(seed)  # noqa: S311 - a workload, not a secret
    ids, boxes, stages = [], [], {}

    def box(name: str, count: int) -> dict[str, object]:
        boxes.append(name)
        new = [f"C{len(ids) + number}" for number in range(count)]
        ids.extend(new)
        components = {key: {"title": some(chance, 1, 4), "kind": chance.choice(sorted(KINDS))} for key in new}
        return {"title": some(chance, 1, 3), "components": components}

    for number in range(chance.randint(1, 5)):
        stages[f"S{number}"] = box(f"S{number}", chance.randint(1, 5))
        if chance.random() < 0.5:
            stages[f"S{number}"]["groups"] = {f"G{number}": box(f"G{number}", chance.randint(1, 4))}
    ends = ids + boxes if chance.random() < 0.3 else ids
    flows = [
        {"from": chance.choice(ids), "to": chance.choice(ends), "kind": chance.choice(list(FlowKind)).value}
        for _ in range(int(len(ids) * chance.uniform(0.8, 1.5)) + 1)
    ]
    text = json.dumps({"stages": stages, "flows": [flow for flow in flows if flow["from"] != flow["to"]]})
    reading = read_text(text, locate=lambda row, column: Span("t", row + 1, column + 1), default="t")
    return scene(reading.workflow, DEFAULT, direction=chance.choice([Direction.TB, *Direction]))


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_written_shows_without_a_fault(seed):
    shown = anything(seed)
    assert faults(shown, laid(shown)) == []


def test_a_stage_that_holds_nothing_is_drawn():
    text = "stages: {a: {components: {A: A}}, b: {title: Later}, c: {components: {C: C}}}\nflows: [A --> C]"
    reading = read_text(text, locate=lambda row, column: Span("t", row + 1, column + 1), default="t")
    shown = scene(reading.workflow, DEFAULT)
    box = laid(shown).boxes["b"]
    assert box.width > width("Later", 13, bold=True)
    assert box.height > 20
