"""Distinct diagrams from YAML to SVG and to PDF; with a command, against mermaid-cli, one process each.

python benchmarks/drawing.py [COMMAND OF MERMAID-CLI ...]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from workloads import cost_of_all, workflow

from sphinx_gitops.emit import to_mermaid
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render.drawing import draw
from sphinx_gitops.render.painting.legends.legend_content import explained
from sphinx_gitops.render.printing.converters import converter
from sphinx_gitops.render.printing.paper import Sheet, typeset
from sphinx_gitops.scene import Scene
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

COUNT, SAMPLE = 200, 10


def read(seed: int) -> Scene:
    reading = read_text(workflow(seed), locate=lambda a, b: Span("w", a + 1, b + 1), default="w")
    return scene(reading.workflow, DEFAULT)


def to_svg(seed: int) -> None:
    """From YAML to the finished picture."""
    draw(read(seed), prefix="p")


def to_pdf(seed: int) -> None:
    """From YAML to a PDF for paper."""
    shown = read(seed)
    printed = typeset(shown, Sheet(470, 570), prefix="p", legend=explained(shown))
    converter(printed.picture.svg).convert(printed.picture.svg, "pdf")


def ours(run: Callable[[int], None]) -> list[float]:
    """Seconds of the processor for each diagram, once everything is imported."""
    run(0)
    spent = []
    for seed in range(COUNT):
        start = time.process_time()
        run(seed)
        spent.append(time.process_time() - start)
    return spent


def peer(command: list[str], seed: int, suffix: str) -> float:
    """Seconds of the processor for one process of mermaid-cli, with the browser that it starts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.mmd").write_text(to_mermaid(read(seed)), encoding="utf-8")
        return cost_of_all([*command, "-q", "-i", str(folder / "in.mmd"), "-o", str(folder / f"out.{suffix}")])


def main() -> None:
    command = sys.argv[1:]
    print(f"| {COUNT} diagrams | all | the median | the slowest |{' mermaid-cli, each |' if command else ''}")
    print("|---|---|---|---|" + ("---|" if command else ""))
    for name, run in (("SVG", to_svg), ("PDF", to_pdf)):
        spent = ours(run)
        cells = f"{sum(spent):.1f} s | {statistics.median(spent) * 1000:.0f} ms | {max(spent) * 1000:.0f} ms"
        theirs = [peer(command, seed, name.lower()) for seed in range(SAMPLE)] if command else []
        times = statistics.mean(theirs) / statistics.mean(spent) if theirs else 0
        more = f" {statistics.mean(theirs):.1f} s, {times:.0f} × (of {SAMPLE}) |" if theirs else ""
        print(f"| to {name} | {cells} |{more}", flush=True)


if __name__ == "__main__":
    main()
