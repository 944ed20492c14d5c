"""A workflow with its settings, runbooks and repositories in, what each rule says of it out, once for all practices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_gitops.audit.citations import revision_of
from sphinx_gitops.delivery import Delivery
from sphinx_gitops.drift.rules import DRIFT_RULES
from sphinx_gitops.importers.discovery import Verdict
from sphinx_gitops.importers.rules.manifest_rule import ManifestRule
from sphinx_gitops.model import Workflow
from sphinx_gitops.phrases.words import (
    CHECKED_IN,
    CHECKED_IN_WORKFLOW,
    NO_BINDING,
    NO_REPOSITORY,
    ONLY_DECLARED,
    RULE_OFF,
)
from sphinx_gitops.problems import Span
from sphinx_gitops.rule import Domain
from sphinx_gitops.rules import WORKFLOW_RULES, rule_of
from sphinx_gitops.rules.judging import RuledManifest, WorkflowRepository, judge, judge_manifests
from sphinx_gitops.rules.workflow_rule import WorkflowRule
from sphinx_gitops.runbook import Procedure
from sphinx_gitops.settings import Settings
from sphinx_gitops.waivers import Waivers

if TYPE_CHECKING:
    from sphinx_gitops.drift.check import DriftOutcome

_MOST = 5
"""So many findings of one rule are told, and how many more there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a rule says: findings, what is waived with its reason, and what cannot be known."""

    broken: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def _some(texts: Sequence[str]) -> tuple[str, ...]:
    distinct = list(dict.fromkeys(texts))
    more = len(distinct) - _MOST
    return (*distinct[:_MOST], f"and {more} more") if more > 0 else tuple(distinct)


@dataclass(frozen=True, kw_only=True)
class Audited:
    """One workflow to audit; has no slots, since each answer is kept.

    ``runbooks`` has the ids of the runbooks of each component by its id, each with its procedure; ``foreign`` the kinds
    of components of other workflows by their full names; ``sources`` are the workflow's repositories.
    """

    workflow: Workflow
    settings: Settings = field(default_factory=Settings)
    runbooks: Mapping[str, Mapping[str, Procedure | None]] | None = None
    foreign: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[WorkflowRepository, ...] = ()
    others: frozenset[str] = frozenset()
    "The full names of components of other workflows, and the ids of other runbooks, that evidence may name."
    root: str = ""
    "The folder from which places in the documentation are shown."

    def shown(self, span: Span) -> str:
        """A place in the documentation."""
        path = Path(span.source)
        if self.root and path.is_relative_to(self.root):
            path = path.relative_to(self.root)
        return f"{path.as_posix()}:{span.line}"

    @cached_property
    def delivery(self) -> Delivery:
        """What rules ask of the workflow."""
        procedures: dict[str, Collection[Procedure | None]] | None = None
        if self.runbooks is not None:
            procedures = {name: set(books.values()) for name, books in self.runbooks.items()}
        return Delivery(
            workflow=self.workflow,
            vocabulary=self.settings.vocabulary,
            runbooks=procedures,
            foreign=self.foreign,
        )

    @cached_property
    def _waivers(self) -> Waivers:
        return Waivers(self.workflow)

    @cached_property
    def _manifests(self) -> dict[str, list[RuledManifest]]:
        found: dict[str, list[RuledManifest]] = defaultdict(list)
        for ruled in judge_manifests(self.workflow, self.sources, self._waivers):
            found[ruled.rule.code].append(ruled)
        return found

    def where(self, code: str) -> tuple[str, str]:
        """What a rule has been asked of: a phrase, and in place of ``{place}`` the workflow or its repositories."""
        rule = rule_of(code)
        if rule is None or rule.domain is Domain.WORKFLOW:
            return CHECKED_IN_WORKFLOW, self.workflow.id
        return CHECKED_IN, ", ".join(source.shown for source in self.sources)

    def answer(self, code: str) -> Answer:
        """What a rule says of the workflow, whatever the profile; one that the project turns off says nothing."""
        rule = rule_of(code)
        if code in self.settings.rules.severities and self.settings.rules.severities[code] is None:
            return Answer(unknown=(RULE_OFF,))
        if isinstance(rule, WorkflowRule):
            return self._of_workflow(rule)
        if isinstance(rule, ManifestRule):
            return self._of_manifests(rule)
        return self._of_drift(code)

    def _of_workflow(self, rule: WorkflowRule) -> Answer:
        found = list(judge(self.delivery, [rule], self._waivers))
        gap = rule.gap(self.delivery)
        broken = _some([one.finding.text for one in found if not one.waived])
        if broken and self.workflow.discovered:
            broken, gap = (), ONLY_DECLARED
        return Answer(
            broken=broken,
            waived=_some([f"{one.waived} ({one.finding.message})" for one in found if one.waived]),
            unknown=(gap,) if gap else (),
        )

    @cached_property
    def drift(self) -> DriftOutcome:
        """Where the workflow and its repositories differ, by every rule; what compares is loaded for this alone."""
        from sphinx_gitops.drift.check import check_drift  # noqa: PLC0415 - few projects audit repositories
        from sphinx_gitops.drift.comparison import Documented  # noqa: PLC0415 - the same
        from sphinx_gitops.drift.naming.inventory import Inventory  # noqa: PLC0415 - the same

        codes = {rule.code: rule.severity for rule in DRIFT_RULES}
        known = Documented(
            workflow=self.workflow,
            settings=replace(self.settings, rules=replace(self.settings.rules, severities=codes)),
            inventories={
                number: Inventory(shown=source.shown, discovery=source.discovery)
                for number, source in enumerate(self.sources)
            },
        )
        return check_drift([known])

    def _of_drift(self, code: str) -> Answer:
        if not self.sources:
            return Answer(unknown=(NO_REPOSITORY,))
        found = [one for one in self.drift.findings if one.code == code]
        return Answer(
            broken=_some([one.difference.message for one in found if not one.waived]),
            waived=_some([f"{one.waived} ({one.difference.message})" for one in found if one.waived]),
            unknown=_some(list(self._not_held(code))) if self._bindings else (NO_BINDING,),
        )

    def _not_held(self, code: str) -> Iterator[str]:
        """What no rule about drift has held against the files."""
        if code in {"drift-component-missing", "drift-attribute"}:
            for binding in self.drift.unknown:
                if code == "drift-component-missing" or binding.expected:
                    yield f"{binding.object} is of a kind that is not looked for, or a template may name it"

    @property
    def _bindings(self) -> bool:
        return any(part.bindings for part in self.workflow.parts())

    def _of_manifests(self, rule: ManifestRule) -> Answer:
        if not self.sources:
            return Answer(unknown=(NO_REPOSITORY,))
        found = self._manifests[rule.code]
        if not found and rule.nothing:
            return Answer(unknown=(rule.nothing,))

        def texts(verdict: Verdict, *, waived: bool = False) -> list[RuledManifest]:
            return [one for one in found if one.judged.verdict is verdict and bool(one.waived) is waived]

        def placed(one: RuledManifest) -> str:
            place = one.source.span(one.judged.location)
            return f"{one.judged.message} ({place.source}:{place.line})"

        return Answer(
            broken=_some([placed(one) for one in texts(Verdict.BROKEN)]),
            waived=_some([f"{one.waived} ({placed(one)})" for one in texts(Verdict.BROKEN, waived=True)]),
            unknown=_some([placed(one) for one in texts(Verdict.UNVERIFIABLE)]),
        )

    @cached_property
    def revisions(self) -> dict[str, str]:
        """The revision that each object of the repositories takes, by its id."""
        return {one.id: revision_of(one) for source in self.sources for one in source.discovery.objects}

    def kept(self, code: str) -> list[RuledManifest]:
        """The places of the repositories that keep a rule about manifests."""
        return [one for one in self._manifests[code] if one.judged.verdict is Verdict.KEPT] if self.sources else []

    def rule(self, code: str) -> WorkflowRule | None:
        """A rule about workflows by its code."""
        return next((rule for rule in WORKFLOW_RULES if rule.code == code), None)
