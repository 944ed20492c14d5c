"""Changes of links in, files with the links of today out; what cannot be written is told with its address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from sphinx_gitops.cli.files.rewriting import rewrite
from sphinx_gitops.cli.files.streams import say
from sphinx_gitops.problems import Span


class LinkEdit(Protocol):
    """What a change of a link has: where it is, what it is about, and the address that it becomes."""

    @property
    def span(self) -> Span:
        """The place of the link, or of what lacks one."""

    @property
    def subject(self) -> str:
        """The alert, or the object of a manifest."""

    @property
    def new(self) -> str:
        """The address of today."""


_Edit = TypeVar("_Edit", bound=LinkEdit)


def _not_fixed(change: LinkEdit, why: str) -> str:
    place = f"{change.span.source}:{change.span.line}"
    return f"{place}: info: {change.subject}: not fixed, {why}: write {change.new}\n"


def write_links(
    changes: Iterable[tuple[_Edit, str]],
    edited: Callable[[str, Sequence[_Edit]], tuple[str, Sequence[tuple[_Edit, str]]]],
) -> tuple[int, int]:
    """Write changes, each given with the reason for which it must not be made, or an empty one.

    *edited* gives the text of a file after its changes, and those that could not be made, each with the reason. Gives
    how many links were written, and 1 where a file could not be.
    """
    by_file: defaultdict[str, list[_Edit]] = defaultdict(list)
    lines: list[str] = []
    for change, why in changes:
        if why:
            lines.append(_not_fixed(change, why))
        else:
            by_file[change.span.source].append(change)
    total = failed = 0
    for name, found in sorted(by_file.items()):
        cannot: list[tuple[_Edit, str]] = []

        def edit(text: str, found: list[_Edit] = found, cannot: list[tuple[_Edit, str]] = cannot) -> str:
            after, refused = edited(text, found)
            cannot.extend(refused)
            return after

        failure = rewrite(name, edit)
        if failure:
            failed, lines = 1, [*lines, failure]
        else:
            total += len(found) - len(cannot)
            lines += [_not_fixed(*one) for one in cannot]
    say("".join(lines))
    say(f"{total} {'link' if total == 1 else 'links'} written\n")
    return total, failed
