"""What an extension costs that is loaded and not used: its import, and a site of 51 pages, beside others.

python benchmarks/unused.py [ROUNDS]

Seconds of the processor, memory and modules are those over Sphinx alone; of the rounds the least counts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

EXTENSIONS = ("", "sphinxcontrib.mermaid", "sphinx_design", "sphinx_gitops")
PAGES = 50
IMPORT = """
import json, resource, sys, time
import sphinx.builders.html
from sphinx.application import Sphinx
memory, modules, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, len(sys.modules), time.process_time()
if sys.argv[1]:
    module = __import__(sys.argv[1], fromlist=["setup"])
    if sys.argv[1] == "sphinx_gitops":
        import sphinx_gitops.ext
seconds = time.process_time() - start
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
print(json.dumps([seconds, memory / 1024, len(sys.modules) - modules]))
"""
SITE = """
import json, resource, sys
from sphinx.cmd.build import main
main(["-q", "-E", "-b", "html", *sys.argv[1:]])
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def measured(code: str, *arguments: str) -> list[float]:
    found = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return list(json.loads(found.stdout.splitlines()[-1]))


def least(rounds: int, code: str, *arguments: str) -> list[float]:
    found = [measured(code, *arguments) for _ in range(rounds)]
    return [min(values) for values in zip(*found, strict=True)]


def site(folder: Path, extension: str) -> Path:
    folder.mkdir()
    names = [f"page{number}" for number in range(PAGES)]
    (folder / "conf.py").write_text(f"project = 'Unused'\nextensions = {[extension] if extension else []!r}\n")
    (folder / "index.rst").write_text("Site\n====\n\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in names))
    for name in names:
        sections = "".join(f"Part {part}\n------\n\n" + "Some *words* of prose. " * 40 + "\n\n" for part in range(10))
        (folder / f"{name}.rst").write_text(f"{name}\n======\n\n{sections}")
    return folder


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print("| extension | import | memory | modules | 51 pages | over Sphinx alone |\n|---|---|---|---|---|---|")
    alone = 0.0
    with tempfile.TemporaryDirectory() as name:
        for extension in EXTENSIONS:
            seconds, memory, modules = least(rounds, IMPORT, extension)
            source = site(Path(name, extension or "none"), extension)
            build = least(rounds, SITE, str(source), str(source / "_build"))[0]
            alone = alone or build
            print(
                f"| {extension or 'Sphinx alone'} | {seconds:.3f} s | {memory:.1f} MB | {modules:.0f} "
                f"| {build:.2f} s | {(build - alone) / alone:+.1%} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
