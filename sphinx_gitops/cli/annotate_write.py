"""What ``annotate`` writes: links into manifests; what cannot be written is told."""

from __future__ import annotations

from collections import defaultdict

from sphinx_gitops.cli.files.rewriting import rewrite
from sphinx_gitops.cli.files.streams import say
from sphinx_gitops.doc_links.check import Outcome
from sphinx_gitops.doc_links.files import ManifestSources
from sphinx_gitops.doc_links.fixing import LinkChange, changes, fixed, refusal


def _not_fixed(change: LinkChange, why: str) -> str:
    place = f"{change.span.source}:{change.span.line}"
    return f"{place}: info: {change.manifest.id}: not fixed, {why}: write {change.new}\n"


def _write(name: str, found: list[LinkChange], annotation: str) -> tuple[int, list[str], bool]:
    """Write the changes of one file: how many were made, lines about the others, and whether that failed."""
    cannot: list[tuple[LinkChange, str]] = []

    def edit(text: str) -> str:
        after, refused = fixed(text, found, annotation)
        cannot.extend(refused)
        return after

    failure = rewrite(name, edit)
    if failure:
        return 0, [failure], True
    return len(found) - len(cannot), [_not_fixed(change, why) for change, why in cannot], False


def fix(outcome: Outcome, sources: ManifestSources, annotation: str) -> tuple[int, int]:
    """Write what would mend the findings: how many links were written, and 1 where a file could not be."""
    known = {file.path: file for file in sources.files}
    by_file: dict[str, list[LinkChange]] = defaultdict(list)
    lines: list[str] = []
    for change in changes(sources.files, outcome.findings):
        path = change.manifest.path
        why = refusal(change, known[path], annotation)
        if why:
            lines.append(_not_fixed(change, why))
        else:
            by_file[path].append(change)
    total = failed = 0
    for name, found in sorted(by_file.items()):
        count, told, failure = _write(name, found, annotation)
        total += count
        failed |= failure
        lines += told
    say("".join(lines))
    say(f"{total} {'link' if total == 1 else 'links'} written\n")
    return total, failed
