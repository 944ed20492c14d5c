"""What an extension costs that is loaded and not used: its import, and a site of 133 pages, beside others.

python benchmarks/unused.py [ROUNDS] [--instructions]

Seconds of the processor, memory and modules of an import are those over Sphinx alone. Builds are interleaved, and of
the rounds the least counts; on a busy machine they differ by percents all the same. With --instructions one build of
each is counted by callgrind, which takes minutes and says the same whatever else runs.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

MERMAID, OURS = "sphinxcontrib.mermaid", "sphinx_gitops"
SETS = ((), (MERMAID,), ("sphinx_design",), (OURS,), (MERMAID, OURS))
PAGES = 132
IMPORT = """
import json, resource, sys, time
import sphinx.builders.html
from sphinx.application import Sphinx
memory, modules, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, len(sys.modules), time.process_time()
for name in sys.argv[1:]:
    __import__(name + ".ext" if name == "sphinx_gitops" else name)
seconds = time.process_time() - start
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
print(json.dumps([seconds, memory / 1024, len(sys.modules) - modules]))
"""
SITE = """
import json, resource, sys
from sphinx.cmd.build import main
assert main(["-q", "-E", "-b", "html", *sys.argv[1:]]) == 0
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""
CALLGRIND = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    known = {**os.environ, "PYTHONHASHSEED": "0"}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=known)


def measured(code: str, *arguments: str) -> list[float]:
    return list(json.loads(run([sys.executable, "-c", code, *arguments]).stdout.splitlines()[-1]))


def instructions(*arguments: str) -> float:
    told = run([*CALLGRIND, sys.executable, "-c", SITE, *arguments]).stderr
    return float(re.search(r"Collected : (\d+)", told)[1])


def least(found: list[list[float]]) -> list[float]:
    return [min(values) for values in zip(*found, strict=True)]


def site(folder: Path, extensions: tuple[str, ...]) -> list[str]:
    folder.mkdir()
    names = [f"page{number}" for number in range(PAGES)]
    (folder / "conf.py").write_text(f"project = 'Unused'\nextensions = {list(extensions)!r}\n")
    (folder / "index.rst").write_text("Site\n====\n\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in names))
    for name in names:
        sections = "".join(f"Part {part}\n------\n\n" + "Some *words* of prose. " * 40 + "\n\n" for part in range(10))
        (folder / f"{name}.rst").write_text(f"{name}\n{'=' * len(name)}\n\n{sections}")
    return [str(folder), str(folder / "_build")]


def main() -> None:
    counted = "--instructions" in sys.argv
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    rounds = numbers[0] if numbers else 3
    with tempfile.TemporaryDirectory() as name:
        sites = [site(Path(name, str(number)), extensions) for number, extensions in enumerate(SETS)]
        imports = [[measured(IMPORT, *extensions) for extensions in SETS] for _ in range(rounds)]
        builds = [[measured(SITE, *arguments) for arguments in sites] for _ in range(rounds)]
        counts = [instructions(*arguments) for arguments in sites] if counted else [0.0 for _ in sites]
    alone = least([row[0] for row in builds])[0]
    print(f"| extensions | import | memory | modules | {PAGES + 1} pages | over Sphinx alone | instructions |")
    print("|---|---|---|---|---|---|---|")
    for number, extensions in enumerate(SETS):
        seconds, memory, modules = least([row[number] for row in imports])
        build = least([row[number] for row in builds])[0]
        more = f"{counts[number] / 1e9:.2f} G, {counts[number] / counts[0] - 1:+.2%}" if counted else ""
        print(
            f"| {', '.join(extensions) or 'Sphinx alone'} | {seconds:.3f} s | {memory:.1f} MB | {modules:.0f} "
            f"| {build:.2f} s | {build / alone - 1:+.1%} | {more} |"
        )


if __name__ == "__main__":
    main()
