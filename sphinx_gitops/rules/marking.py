"""A workflow with what is known beside it in, the rules that its components and flows break out, for a picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.drift.rules import DRIFT_RULES
from sphinx_gitops.importers.discovery import Verdict
from sphinx_gitops.importers.rules import MANIFEST_RULES
from sphinx_gitops.model import Flow, Part
from sphinx_gitops.problems import Span
from sphinx_gitops.rule import Profile, RuleMarks
from sphinx_gitops.rules.judging import WorkflowRepository, counting, judge, judge_manifests
from sphinx_gitops.rules.rules import WORKFLOW_RULES
from sphinx_gitops.settings.rules import RuleSettings
from sphinx_gitops.waivers import Subject, Waivers

_Key = TypeVar("_Key", str, Span)


def marked_by(
    delivery: Delivery,
    settings: RuleSettings,
    sources: Iterable[WorkflowRepository] = (),
    drifted: Iterable[tuple[Subject, str, str]] = (),
) -> RuleMarks:
    """What breaks the rules that count for the project and is not waived; what is about the whole has no place.

    *drifted* are differences from the repositories: what each is about, its code and a text.
    """
    parts: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    flows: defaultdict[Span, list[tuple[str, str]]] = defaultdict(list)
    waivers = Waivers(delivery.workflow)
    in_force = counting(delivery.workflow, settings) | settings.in_force(MANIFEST_RULES)
    lenient = settings.profile == Profile.MINIMAL.value
    for ruled in judge(delivery, [rule for rule in WORKFLOW_RULES if rule.code in in_force], waivers):
        subject, entry = ruled.finding.subject, (ruled.rule.code, ruled.finding.text)
        if ruled.waived or (lenient and ruled.finding.absent):
            continue
        if isinstance(subject, Part):
            parts[subject.id].append(entry)
        elif isinstance(subject, Flow):
            flows[subject.span].append(entry)
    for one in judge_manifests(delivery.workflow, sources, waivers):
        is_told = one.rule.code in in_force and one.judged.verdict is Verdict.BROKEN and not one.waived
        if is_told and one.owner:
            parts[one.owner.id].append((one.rule.code, one.judged.message))
    drift = settings.in_force(DRIFT_RULES)
    for subject, code, text in drifted:
        if code in drift and isinstance(subject, Part):
            parts[subject.id].append((code, text))
        elif code in drift and isinstance(subject, Flow):
            flows[subject.span].append((code, text))
    return RuleMarks(parts=_frozen(parts), flows=_frozen(flows))


def _frozen(found: Mapping[_Key, list[tuple[str, str]]]) -> dict[_Key, tuple[tuple[str, str], ...]]:
    return {key: tuple(dict.fromkeys(entries)) for key, entries in found.items()}
