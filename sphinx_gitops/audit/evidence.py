"""A rule or a practice and an audited workflow in, the evidence for it out: components, flows, runbooks, manifests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from sphinx_gitops.audit.citations import Citation, cited
from sphinx_gitops.audit.framework import Control
from sphinx_gitops.audit.subject import Audited
from sphinx_gitops.importers.discovery import Verdict
from sphinx_gitops.model import Binding, Component, Flow
from sphinx_gitops.problems import Span
from sphinx_gitops.runbook import Procedure

_PROCEDURES = {
    "rollback-none": frozenset({Procedure.ROLLBACK}),
    "dr-missing": frozenset({Procedure.DISASTER_RECOVERY}),
    "runbook-missing": frozenset({*Procedure, None}),
}
"""The rules that runbooks keep, and the procedures of these."""


class ProofKind(Enum):
    """What is evidence."""

    COMPONENT = "component"
    FLOW = "flow"
    RUNBOOK = "runbook"
    MANIFEST = "manifest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One thing that is evidence: its full name, of a flow its ends, of a manifest its place and revision."""

    kind: ProofKind
    name: str
    title: str = ""
    ends: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    place: str = ""
    revision: str = ""
    verdict: Verdict = Verdict.KEPT
    remark: str = ""
    "What is wrong with it, with both places."


@dataclass(frozen=True, slots=True)
class Proofs:
    """The evidence that one workflow has."""

    audited: Audited

    def of_rule(self, code: str) -> Iterator[Proof]:
        """What keeps a rule."""
        rule = self.audited.rule(code)
        for one in rule.evidence(self.audited.delivery) if rule else ():
            if isinstance(one, Flow):
                yield self._flow(one)
            else:
                yield from self._component(one)
        yield from self._runbooks(_PROCEDURES.get(code, frozenset()))
        revisions = self.audited.revisions
        for ruled in self.audited.kept(code):
            name, place = ruled.judged.object, ruled.source.span(ruled.judged.location)
            yield Proof(
                kind=ProofKind.MANIFEST,
                name=name,
                place=f"{place.source}:{place.line}",
                revision=revisions.get(name, ""),
            )

    def of_control(self, control: Control) -> Iterator[Proof]:
        """What a practice names as its evidence: components of some kinds, and things by their names."""
        for name in self.audited.delivery.of_kind(*control.kinds) if control.kinds else ():
            yield from self._component(name)
        for text in control.evidence:
            yield from self._named(text, control.span)

    def _named(self, text: str, span: Span) -> Iterator[Proof]:
        workflow = self.audited.workflow.id
        own = text.removeprefix(f"{workflow}.")
        books = {book for books in (self.audited.runbooks or {}).values() for book in books}
        if own in self.audited.delivery.components:
            yield from self._component(own)
        elif text in self.audited.foreign or (text in self.audited.others and "." in text):
            yield Proof(kind=ProofKind.COMPONENT, name=text)
        elif text in books or text in self.audited.others:
            yield Proof(kind=ProofKind.RUNBOOK, name=text)
        else:
            binding = Binding(object=text, span=span)
            yield from (_manifest(one, self.audited.shown(span)) for one in cited(binding, self.audited.sources))

    def _component(self, name: str) -> Iterator[Proof]:
        component = self.audited.delivery.components.get(name)
        if component is None:
            yield Proof(kind=ProofKind.COMPONENT, name=name)
            return
        full = f"{self.audited.workflow.id}.{name}"
        yield Proof(kind=ProofKind.COMPONENT, name=full, title=component.title or name)
        yield from self._manifests(component)

    def _manifests(self, component: Component) -> Iterator[Proof]:
        if self.audited.sources:
            for binding in component.bindings:
                said = self.audited.shown(binding.span)
                yield from (_manifest(one, said) for one in cited(binding, self.audited.sources))

    def _flow(self, flow: Flow) -> Proof:
        def full(ends: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(end if "." in end else f"{self.audited.workflow.id}.{end}" for end in ends)

        name = f"{', '.join(flow.sources)} → {', '.join(flow.targets)}"
        return Proof(kind=ProofKind.FLOW, name=name, title=flow.label, ends=(full(flow.sources), full(flow.targets)))

    def _runbooks(self, procedures: frozenset[Procedure | None]) -> Iterator[Proof]:
        for books in (self.audited.runbooks or {}).values():
            for book, procedure in books.items():
                if procedure in procedures:
                    yield Proof(kind=ProofKind.RUNBOOK, name=book)


def _manifest(citation: Citation, said: str) -> Proof:
    place = f"{citation.place.source}:{citation.place.line}" if citation.place else ""
    remark = ""
    if citation.message:
        where = f" ({place})" if place else ""
        remark = f"{citation.name}{where}, cited in {said}: {citation.message}"
    return Proof(
        kind=ProofKind.MANIFEST,
        name=citation.name,
        place=place,
        revision=citation.revision,
        verdict=citation.verdict,
        remark=remark,
    )
