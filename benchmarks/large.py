"""The layout and the picture of the demo, the template and large workflows: how long they take, and their faults.

python benchmarks/large.py
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from workloads import workflow

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path, read_text
from sphinx_gitops.render.drawing import draw
from sphinx_gitops.render.layout import Budget, lay_out
from sphinx_gitops.render.layout.faults import crossings, faults
from sphinx_gitops.scene import Scene
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

DEMO = Path(__file__).parent.parent / "docs" / "demo" / "delivery.yaml"
SIZES = (20, 60, 100, 200, 300)


def read(text: str, template: str = "") -> Scene:
    reading = read_text(text, locate=lambda a, b: Span("w", a + 1, b + 1), default="w", template=template)
    return scene(reading.workflow, DEFAULT)


def scenes() -> Iterator[tuple[str, Scene]]:
    yield "the demo", scene(read_path(DEMO).workflow, DEFAULT)
    yield "the template", read("", "gitops")
    for size in SIZES:
        yield "random", read(workflow(1, size))


def main() -> None:
    draw(read(workflow(0, 5)), prefix="p")  # everything is imported
    print("| workflow | components | layout | as SVG | crossings | faults |")
    print("|---|---|---|---|---|---|")
    for name, shown in scenes():
        start = time.process_time()
        layout = lay_out(shown, Budget())
        laid = time.process_time() - start
        start = time.process_time()
        draw(shown, prefix="p")
        drawn = time.process_time() - start
        found = f"{crossings(layout)} | {len(faults(shown, layout))}"
        print(f"| {name} | {len(list(shown.all_nodes()))} | {laid:.3f} s | {drawn:.3f} s | {found} |", flush=True)


if __name__ == "__main__":
    main()
