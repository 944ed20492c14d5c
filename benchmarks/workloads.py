"""What is measured, the same every time, and how."""

from __future__ import annotations

import compileall
import ctypes
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import sphinx_gitops

_PR_SET_CHILD_SUBREAPER = 36
"""The option of prctl(2) by which processes whose parent has ended come to this one."""
KINDS = ("repository", "build", "test", "security-scan", "registry", "reconciler", "environment", "monitoring")


def workflow(seed: int, nodes: int | None = None) -> str:
    """A workflow of 5 to 30 components in stages of about five, each fed from its own or the one before."""
    chance = random.Random(seed)  # noqa: S311 - a workload, not a secret
    count = nodes or chance.randint(5, 30)
    stages = max(1, count // 5)
    rows = [list(range(count * stage // stages, count * (stage + 1) // stages)) for stage in range(stages)]
    lines = [f"id: w{seed}", f"title: Workflow {seed}", "stages:"]
    flows: list[str] = []
    for stage, row in enumerate(rows):
        lines += [f"  s{stage}:", f"    title: Stage {stage}", "    components:"]
        for number in row:
            lines.append(f"      C{number}: {{title: Component {seed} {number}, kind: {chance.choice(KINDS)}}}")
            before = row[: row.index(number)]
            if stage and (not before or chance.random() < 0.3):
                before = rows[stage - 1]
            if before:
                flows.append(f"  - C{chance.choice(before)} --> C{number}")
    for _ in range(count // 5):
        first, second = sorted(chance.sample(range(count), 2))
        flows.append(f"  - C{first} --> C{second}")
    return "\n".join([*lines, "flows:", *dict.fromkeys(flows)]) + "\n"


def indented(text: str, by: int = 3) -> str:
    """Lines as a directive's body."""
    return "".join(" " * by + line + "\n" for line in text.splitlines())


@cache
def _compile() -> None:
    """Leave the package as pip leaves it and its peers: else a run may spend its time on compiling our modules."""
    if not compileall.compile_dir(Path(sphinx_gitops.__file__).parent, quiet=1):
        raise SystemExit("sphinx_gitops cannot be compiled: its folder has to be writable")


def _start(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    _compile()
    return subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _end(process: subprocess.Popen[bytes]) -> tuple[float, float]:
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def cost(arguments: Sequence[str]) -> tuple[float, float]:
    """A command's seconds of the processor, and the MB that it takes at its peak."""
    return _end(_start(arguments))


def cost_of_all(arguments: Sequence[str]) -> float:
    """A command's seconds of the processor with those of every process that it starts and leaves to others.

    A browser's processes end after the one that started it: on Linux they come to this one then.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    process = _start(arguments)
    spent, status = 0.0, 0
    while True:
        try:
            number, ended, usage = os.wait4(-1, 0)
        except ChildProcessError:
            break
        spent += usage.ru_utime + usage.ru_stime
        status = ended if number == process.pid else status
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return spent


def costs(commands: Sequence[Sequence[str]]) -> list[float]:
    """The commands' seconds of the processor, all at the same time on one core.

    A machine that others use, too, is now twice as fast and now half: here each command meets the same of it.
    """
    processes = [_start(arguments) for arguments in commands]
    if hasattr(os, "sched_setaffinity"):
        core = min(os.sched_getaffinity(0))
        for process in processes:
            os.sched_setaffinity(process.pid, {core})
    return [_end(process)[0] for process in processes]
