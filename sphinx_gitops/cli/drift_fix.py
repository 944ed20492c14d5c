"""Findings of drift in, the values that changed written into the files of the workflows, and what cannot be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from sphinx_gitops.cli.files.streams import STDIN, say
from sphinx_gitops.drift.difference import DriftFinding
from sphinx_gitops.drift.fixing import Edit, edited
from sphinx_gitops.problems import Span

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"


def edits_of(findings: Iterable[DriftFinding]) -> Iterator[Edit]:
    """What would mend the findings that are not waived, as far as a value does."""
    for finding in findings:
        one = finding.difference
        if one.replacement is not None and not finding.waived:
            yield Edit(span=one.documented, value=one.replacement)
            yield from (Edit(span=span, value=value) for span, value in one.copies)


def _place(span: Span) -> str:
    return f"{span.source}:{span.line}"


def _written(name: str, edits: list[Edit]) -> tuple[int, list[str]]:
    """Write the edits of one file: how many were made, and a line for each that was not."""
    path = Path(name)
    try:
        raw = path.read_bytes()
        encoding = "utf-16" if raw[:2] in _UTF16 else "utf-8-sig" if raw.startswith(_BOM) else "utf-8"
        after, refused = edited(raw.decode(encoding), edits)
        path.write_bytes(after.encode(encoding))
    except (OSError, ValueError, yaml.YAMLError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        return 0, [f"{name}: error: cannot be fixed: {' '.join(reason.split())}\n"]
    lines = [
        f"{_place(one.span)}: info: not fixed: the value has an anchor or a tag, or is a block: write {one.value!r}\n"
        for one in refused
    ]
    return len(edits) - len(refused), lines


def fix(findings: Iterable[DriftFinding]) -> tuple[int, int]:
    """Write what changed: how many values were written, and 1 where a file could not be."""
    files: dict[str, dict[Span, Edit]] = defaultdict(dict)
    for edit in edits_of(findings):
        files[edit.span.source][edit.span] = edit
    total = failed = 0
    for name, edits in sorted(files.items()):
        if name in {STDIN, "<stdin>"}:
            say("standard input: info: not fixed: a file is needed to write to\n")
            continue
        count, lines = _written(name, list(edits.values()))
        total += count
        failed |= any(": error: " in line for line in lines)
        say("".join(lines))
    say(f"{total} {'value' if total == 1 else 'values'} written\n")
    return total, failed
