"""The text of a rule file in, what its comments accept out: ``# gitops: waive CODE: REASON``.

A comment within a rule, or directly above it, counts for that rule; one above all rules counts for the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sphinx_gitops.alerts.alert import Waiver
from sphinx_gitops.problems import Span

_WAIVER = re.compile(
    r"^[^\n#]*#[ \t]*gitops:[ \t]*waive[ \t]+(?P<code>[a-z-]+)[ \t]*:?[ \t]*(?P<reason>[^\n]*)", re.MULTILINE
)
_NOTHING = re.compile(r"[ \t]*(#.*)?\Z")


class Comments:
    """The waivers of a file, by the rules that start at *starts*, in their order."""

    def __init__(self, text: str, path: str, starts: Sequence[int]) -> None:
        self._of: dict[int, list[Waiver]] = {}
        self._whole: list[Waiver] = []
        lines = text.split("\n") if "gitops:" in text else []
        for match in _WAIVER.finditer(text) if lines else ():
            line = text.count("\n", 0, match.start()) + 1
            waiver = Waiver(match["code"], match["reason"].strip(), Span(path, line))
            self._enter(waiver, lines, sorted(starts))

    def _enter(self, waiver: Waiver, lines: list[str], starts: list[int]) -> None:
        line = waiver.span.line
        at = bisect_right(starts, line)
        after = starts[at] if at < len(starts) else 0
        is_comment = lines[line - 1].lstrip().startswith("#")
        if after and is_comment and all(_NOTHING.match(one) for one in lines[line - 1 : after - 1]):
            self._of.setdefault(after, []).append(waiver)
        elif at:
            self._of.setdefault(starts[at - 1], []).append(waiver)
        else:
            self._whole.append(waiver)

    def __bool__(self) -> bool:
        """Whether there is one."""
        return bool(self._of or self._whole)

    def of(self, start: int) -> tuple[Waiver, ...]:
        """What is accepted for the rule that starts at a line, its own waivers first."""
        return (*self._of.get(start, ()), *self._whole)
