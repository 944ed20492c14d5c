"""What a site costs as it grows, in time and memory: python benchmarks/scale.py [PAGES ...].

Each build is a process of its own, from nothing, with one job. Times are the processor's; memory is the process's peak.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from workloads import cost, indented, workflow

COMPONENTS = 20
# The default theme lists every page on every page, which alone is quadratic.
PLAIN = "html_theme = 'basic'\n"
OURS = f"{PLAIN}extensions = ['sphinx_gitops']\ngitops_html_output = 'svg'\n"


def plain(number: int) -> str:
    return ".. code-block:: text\n\n" + indented(workflow(number, COMPONENTS))


def ours(number: int) -> str:
    other = (number * 7) % max(1, number)
    return f".. gitops-workflow::\n\n{indented(workflow(number, COMPONENTS))}\n:gitops:component:`w{other}.C1`\n"


def write(folder: Path, pages: dict[str, str], conf: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "conf.py").write_text(conf, encoding="utf-8")
    names = "".join(f"   {name}\n" for name in pages)
    (folder / "index.rst").write_text(f"Site\n====\n\n.. toctree::\n\n{names}", encoding="utf-8")
    for name, body in pages.items():
        (folder / f"{name}.rst").write_text(f"{name}\n{'=' * len(name)}\n\n{body}\n", encoding="utf-8")
    return folder


def build(source: Path) -> tuple[float, float]:
    """Seconds and MB."""
    return cost([sys.executable, "-m", "sphinx", "-q", str(source), f"{source}-out"])


def site(root: Path, count: int, body: Callable[[int], str], conf: str) -> tuple[float, float]:
    name = f"{body.__name__}{count}"
    return build(write(root / name, {f"p{n}": body(n) for n in range(count)}, conf))


def doubling(root: Path, sizes: list[int]) -> None:
    head = ("pages", "plain", "ours", "ratio", "ours, against half the pages", "plain MB", "ours MB", "ratio")
    print(f"Pages of {COMPONENTS} components:\n\n| {' | '.join(head)} |")
    print("|---|---|---|---|---|---|---|---|")
    before = 0.0
    for size in sizes:
        (base, memory), (time_, used) = site(root, size, plain, PLAIN), site(root, size, ours, OURS)
        growth = f"{time_ / before:.2f} times" if before else ""
        times = (f"{size:,}", f"{base:.1f} s", f"{time_:.1f} s", f"{time_ / base:.2f}", growth)
        print(f"| {' | '.join((*times, f'{memory:.0f}', f'{used:.0f}', f'{used / memory:.2f}'))} |", flush=True)
        before = time_


def mentions(root: Path, count: int) -> None:
    """One page that mentions many components, written again, against the same page without roles."""
    pages = {f"p{n}": ours(n) for n in range(count // COMPONENTS)}
    names = [f"w{n}.C{m}" for n in range(count // COMPONENTS) for m in range(COMPONENTS)]
    times = []
    for label, line in (("words", "- ``{}``\n"), ("roles", "- :gitops:component:`{}`\n")):
        source = write(root / label, {**pages, "list": "".join(line.format(name) for name in names)}, OURS)
        build(source)
        (source / "list.rst").touch()
        times.append(build(source)[0])
    more = times[1] - times[0]
    print(
        f"A page that mentions {len(names):,} components takes {more:+.2f} s over the same without roles.\n", flush=True
    )


def monster(root: Path, count: int) -> None:
    """One workflow of very many components, folded."""
    body = f".. gitops-workflow::\n   :collapse: stages\n\n{indented(workflow(1, count))}"
    seconds, memory = build(write(root / "monster", {"p": body}, OURS))
    print(f"\n{count:,} components in {count // 5:,} stages, folded to stages: {seconds:.1f} s, {memory:.0f} MB.")


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or [250, 500, 1000, 2000]
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        mentions(root, 1000)
        doubling(root, sizes)
        monster(root, 5000)


if __name__ == "__main__":
    main()
