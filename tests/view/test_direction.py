"""Down the page or across it, where nobody says."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

LONG = "A rather long title of a component"


def direction(stages: str, flows: str, **options: object) -> Direction:
    text = f"stages: {{{stages}}}\nflows: {flows}\n"
    reading = read_text(text, locate=lambda row, column: Span("t", row + 1, column + 1), default="t")
    assert not reading.problems
    return scene(reading.workflow, DEFAULT, **options).direction


@pytest.mark.parametrize(
    ("stages", "flows", "expected"),
    [
        ("s: {components: {A: Code, B: Build}}", "[A --> B]", Direction.LR),
        ("s: {components: {A: Code}}, t: {components: {B: Build, C: Image}}", "[A --> B --> C]", Direction.LR),
        ("s: {components: {A: Code, B: Build, C: Image}}", "[A --> B, A --> C]", Direction.TB),
        ("s: {components: {A: Code, B: Build, C: Image}}", "[A --> B]", Direction.TB),
        ("s: {components: {A: Code, B: Build}}", "[B --> A]", Direction.TB),
        ("s: {components: {A: Code, B: Build}}", "[A --> B, B -.-> A]", Direction.TB),
        ("s: {components: {A: Code}}", "[]", Direction.TB),
        ("s: {groups: {g: {components: {A: Code, B: Build}}}}", "[A --> B]", Direction.TB),
        ("s: {components: {A: Code}}, t: {components: {B: Build}}", "[A --> t]", Direction.TB),
        (
            f"s: {{components: {{{', '.join(f'{key}: {LONG}' for key in 'ABCDE')}}}}}",
            "[A --> B --> C --> D --> E]",
            Direction.TB,
        ),
        ("s: {components: {A: Code, B: Build}}", f"['A -->|{LONG * 20}| B']", Direction.LR),
    ],
)
def test_the_shape_decides(stages, flows, expected):
    assert direction(stages, flows) is expected


def test_a_writer_decides_before_the_shape():
    assert direction("s: {components: {A: Code, B: Build}}", "[A --> B]", direction=Direction.BT) is Direction.BT
