"""Findings of drift in, the values that changed written into the files of the workflows, and what cannot be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sphinx_gitops.cli.files.rewriting import rewrite
from sphinx_gitops.cli.files.streams import STDIN, say
from sphinx_gitops.drift.difference import DriftFinding
from sphinx_gitops.drift.fixing import Edit, edited
from sphinx_gitops.problems import Span


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
    refused: list[Edit] = []

    def edit(text: str) -> str:
        after, left = edited(text, edits)
        refused.extend(left)
        return after

    failure = rewrite(name, edit)
    if failure:
        return 0, [failure]
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
