"""A workflow with what is known beside it, and a framework, in; a row for each practice and rule, and levels, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from sphinx_gitops.audit.evidence import Proof, Proofs
from sphinx_gitops.audit.framework import Control, Framework
from sphinx_gitops.audit.subject import Audited
from sphinx_gitops.importers.discovery import Verdict
from sphinx_gitops.phrases.words import NO_RULE
from sphinx_gitops.rules.rules import rule_of


class Result(Enum):
    """What an audit says of one practice by one rule."""

    MET = "met"
    WAIVED = "waived"
    NOT_MET = "not met"
    UNVERIFIABLE = "unverifiable"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRow:
    """One practice, one of its rules (empty where a practice has none), the result, remarks on it, and evidence."""

    control: Control
    rule: str
    result: Result
    remarks: tuple[str, ...] = ()
    checked: tuple[str, str] = ("", "")
    "The phrase that is the remark where nothing else is evidence, and the place in it."
    evidence: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelResult:
    """One level, and the rules that are neither met nor waived."""

    name: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The audit of one workflow by one framework."""

    workflow: str
    title: str
    framework: Framework
    rows: tuple[AssessmentRow, ...]
    levels: tuple[LevelResult, ...] = ()

    @property
    def counts(self) -> dict[Result, int]:
        """How many rows have each result."""
        found = Counter(row.result for row in self.rows)
        return {result: found[result] for result in Result}

    @property
    def level(self) -> str:
        """The highest level of which, and of those before it, nothing is missing; empty where that is none."""
        name = ""
        for level in self.levels:
            if level.missing:
                break
            name = level.name
        return name

    def of(self, control: Control) -> tuple[AssessmentRow, ...]:
        """The rows of one practice."""
        return tuple(row for row in self.rows if row.control is control)


def _answer(code: str, audited: Audited) -> tuple[Result, tuple[str, ...]]:
    """What a rule says of the workflow, without its evidence."""
    answer = audited.answer(code)
    if answer.broken:
        return Result.NOT_MET, answer.broken
    if answer.unknown:
        return Result.UNVERIFIABLE, (*answer.unknown, *answer.waived)
    if answer.waived:
        return Result.WAIVED, answer.waived
    return Result.MET, ()


def _row(control: Control, code: str, audited: Audited, proofs: Proofs) -> AssessmentRow:
    """One rule of a practice: what is cited and not deployed makes it not met."""
    result, remarks = _answer(code, audited) if code else (Result.MET, ())
    keeping = () if result is Result.NOT_MET else proofs.of_rule(code)
    evidence = tuple(dict.fromkeys((*keeping, *proofs.of_control(control))))
    dead = tuple(proof.remark for proof in evidence if proof.verdict is Verdict.BROKEN)
    unknown = tuple(proof.remark for proof in evidence if proof.verdict is Verdict.UNVERIFIABLE)
    if dead:
        result, remarks = Result.NOT_MET, (*remarks, *dead)
    elif not code and not evidence:
        result, remarks = Result.UNVERIFIABLE, (NO_RULE,)
    elif unknown and result is Result.MET:
        result, remarks = Result.UNVERIFIABLE, unknown
    elif result is Result.MET and not evidence:
        words, place = audited.where(code)
        remarks = (words.replace("{place}", place),)
        return AssessmentRow(control=control, rule=code, result=result, remarks=remarks, checked=(words, place))
    return AssessmentRow(control=control, rule=code, result=result, remarks=remarks, evidence=evidence)


def _rows(framework: Framework, audited: Audited, proofs: Proofs) -> Iterator[AssessmentRow]:
    for control in framework.controls:
        for code in [code for code in control.rules if rule_of(code)] or [""]:
            yield _row(control, code, audited, proofs)


def assess(framework: Framework, audited: Audited) -> Assessment:
    """Hold a workflow against a framework; raises nothing."""
    rows = tuple(_rows(framework, audited, Proofs(audited)))
    failed = {row.rule for row in rows if row.result not in {Result.MET, Result.WAIVED}}
    passed = {row.rule for row in rows} - failed
    levels = []
    for level in framework.levels:
        others = {code for code in level.rules if code not in passed | failed}
        passed |= {code for code in others if _answer(code, audited)[0] in {Result.MET, Result.WAIVED}}
        levels.append(LevelResult(name=level.name, missing=tuple(code for code in level.rules if code not in passed)))
    return Assessment(
        workflow=audited.workflow.id,
        title=audited.workflow.title,
        framework=framework,
        rows=rows,
        levels=tuple(levels),
    )
