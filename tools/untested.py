"""A report of ``coverage json`` in, what no test takes out: each branch by the texts of its lines, held against a list.

    python tools/untested.py REPORT [--write]

It fails where a branch that no test takes is not in ``tools/untested.txt``, which has the reason of each.
With ``--write`` the list is made anew: reasons stay, what is taken now goes, what is new wants a reason.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
LISTED = Path(__file__).with_name("untested.txt")
UNKNOWN = "no reason is given yet"
_END = "the end"
_NEVER = "never called"
_BETWEEN = " => "


class Branch(NamedTuple):
    """Where a branch starts and leads to, as the lines say it; an ``except`` that is never taken starts nowhere."""

    file: str
    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.file}: {self.source}{_BETWEEN}{self.target}"


def missed(files: dict[str, Any], root: Path) -> Iterator[Branch]:
    """What a report says of each file: branches, functions that are never called, exceptions that never come."""
    for name, found in sorted(files.items()):
        if not found["missing_lines"] and not found["missing_branches"]:
            continue
        lines = (root / name).read_text(encoding="utf-8").splitlines()
        unrun = set(found["missing_lines"])
        arrows = [(start, end) for start, end in found["missing_branches"] if start not in unrun]
        led = {end for _, end in arrows}
        for start, end in arrows:
            yield Branch(name, lines[start - 1].strip(), lines[end - 1].strip() if end > 0 else _END)
        for called, function in found["functions"].items():
            if function["missing_lines"] and not function["executed_lines"]:
                yield Branch(name, called, _NEVER)
        yield from (
            Branch(name, "", text)
            for text in (lines[line - 1].strip() for line in sorted(unrun - led))
            if text.startswith("except")
        )


def read(text: str) -> dict[str, list[str]]:
    """The list: each reason with its branches."""
    found: dict[str, list[str]] = {}
    reason = UNKNOWN
    for line in filter(None, text.splitlines()):
        if line.startswith("# "):
            reason = line[2:]
        else:
            found.setdefault(reason, []).append(line)
    return found


def written(listed: dict[str, list[str]], branches: Iterable[Branch]) -> str:
    """The list of what is missed, under the reasons that it has."""
    left = Counter(map(str, branches))
    blocks: list[str] = []
    for reason, entries in listed.items():
        kept = sorted(entry for entry, count in Counter(entries).items() for _ in range(min(count, left[entry])))
        left -= Counter(kept)
        blocks += ["\n".join([f"# {reason}", *kept])] if kept and reason != UNKNOWN else []
        left += Counter(kept) if reason == UNKNOWN else Counter()
    new = sorted(left.elements())
    blocks += ["\n".join([f"# {UNKNOWN}", *new])] if new else []
    return "\n\n".join(blocks) + "\n"


def main(arguments: list[str]) -> int:
    """Print what is not listed, and what is listed and taken; 1 for the first, or where a reason is missing."""
    report, *options = arguments
    branches = list(missed(json.loads(Path(report).read_text(encoding="utf-8"))["files"], ROOT))
    listed = read(LISTED.read_text(encoding="utf-8")) if LISTED.is_file() else {}
    if "--write" in options:
        LISTED.write_text(written(listed, branches), encoding="utf-8")
        return 0
    known, found = Counter(entry for entries in listed.values() for entry in entries), Counter(map(str, branches))
    for entry in (known - found).elements():
        print(f"{entry}: taken by a test now; take it off {LISTED.name}")
    unlisted = list((found - known).elements())
    for entry in unlisted:
        print(f"{entry}: no test takes this branch; write one, or list it in {LISTED.name} with the reason")
    without = listed.get(UNKNOWN, [])
    for entry in without:
        print(f"{entry}: {UNKNOWN}")
    print(f"{found.total()} branches that no test takes, {len(unlisted)} of them not listed")
    return int(bool(unlisted or without))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
