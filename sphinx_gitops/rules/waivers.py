"""The ``waive`` entries of a workflow in; which of them covers a finding, and which covers none, out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from sphinx_gitops.model import Component, Flow, Group, Workflow
from sphinx_gitops.problems import Problem, Severity, Span
from sphinx_gitops.rules.rule import Finding, Subject
from sphinx_gitops.suggest import near

UNUSED, WITHOUT_REASON, UNKNOWN = "waiver-unused", "waiver-without-reason", "waiver-unknown"
"""The codes of what can be wrong with a waiver."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """One accepted rule: its code, the reason, and whose entry it is."""

    code: str
    reason: str
    owner: str
    span: Span


@dataclass(slots=True)
class Waivers:
    """The waivers of one workflow, by what they cover; those that have covered something are ``used``."""

    workflow: Workflow
    _own: dict[int, list[Waiver]] = field(default_factory=dict)
    _boxes: dict[int, tuple[Group, ...]] = field(default_factory=dict)
    used: set[Waiver] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Find the waivers of everything."""
        self._enter(self.workflow, self.workflow.id)
        for stage in self.workflow.stages:
            self._walk(stage, ())
        for flow in self.workflow.flows:
            self._enter(flow, f"{', '.join(flow.sources)} to {', '.join(flow.targets)}")

    def _enter(self, subject: Subject, owner: str) -> None:
        if subject.waive:
            self._own[id(subject)] = [
                Waiver(code, reason.strip(), owner, subject.span) for code, reason in subject.waive
            ]

    def _walk(self, box: Group, around: tuple[Group, ...]) -> None:
        self._enter(box, box.id)
        inside = (*around, box)
        self._boxes[id(box)] = around
        for component in box.components:
            self._enter(component, component.id)
            self._boxes[id(component)] = inside
        for inner in box.groups:
            self._walk(inner, inside)

    def __iter__(self) -> Iterator[Waiver]:
        """Every waiver, from the workflow's own to those of flows."""
        return (waiver for waivers in self._own.values() for waiver in waivers)

    def covering(self, code: str, finding: Finding) -> Waiver | None:
        """The nearest waiver with a reason that accepts a finding: its own, that of a box around it, the workflow's."""
        subject = finding.subject
        boxes = self._boxes.get(id(subject), ()) if isinstance(subject, (Component, Group)) else ()
        places: tuple[Subject, ...] = (subject, *reversed(boxes))
        if isinstance(subject, Flow) or subject is not self.workflow:
            places = (*places, self.workflow)
        for place in places:
            for waiver in self._own.get(id(place), ()):
                if waiver.code == code and waiver.reason:
                    self.used.add(waiver)
                    return waiver
        return None

    def problems(self, in_force: Collection[str], known: Collection[str]) -> Iterator[Problem]:
        """What is wrong with the waivers, once all is checked; a code of no rule may be another tool's."""
        for waiver in self:
            problem = self._problem(waiver, in_force, known)
            if problem:
                code, message, severity = problem
                yield Problem(code=code, message=message, span=waiver.span, path=waiver.owner, severity=severity)

    def _problem(
        self, waiver: Waiver, in_force: Collection[str], known: Collection[str]
    ) -> tuple[str, str, Severity] | None:
        if not waiver.reason:
            message = f"the waiver of {waiver.code!r} has no reason: write why the finding is accepted"
            return WITHOUT_REASON, message, Severity.ERROR
        if waiver.code not in known:
            hint = near(waiver.code, known, cutoff=0.8)
            return (UNKNOWN, f"there is no rule {waiver.code!r}{hint}", Severity.WARNING) if hint else None
        if waiver.code in in_force and waiver not in self.used:
            return UNUSED, f"the waiver of {waiver.code!r} waives nothing: remove it", Severity.WARNING
        return None
