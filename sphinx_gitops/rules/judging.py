"""A workflow with what is known beside it in, each finding of each rule out, with the waiver that covers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.importers.discovery import Discovery, Judged, Location, Verdict
from sphinx_gitops.importers.rules import MANIFEST_RULES
from sphinx_gitops.model import Binding, Component, Part, Workflow
from sphinx_gitops.problems import Severity, Span
from sphinx_gitops.rule import Rule
from sphinx_gitops.rules.rules import WORKFLOW_RULES
from sphinx_gitops.rules.workflow_rule import Finding, WorkflowRule
from sphinx_gitops.settings.rules import RuleSettings
from sphinx_gitops.waivers import Subject, Waivers


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """One finding of a rule about workflows; ``waived`` is the reason for which it is accepted, or empty."""

    rule: WorkflowRule
    finding: Finding
    waived: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
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
    """One place that a rule about manifests has looked at; ``owner`` is the part whose ``manifest`` names it."""

    rule: Rule
    judged: Judged
    source: Source
    owner: Part | None = None
    waived: str = ""


def judge(delivery: Delivery, rules: Iterable[WorkflowRule], waivers: Waivers) -> Iterator[Ruled]:
    """What breaks each of *rules*."""
    for rule in rules:
        for finding in rule.check(delivery):
            waiver = waivers.covering(rule.code, finding.subject)
            yield Ruled(rule=rule, finding=finding, waived=waiver.reason if waiver else "")


def counting(workflow: Workflow, settings: RuleSettings) -> dict[str, Severity]:
    """The rules about workflows that count, with their severities.

    Of a workflow that began as what a repository declares, only those that the project lists itself: what manifests do
    not say is no fault of the writer.
    """
    in_force = settings.in_force(WORKFLOW_RULES)
    if workflow.discovered:
        return {code: severity for code, severity in in_force.items() if code in settings.severities}
    return in_force


def names(binding: Binding, identity: str) -> bool:
    """Whether a binding names an object, with or without its API group and its environment."""
    wanted = binding.object
    kind, slash, rest = identity.partition("/")
    short = f"{kind.partition('.')[0]}{slash}{rest}"
    forms = (identity, short, identity.partition("@")[0], short.partition("@")[0])
    return any(wanted == form or ("*" in wanted and fnmatchcase(form, wanted)) for form in forms)


def _owners(workflow: Workflow) -> list[tuple[Part, Binding]]:
    return [(part, binding) for part in workflow.parts() for binding in part.bindings]


def _is_documented(code: str, owners: Sequence[tuple[Part, Binding]]) -> bool:
    """Whether the workflow says itself that an object is suspended."""
    said = (one for _, binding in owners for one in binding.expected)
    return code == "suspended" and any(
        one.field in {"suspend", "spec.suspend"} and one.value.lower() == "true" for one in said
    )


def _waived(code: str, workflow: Workflow, owners: Iterable[tuple[Part, Binding]], waivers: Waivers) -> str:
    """The reason of the first waiver on a part that names the object, or on the workflow."""
    subjects: list[Subject] = [part for part, _ in owners]
    found = (waivers.covering(code, subject) for subject in (*subjects, workflow))
    return next((waiver.reason for waiver in found if waiver), "")


def judge_manifests(workflow: Workflow, sources: Iterable[Source], waivers: Waivers) -> Iterator[RuledManifest]:
    """What each rule about manifests says of each place of the workflow's repositories."""
    bound = _owners(workflow)
    for source in sources:
        for rule in MANIFEST_RULES:
            for judged in source.discovery.judged.get(rule.code, ()):
                if judged.verdict is not Verdict.BROKEN:
                    yield RuledManifest(rule=rule, judged=judged, source=source)
                    continue
                owners = [(part, binding) for part, binding in bound if names(binding, judged.object)]
                owners.sort(key=lambda one: not isinstance(one[0], Component))
                verdict = Verdict.KEPT if _is_documented(rule.code, owners) else Verdict.BROKEN
                yield RuledManifest(
                    rule=rule,
                    judged=judged._replace(verdict=verdict),
                    source=source,
                    owner=owners[0][0] if owners else None,
                    waived="" if verdict is Verdict.KEPT else _waived(rule.code, workflow, owners, waivers),
                )
