"""The layout in stage lanes keeps its promises on every workflow, shipped or random."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_gitops.model import Direction
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path, read_text
from sphinx_gitops.render.geometry.layout import Layout
from sphinx_gitops.render.layout import Budget, lay_out
from sphinx_gitops.render.layout.faults import crossings, faults
from sphinx_gitops.scene import Scene
from sphinx_gitops.view import scene as make_scene
from sphinx_gitops.vocabulary import DEFAULT
from support.staged_scenes import staged_scene

ROOT = Path(__file__).parents[3]
GALLERY = sorted((ROOT / "docs" / "gallery").glob("*.yaml"))
SEEDS = range(0, 240, 8)


def scene_of(path: Path) -> Scene:
    reading = read_path(path, source=path.name, template="", vocabulary=DEFAULT)
    assert reading.workflow is not None
    return make_scene(reading.workflow, DEFAULT)


def width(layout: Layout) -> float:
    rects = [*layout.boxes.values(), *layout.nodes.values()]
    return max(rect.right for rect in rects) - min(rect.x for rect in rects)


def height(layout: Layout) -> float:
    rects = [*layout.boxes.values(), *layout.nodes.values()]
    return max(rect.bottom for rect in rects) - min(rect.y for rect in rects)


def assert_sound(scene: Scene, budget: Budget | None = None) -> Layout:
    layout = lay_out(scene, budget or Budget())
    assert set(layout.nodes) == {node.key for node in scene.all_nodes()}
    assert set(layout.boxes) == {box.key for box in scene.all_boxes()}
    assert len(layout.routes) == len(scene.edges)
    assert faults(scene, layout) == []
    return layout


@pytest.mark.parametrize("path", [ROOT / "docs" / "demo" / "delivery.yaml", *GALLERY], ids=lambda path: path.stem)
@pytest.mark.parametrize("direction", list(Direction))
def test_a_shipped_workflow_has_no_fault_in_any_direction(path: Path, direction: Direction) -> None:
    scene = replace(scene_of(path), direction=direction)
    layout = assert_sound(scene)
    beside = direction in {Direction.LR, Direction.RL} and not layout.turned
    assert width(layout) <= (Budget().widest if beside else Budget().inner)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_workflow_has_no_fault(seed: int) -> None:
    assert_sound(staged_scene(seed, 1 + seed % 60))


@pytest.mark.parametrize(("seed", "count"), [(623, 8), (995, 10), (641, 8)])
def test_a_rare_case_has_no_fault(seed: int, count: int) -> None:
    """A box's arrow between those of a component in it that leave no room; a label of two arrows below a title."""
    assert_sound(staged_scene(seed, count))


def size(seed: int) -> int:
    """From 5 to 60 components, more of the small ones: what a large one takes, twenty small ones do."""
    return 5 + 55 * (seed % 8) * (seed // 8 % 8) // 49


@pytest.mark.slow
@pytest.mark.parametrize("first", range(1000, 2000, 100))
def test_a_hundred_random_workflows_have_no_fault_and_nearly_all_fit(first: int) -> None:
    scenes = [replace(staged_scene(seed, size(seed)), direction=Direction.TB) for seed in range(first, first + 100)]
    assert sum(width(assert_sound(scene)) > Budget().inner for scene in scenes) <= 3


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 1 << 32), count=st.integers(0, 14))
def test_a_small_workflow_has_no_fault(seed: int, count: int) -> None:
    assert_sound(staged_scene(seed, count))


@pytest.mark.parametrize("seed", [7, 52, 171])
def test_the_places_are_whole_numbers_and_the_same_twice(seed: int) -> None:
    scene = staged_scene(seed, 40)
    layout = lay_out(scene, Budget())
    assert layout == lay_out(scene, Budget())
    assert all(isinstance(part, int) for rect in layout.nodes.values() for part in (rect.x, rect.y, rect.width))


def test_the_same_bytes_in_another_process_with_another_hash_seed() -> None:
    code = (
        "from support.staged_scenes import staged_scene\n"
        "from sphinx_gitops.render.layout import Budget, lay_out\n"
        "print(*(lay_out(staged_scene(seed, 45), Budget()) for seed in range(6)))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_forty_one_components_without_flows_stand_in_a_grid_as_wide_as_the_page() -> None:
    nodes = tuple(
        replace(node, key=f"n{k}", id=f"n{k}") for k, node in enumerate(staged_scene(1, 1).boxes[0].nodes * 41)
    )
    scene = staged_scene(1, 1)
    scene = replace(scene, boxes=(replace(scene.boxes[0], nodes=nodes),), edges=(), nodes=(), direction=Direction.TB)
    layout = assert_sound(scene)
    columns = {rect.x for rect in layout.nodes.values()}
    rows = {rect.y for rect in layout.nodes.values()}
    assert width(layout) <= Budget().inner
    assert (len(columns) - 1) * len(rows) < 41 <= len(columns) * len(rows)
    assert height(layout) < 1280


def test_stages_from_left_to_right_that_do_not_fit_stand_below_one_another() -> None:
    scene = replace(staged_scene(9, 50), direction=Direction.LR)
    layout = assert_sound(scene)
    assert layout.turned
    assert not lay_out(replace(scene, direction=Direction.TB), Budget()).turned


def test_the_demo_is_small_and_nothing_crosses() -> None:
    layout = assert_sound(scene_of(ROOT / "docs" / "demo" / "delivery.yaml"))
    assert crossings(layout) == 0
    assert height(layout) <= 850


@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize(
    "flows",
    [
        "[A -->|PR merge| B, A -->|two words here| B]",
        "[A -->|PR merge| B, B -->|two words here| A]",
        "[A -->|PR merge| B, A ==>|x| B, B -.->|back again| A]",
        "[A --> B, A ==>|x| B]",
    ],
)
def test_several_arrows_between_two_components_keep_their_labels_apart(direction: Direction, flows: str) -> None:
    text = f"stages: {{s: {{components: {{A: Config repository, B: Argo CD}}}}}}\nflows: {flows}\n"
    reading = read_text(text, locate=lambda *_: Span("t", 1), default="t")
    assert reading.workflow is not None
    assert_sound(make_scene(reading.workflow, DEFAULT, direction=direction))
