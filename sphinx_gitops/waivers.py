"""The ``waive`` entries of a workflow in; which of them covers a finding, and which covers none, out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from sphinx_gitops.model import Component, Flow, Group, Part, Workflow
from sphinx_gitops.problems import Problem, Severity, Span
from sphinx_gitops.suggest import near

Subject: TypeAlias = Workflow | Part | Flow
"""What a finding is about: its line is where something is to be changed, or waived."""
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

    def covering(self, code: str, subject: Subject) -> Waiver | None:
        """The nearest waiver with a reason that accepts a finding: its own, that of a box around it, the workflow's."""
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

    def unused(self, in_force: Collection[str]) -> Iterator[Problem]:
        """A complaint about each waiver of a rule in force that has covered nothing, once all is checked."""
        for waiver in self:
            if waiver.reason and waiver.code in in_force and waiver not in self.used:
                message = f"the waiver of {waiver.code!r} waives nothing: remove it"
                yield _problem(waiver, UNUSED, message, Severity.WARNING)

    def faults(self, known: Collection[str]) -> Iterator[Problem]:
        """A complaint about each waiver without a reason, or with a code that is like that of a rule."""
        for waiver in self:
            if not waiver.reason:
                message = f"the waiver of {waiver.code!r} has no reason: write why the finding is accepted"
                yield _problem(waiver, WITHOUT_REASON, message, Severity.ERROR)
            elif waiver.code not in known:
                hint = near(waiver.code, known, cutoff=0.8)
                if hint:
                    yield _problem(waiver, UNKNOWN, f"there is no rule {waiver.code!r}{hint}", Severity.WARNING)


def _problem(waiver: Waiver, code: str, message: str, severity: Severity) -> Problem:
    return Problem(code=code, message=message, span=waiver.span, path=waiver.owner, severity=severity)
