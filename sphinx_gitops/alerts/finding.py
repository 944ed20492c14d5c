"""What is found between an alert, or a manifest, and the documentation: a code, two places, and the words between."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_gitops.problems import Problem, Related, Severity, Span

NOWHERE = Span("", 0)
"""The other place of what has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFinding:
    """One finding: ``documented`` is the place in the pages, ``found`` that in the rules or manifests.

    ``object`` is the alert, the runbook or the object of a manifest, ``field`` the annotation, ``expected`` the address
    of today and ``actual`` that which is written. ``at_rule`` is false where the page is what has to change.
    """

    code: str
    message: str
    severity: Severity
    found: Span = NOWHERE
    documented: Span = NOWHERE
    object: str = ""
    field: str = ""
    expected: str = ""
    actual: str = ""
    waived: str = ""
    beside: str = ""
    "What the other place is, in a few words."
    found_is: str = "the rule"
    "What the place in ``found`` is."
    at_rule: bool = True
    is_sure: bool = False
    "Whether ``expected`` may be written without asking."

    @property
    def counts(self) -> bool:
        """Whether a command fails for it."""
        return not self.waived and self.severity is not Severity.INFO

    @property
    def place(self) -> Span:
        """Where something has to change."""
        return self.found if self.at_rule else self.documented

    @property
    def other(self) -> Span:
        """The other place."""
        return self.documented if self.at_rule else self.found

    def problem(self) -> Problem:
        """The finding as a problem at the place that has to change."""
        related = (Related(self.other, self.beside),) if self.other.line else ()
        return Problem(
            code=self.code,
            message=f"{self.object}: {self.message}" if self.object else self.message,
            span=self.place,
            severity=self.severity,
            related=related,
            waived=self.waived,
        )
