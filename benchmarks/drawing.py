"""200 distinct diagrams to SVG and to PDF, against mermaid-cli, one process each.

python benchmarks/drawing.py [COMMAND OF MERMAID-CLI ...]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sphinx_gitops.render.paper import Sheet, typeset
from sphinx_gitops.render.squeeze import CLOSE
from workloads import workflow

from sphinx_gitops.emit import to_graph, to_mermaid
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render import arrange, choose, draw, given
from sphinx_gitops.render.painting.legends.legend_content import explained
from sphinx_gitops.render.printing.converters import converter
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

COUNT, SAMPLE = 200, 10


def read(seed: int):
    reading = read_text(workflow(seed), locate=lambda a, b: Span("w", a + 1, b + 1), default="w")
    return scene(reading.workflow, DEFAULT)


def to_svg(seed: int, engine) -> None:
    """From YAML to the finished picture."""
    shown = read(seed)
    draw(shown, to_graph, engine=engine, prefix="p")


def to_pdf(seed: int, engine) -> None:
    """From YAML to a PDF for paper: as many layouts as it takes."""
    shown = read(seed)

    def lay(plan):
        source = given(plan.scene, to_graph)
        return arrange(plan.scene, source, engine=engine, config=plan.config, timeout=20, loose=CLOSE)

    printed = typeset(shown, lay, Sheet(470, 570), prefix="p", legend=explained(shown))
    converter(printed.picture.svg).convert(printed.picture.svg, "pdf")


def peer(command: list[str], seed: int, suffix: str) -> float:
    """Seconds for one process of mermaid-cli."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.mmd").write_text(to_mermaid(read(seed)), encoding="utf-8")
        start = time.perf_counter()
        subprocess.run(
            [*command, "-q", "-i", "in.mmd", "-o", f"out.{suffix}"], cwd=folder, check=True, capture_output=True
        )
        return time.perf_counter() - start


def main() -> None:
    command = sys.argv[1:] or ["mmdc"]
    engine = choose("auto")
    to_svg(0, engine)
    to_pdf(0, engine)
    print(f"| {COUNT} diagrams | {engine.name} {engine.version} | mermaid-cli, a process each | ratio |")
    print("|---|---|---|---|")
    for name, run in (("SVG", lambda n: to_svg(n, engine)), ("PDF", lambda n: to_pdf(n, engine))):
        start = time.perf_counter()
        for seed in range(COUNT):
            run(seed)
        ours = time.perf_counter() - start
        theirs = statistics.mean(peer(command, seed, name.lower()) for seed in range(SAMPLE)) * COUNT
        print(f"| to {name} | {ours:.1f} s | {theirs:.0f} s (from {SAMPLE}) | {theirs / ours:.0f} times |", flush=True)


if __name__ == "__main__":
    main()
