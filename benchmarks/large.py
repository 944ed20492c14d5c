"""One large workflow to SVG: how long its layout takes, with what is done to it before it is drawn.

python benchmarks/large.py
"""

from __future__ import annotations

import time

from workloads import workflow

from sphinx_gitops.emit import to_graph
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render import arrange, choose, given, layout_config, paint
from sphinx_gitops.render.score import score
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

SIZES = (20, 60, 100, 200, 300)


def main() -> None:
    engine = choose("auto")
    print(f"| components | {engine.name} alone | with straight arrows, as SVG | faults |")
    print("|---|---|---|---|")
    for nodes in SIZES:
        reading = read_text(workflow(1, nodes), locate=lambda a, b: Span("w", a + 1, b + 1), default="w")
        shown = scene(reading.workflow, DEFAULT)
        source, config = given(shown, to_graph), layout_config(shown)
        start = time.perf_counter()
        engine.layout(source, config=config, timeout=60)
        alone = time.perf_counter() - start
        start = time.perf_counter()
        layout = arrange(shown, source, engine=engine, config=config, timeout=60)
        paint(shown, layout, prefix="p")
        whole = time.perf_counter() - start
        print(f"| {nodes} | {alone:.2f} s | {whole:.2f} s | {score(shown, layout).faults} |", flush=True)


if __name__ == "__main__":
    main()
