"""A site of 200 pages with a workflow of 21 components each, against the same pages with a plain code block.

python benchmarks/site.py

Times are the processor's, with one job. All sites are built at the same time on one core, and what is said of several
rounds is the median.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from workloads import costs, indented, workflow

from sphinx_gitops.emit import MermaidOptions, to_mermaid
from sphinx_gitops.emit.mermaid_config import mermaid_config
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

PAGES, NODES, ROUNDS = 200, 21, 5


def plain(seed: int) -> str:
    return ".. code-block:: text\n\n" + indented(workflow(seed, NODES))


def ours(seed: int) -> str:
    return ".. gitops-workflow::\n\n" + indented(workflow(seed, NODES))


def mermaid(seed: int) -> str:
    reading = read_text(workflow(seed, NODES), locate=lambda a, b: Span("w", a + 1, b + 1), default="w")
    shown = scene(reading.workflow, DEFAULT)
    source = to_mermaid(shown, MermaidOptions(config=mermaid_config(shown)))
    return ".. mermaid::\n\n" + indented(source)


def needs(seed: int) -> str:
    """As many objects of sphinx-needs."""
    return "\n".join(f".. req:: Component {seed} {n}\n   :id: C{seed}_{n}\n" for n in range(NODES))


SITES: dict[str, tuple[Callable[[int], str], str]] = {
    "plain code block": (plain, ""),
    "gitops-workflow, svg": (ours, "extensions = ['sphinx_gitops']\ngitops_html_output = 'svg'\n"),
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


def _output(site: Path) -> Path:
    return site.with_name(f"{site.name}-out")


def build(sites: list[Path]) -> list[float]:
    """Seconds of each."""
    return costs([[sys.executable, "-m", "sphinx", "-q", str(site), str(_output(site))] for site in sites])


def measure(sites: list[Path]) -> list[list[float]]:
    """Seconds of each: from nothing; with every page written again from what was read and drawn; with nothing to do."""
    for site in sites:
        shutil.rmtree(_output(site), ignore_errors=True)
    cold = build(sites)
    for site in sites:
        for page in _output(site).glob("*.html"):
            page.unlink()
        (_output(site) / ".buildinfo").unlink()
    return [cold, build(sites), build(sites)]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        sites = [Path(name) / str(number) for number in range(len(SITES))]
        for site, (body, conf) in zip(sites, SITES.values(), strict=True):
            site.mkdir()
            write(site, body, conf)
        rounds = [measure(sites) for _ in range(ROUNDS)]
    names = list(SITES)  # the plain one first: what the others are measured against
    print(f"| {PAGES} pages of {NODES} components | cold | all pages again | nothing to do |")
    print("|---|---|---|---|")
    for site, label in enumerate(names):
        cells = []
        for phase in range(3):
            seconds = median(times[phase][site] for times in rounds)
            ratio = median(times[phase][site] / times[phase][0] for times in rounds)
            cells.append(f"{seconds:.1f} s ({ratio:.2f} ×)")
        print(f"| {label} | {' | '.join(cells)} |")
    ours, theirs = names.index("gitops-workflow, mermaid"), names.index("mermaid directive")
    ratios = sorted(times[0][ours] / times[0][theirs] for times in rounds)
    print(
        f"\nThe output `mermaid` takes {median(ratios):.2f} × the time of the directive `mermaid` with the same source."
    )
    print(f"In {ROUNDS} rounds it was {ratios[0]:.2f} to {ratios[-1]:.2f} ×.")


if __name__ == "__main__":
    main()
