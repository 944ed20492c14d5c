"""A site of 200 pages with a workflow of 21 components each, against the same pages with a plain code block.

python benchmarks/site.py

Times are the processor's, one job a build, and the least of three rounds: other work on a machine only adds to them.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from workloads import cost, indented, workflow

from sphinx_gitops.emit import MermaidOptions, to_mermaid
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render import layout_config
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

PAGES, NODES, ROUNDS = 200, 21, 3


def plain(seed: int) -> str:
    return ".. code-block:: text\n\n" + indented(workflow(seed, NODES))


def ours(seed: int) -> str:
    return ".. gitops-workflow::\n\n" + indented(workflow(seed, NODES))


def mermaid(seed: int) -> str:
    reading = read_text(workflow(seed, NODES), locate=lambda a, b: Span("w", a + 1, b + 1), default="w")
    shown = scene(reading.workflow, DEFAULT)
    source = to_mermaid(shown, MermaidOptions(config=layout_config(shown, client=True)))
    return ".. mermaid::\n\n" + indented(source)


def needs(seed: int) -> str:
    """As many objects of sphinx-needs."""
    return "\n".join(f".. req:: Component {seed} {n}\n   :id: C{seed}_{n}\n" for n in range(NODES))


SITES: dict[str, tuple[Callable[[int], str], str]] = {
    "plain code block": (plain, ""),
    "gitops-workflow, static": (ours, "extensions = ['sphinx_gitops']\ngitops_html_output = 'svg'\n"),
    "mermaid directive": (mermaid, "extensions = ['sphinxcontrib.mermaid']\n"),
    "gitops-workflow, mermaid": (ours, "extensions = ['sphinx_gitops']\ngitops_html_output = 'mermaid'\n"),
}
if importlib.util.find_spec("sphinx_needs"):
    SITES["sphinx-needs"] = (needs, "extensions = ['sphinx_needs']\nneeds_id_regex = '.*'\n")


def write(folder: Path, body: Callable[[int], str], conf: str) -> None:
    (folder / "conf.py").write_text(conf, encoding="utf-8")
    names = "".join(f"   p{n}\n" for n in range(PAGES))
    (folder / "index.rst").write_text("Site\n====\n\n.. toctree::\n\n" + names, encoding="utf-8")
    for n in range(PAGES):
        (folder / f"p{n}.rst").write_text(f"Page {n}\n========\n\n{body(n)}\n", encoding="utf-8")


def build(source: Path, output: Path) -> float:
    return cost([sys.executable, "-m", "sphinx", "-q", str(source), str(output)])[0]


def measure(source: Path, output: Path) -> tuple[float, float, float]:
    """Seconds: from nothing; with every page written again from what was read and drawn; and with nothing to do."""
    shutil.rmtree(output, ignore_errors=True)
    cold = build(source, output)
    for page in output.glob("*.html"):
        page.unlink()
    (output / ".buildinfo").unlink()
    warm = build(source, output)
    return cold, warm, build(source, output)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        times: dict[str, list[tuple[float, float, float]]] = {site: [] for site in SITES}
        for number, (body, conf) in enumerate(SITES.values()):
            (root / str(number)).mkdir()
            write(root / str(number), body, conf)
        for _ in range(ROUNDS):
            for number, site in enumerate(SITES):
                times[site].append(measure(root / str(number), root / f"out{number}"))
        best = {site: [min(column) for column in zip(*rows, strict=True)] for site, rows in times.items()}
    base = best["plain code block"]
    print(f"| {PAGES} pages of {NODES} components | cold | all pages again | nothing to do |")
    print("|---|---|---|---|")
    for site, row in best.items():
        cells = (f"{value:.1f} s ({value / plain_value:.2f} ×)" for value, plain_value in zip(row, base, strict=True))
        print(f"| {site} | {' | '.join(cells)} |")
    ratio = best["gitops-workflow, mermaid"][0] / best["mermaid directive"][0]
    print(f"\nThe output `mermaid` takes {ratio:.2f} × the time of the directive `mermaid` with the same source.")


if __name__ == "__main__":
    main()
