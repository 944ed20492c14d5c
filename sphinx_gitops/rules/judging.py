"""A workflow with what is known beside it in, each finding of each rule out, with the waiver that covers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from sphinx_gitops.bindings.bound_objects import BoundObjects, read_binding
from sphinx_gitops.delivery import Delivery
from sphinx_gitops.importers.discovery import Discovery, Judged, Location, Verdict
from sphinx_gitops.importers.rules import MANIFEST_RULES
from sphinx_gitops.model import Component, Part, Workflow
from sphinx_gitops.problems import Severity, Span
from sphinx_gitops.rule import Rule
from sphinx_gitops.rules.rules import WORKFLOW_RULES
from sphinx_gitops.rules.workflow_rule import Violation, WorkflowRule
from sphinx_gitops.settings.rules import RuleSettings
from sphinx_gitops.waivers import Subject, Waivers


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedViolation:
    """One finding of a rule about workflows; ``waived`` is the reason for which it is accepted, or empty."""

    rule: WorkflowRule
    finding: Violation
    waived: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowRepository:
    """A repository that a workflow names under ``manifests``: its folder as messages show it, and what it declares."""

    shown: str
    discovery: Discovery

    def path(self, path: str) -> str:
        """A path of the repository as messages show it."""
        prefix = "" if self.shown in {"", ".", "./"} else f"{self.shown.rstrip('/')}/"
        return f"{prefix}{path}"

    def span(self, location: Location) -> Span:
        """A line of it."""
        return Span(self.path(location.file), location.line)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledManifest:
    """One place that a rule about manifests has looked at; ``owner`` is the part whose ``manifest`` is nearest."""

    rule: Rule
    judged: Judged
    source: WorkflowRepository
    owner: Part | None = None
    waived: str = ""


def judge(delivery: Delivery, rules: Iterable[WorkflowRule], waivers: Waivers) -> Iterator[JudgedViolation]:
    """What breaks each of *rules*."""
    for rule in rules:
        for finding in rule.check(delivery):
            waiver = waivers.covering(rule.code, finding.subject)
            yield JudgedViolation(rule=rule, finding=finding, waived=waiver.reason if waiver else "")


def counting(workflow: Workflow, settings: RuleSettings) -> dict[str, Severity]:
    """The rules about workflows that count, with their severities.

    Of a workflow that began as what a repository declares, only those that the project lists itself: what manifests do
    not say is no fault of the writer.
    """
    in_force = settings.in_force(WORKFLOW_RULES)
    if workflow.discovered:
        return {code: severity for code, severity in in_force.items() if code in settings.severities}
    return in_force


_Owner: TypeAlias = tuple[Part, BoundObjects]


def _bound(workflow: Workflow) -> list[_Owner]:
    """What each part of a workflow is bound to."""
    return [
        (part, read_binding(part.id, binding.object, tuple((one.field, one.value) for one in binding.expected)))
        for part in workflow.parts()
        for binding in part.bindings
    ]


def _owners(bound: Iterable[_Owner], judged: Judged) -> list[_Owner]:
    """The parts that name an object, its file, or a folder around it, the nearest first, components before boxes."""
    found = []
    for part, one in bound:
        if one.names(judged.object):
            found.append((-len(judged.location.file) - 1, part, one))
        elif one.has_file(judged.location.file):
            found.append((-len(one.path), part, one))
    found.sort(key=lambda one: (one[0], not isinstance(one[1], Component)))
    return [(part, one) for _, part, one in found]


def _is_documented(code: str, identity: str, owners: Iterable[_Owner]) -> bool:
    """Whether the workflow says itself that an object is suspended."""
    said = (one for _, bound in owners if bound.names(identity) for one in bound.expected)
    return code == "suspended" and any(
        field in {"suspend", "spec.suspend"} and value.lower() == "true" for field, value in said
    )


def _waived(code: str, workflow: Workflow, owners: Iterable[_Owner], waivers: Waivers) -> str:
    """The reason of the first waiver on a part that names the object or where it is, or on the workflow."""
    subjects: list[Subject] = [part for part, _ in owners]
    found = (waivers.covering(code, subject) for subject in (*subjects, workflow))
    return next((waiver.reason for waiver in found if waiver), "")


def judge_manifests(
    workflow: Workflow, sources: Iterable[WorkflowRepository], waivers: Waivers
) -> Iterator[RuledManifest]:
    """What each rule about manifests says of each place of the workflow's repositories."""
    bound = _bound(workflow)
    for source in sources:
        for rule in MANIFEST_RULES:
            for judged in source.discovery.judged.get(rule.code, ()):
                if judged.verdict is not Verdict.BROKEN:
                    yield RuledManifest(rule=rule, judged=judged, source=source)
                    continue
                owners = _owners(bound, judged)
                is_said = _is_documented(rule.code, judged.object, owners)
                verdict = Verdict.KEPT if is_said else Verdict.BROKEN
                yield RuledManifest(
                    rule=rule,
                    judged=judged._replace(verdict=verdict),
                    source=source,
                    owner=owners[0][0] if owners else None,
                    waived="" if verdict is Verdict.KEPT else _waived(rule.code, workflow, owners, waivers),
                )
