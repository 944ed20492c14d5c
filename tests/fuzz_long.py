"""The long, coverage-guided search: python tests/fuzz_long.py [CASES [TARGET]].

Each target of ``support/fuzzing.py`` gets a share of the cases in a process of its own. What is found goes to ``tests/corpus``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sphinx_gitops"]):
    from support.fuzzing import TARGETS

CORPUS = Path(__file__).parent / "corpus"


def search(name: str, cases: int) -> None:
    """Fuzz one target in this process; ends it."""
    folder = CORPUS / name
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        seeds = [str(folder)] if any(folder.iterdir()) else []
        arguments = [
            f"-runs={cases}",
            "-seed=1",
            "-max_len=400",
            "-timeout=10",
            f"-artifact_prefix={folder}{os.sep}",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], work, *seeds, *arguments], TARGETS[name])
        atheris.Fuzz()


def main() -> int:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    if len(sys.argv) > 2:
        search(sys.argv[2], cases)
    share = -(-cases // len(TARGETS))
    failed = 0
    print("| target | cases | seconds | result |\n|---|---|---|---|", flush=True)
    for name in TARGETS:
        start = time.monotonic()
        command = [sys.executable, __file__, str(share), name]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        failed += bool(done.returncode)
        result = "holds" if done.returncode == 0 else "FAILED"
        print(f"| {name} | {share:,} | {time.monotonic() - start:.0f} | {result} |", flush=True)
        if done.returncode:
            print(done.stdout[-2000:], done.stderr[-3000:], flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
