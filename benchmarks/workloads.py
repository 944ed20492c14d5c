"""What is measured: the same every time."""

from __future__ import annotations

import random

KINDS = ("repository", "build", "test", "security-scan", "registry", "reconciler", "environment", "monitoring")


def workflow(seed: int, nodes: int | None = None) -> str:
    """A workflow of 5 to 30 components in stages of about five, with a few flows more than components."""
    chance = random.Random(seed)  # noqa: S311 - a workload, not a secret
    count = nodes or chance.randint(5, 30)
    stages = max(1, count // 5)
    lines = [f"id: w{seed}", f"title: Workflow {seed}", "stages:"]
    for stage in range(stages):
        lines += [f"  s{stage}:", f"    title: Stage {stage}", "    components:"]
        for number in range(stage, count, stages):
            lines.append(f"      C{number}: {{title: Component {seed} {number}, kind: {chance.choice(KINDS)}}}")
    lines.append("flows:")
    for number in range(1, count):
        lines.append(f"  - C{chance.randrange(number)} --> C{number}")
    return "\n".join(lines) + "\n"


def indented(text: str, by: int = 3) -> str:
    """Lines as a directive's body."""
    return "".join(" " * by + line + "\n" for line in text.splitlines())
