"""The text of a rule file, or of a manifest, in, what its comments accept out: ``# gitops: waive CODE: REASON``.

A comment within a rule, or directly above it, counts for that rule; one above all rules counts for the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from sphinx_gitops.alerts.alert import AlertWaiver
from sphinx_gitops.alerts.checks import ALERT_CHECKS, CHECKS, check_severity
from sphinx_gitops.alerts.finding import AlertFinding
from sphinx_gitops.problems import Severity, Span
from sphinx_gitops.settings.rules import RuleSettings
from sphinx_gitops.suggest import near
from sphinx_gitops.waivers import UNKNOWN, UNUSED, WITHOUT_REASON

_WAIVER = re.compile(
    r"^[^\n#]*#[ \t]*gitops:[ \t]*waive[ \t]+(?P<code>[a-z-]+)[ \t]*:?[ \t]*(?P<reason>[^\n]*)", re.MULTILINE
)
_NOTHING = re.compile(r"[ \t]*(#.*)?\Z")


class Comments:
    """The waivers of a file, by the rules that start at *starts*, in their order."""

    def __init__(self, text: str, path: str, starts: Sequence[int]) -> None:
        self._of: dict[int, list[AlertWaiver]] = {}
        self._whole: list[AlertWaiver] = []
        lines = text.split("\n") if "gitops:" in text else []
        ordered, line, at = sorted(starts), 1, 0
        for match in _WAIVER.finditer(text) if lines else ():
            line, at = line + text.count("\n", at, match.start()), match.start()
            self._enter(AlertWaiver(match["code"], match["reason"].strip(), Span(path, line)), lines, ordered)

    def _enter(self, waiver: AlertWaiver, lines: list[str], starts: list[int]) -> None:
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

    def of(self, start: int) -> tuple[AlertWaiver, ...]:
        """What is accepted for the rule that starts at a line, its own waivers first."""
        return (*self._of.get(start, ()), *self._whole)


def accepted(finding: AlertFinding, waivers: Iterable[AlertWaiver], used: set[AlertWaiver]) -> AlertFinding:
    """The finding, with the reason for which one of the *waivers* accepts it; that is *used* then."""
    for waiver in waivers:
        if waiver.code == finding.code and waiver.reason:
            used.add(waiver)
            return replace(finding, waived=waiver.reason)
    return finding


def faults(
    waivers: Iterable[AlertWaiver], used: set[AlertWaiver], rules: RuleSettings, checked: Container[str] = ALERT_CHECKS
) -> Iterator[AlertFinding]:
    """What is wrong with waivers, once the codes in *checked* are checked; others are another command's."""
    for waiver in dict.fromkeys(waivers):
        if waiver.code not in CHECKS:
            message = f"there is nothing to waive of the name {waiver.code!r}{near(waiver.code, CHECKS)}"
            yield AlertFinding(code=UNKNOWN, message=message, severity=Severity.WARNING, found=waiver.span)
        elif not waiver.reason:
            message = f"the waiver of {waiver.code!r} has no reason: write why the finding is accepted"
            yield AlertFinding(code=WITHOUT_REASON, message=message, severity=Severity.ERROR, found=waiver.span)
        elif waiver.code in checked and waiver not in used and check_severity(waiver.code, rules):
            message = f"the waiver of {waiver.code!r} waives nothing: remove it"
            yield AlertFinding(code=UNUSED, message=message, severity=Severity.WARNING, found=waiver.span)
