"""What drift is made of: a place, a difference between workflow and repository, and a finding that has been judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sphinx_gitops.problems import Problem, Related, Severity, Span
from sphinx_gitops.waivers import Subject


class RepositoryLine(NamedTuple):
    """A line of a file of a repository, as messages show it; line 0 of a folder, which ends in a slash."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference, with both places."""

    subject: Subject
    "What a waiver of it stands on."
    documented: Span
    found: RepositoryLine
    object: str
    message: str
    field: str = ""
    expected: str = ""
    actual: str = ""
    replacement: str | None = None
    "What the text at the documented place has to become; None where no text alone mends it."
    copies: tuple[tuple[Span, str], ...] = ()
    "Other places that the same cause makes wrong, and what each has to become."


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftFinding:
    """A difference under the code and the severity of its rule; ``waived`` is the reason for which it is accepted."""

    code: str
    severity: Severity
    difference: Difference
    waived: str = ""

    @property
    def counts(self) -> bool:
        """Whether a command fails for it."""
        return not self.waived and self.severity is not Severity.INFO

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells it from other findings, whatever the lines: dependencies of one object differ by their targets."""
        one = self.difference
        return self.code, one.object, one.field, one.expected if self.code == "drift-flow-missing" else ""

    def problem(self, *, related: bool = False) -> Problem:
        """The finding as a problem; its message names the other place already, *related* has it for programs too."""
        one = self.difference
        other = Related(Span(one.found.file, one.found.line), "in the repository")
        return Problem(
            code=self.code,
            message=one.message,
            span=one.documented,
            severity=self.severity,
            waived=self.waived,
            related=(other,) if related else (),
        )
