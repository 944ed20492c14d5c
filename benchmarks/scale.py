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


def build(source: Path, builder: str = "html", *options: str) -> tuple[float, float]:
    """Seconds and MB."""
    command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, *options]
    return cost([*command, "-d", f"{source}-doctrees", str(source), f"{source}-{builder}"])


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


def outputs(root: Path, sizes: list[int]) -> None:
    """Each output as pages double, with every picture drawn before."""
    print(f"Outputs of {COMPONENTS} components a page, pictures drawn before:\n\n| pages | output | time | growth |")
    print("|---|---|---|---|")
    before: dict[str, float] = {}
    for size in sizes:
        source = write(root / f"outputs{size}", {f"p{n}": ours(n) for n in range(size)}, OURS)
        for builder in ("html", "latex", "singlehtml", "epub"):
            build(source, builder)
            time_ = build(source, builder, "-E", "-a")[0]
            growth = f"{time_ / before[builder]:.2f} times" if builder in before else ""
            print(f"| {size:,} | {builder} | {time_:.1f} s | {growth} |", flush=True)
            before[builder] = time_


def tables(root: Path, sizes: list[int]) -> None:
    """A table of all components on each page, and nothing to do."""
    print("\n| pages with a table of all components | nothing to do | growth |\n|---|---|---|")
    before = 0.0
    for size in sizes:
        pages = {f"p{n}": f"{ours(n)}\n.. gitops-table:: components\n" for n in range(size)}
        source = write(root / f"tables{size}", pages, OURS)
        build(source, "dummy")
        time_ = build(source, "dummy")[0]
        print(f"| {size:,} | {time_:.1f} s | {f'{time_ / before:.2f} times' if before else ''} |", flush=True)
        before = time_


def wrong(root: Path, count: int) -> None:
    """As many references that lead nowhere as sound ones, under ``-n``."""
    pages = {f"p{n}": ours(n) for n in range(count // COMPONENTS)}
    times = []
    for label, letter in (("sound", "C"), ("wrong", "D")):
        names = [f"w{n}.{letter}{m}" for n in range(count // COMPONENTS) for m in range(COMPONENTS)]
        text = "".join(f"- :gitops:component:`{name}`\n" for name in names)
        source = write(root / label, {**pages, "list": text}, OURS)
        times.append(build(source, "html", "-n")[0])
    ratio = times[1] / times[0]
    print(f"\n{count:,} wrong references: {times[1]:.1f} s, sound ones {times[0]:.1f} s, {ratio:.2f} times.\n")


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or [250, 500, 1000, 2000]
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        outputs(root, [25, 50, 100, 200, 400])
        tables(root, [25, 50, 100])
        wrong(root, 600)
        mentions(root, 1000)
        doubling(root, sizes)
        monster(root, 5000)


if __name__ == "__main__":
    main()
