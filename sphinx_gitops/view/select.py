"""A whole workflow in, the part of it out that a picture is to show, and what is wrong with how it was asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from sphinx_gitops.model import Flow, Group, Stage, Workflow
from sphinx_gitops.problems import Code
from sphinx_gitops.suggest import near, there_are, titled
from sphinx_gitops.view.terms import Candidate, Complaint, items, read_terms
from sphinx_gitops.view.walk import walks

ARROW = "->"
"""The sign between the ends of a path."""
_ARROWS = re.compile(r"-{1,2}>")
"""The same, or the arrow of a flow."""

DIRECTIVE = ":{}:"
"""How an option is written for a directive."""

_Box = TypeVar("_Box", Group, Stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What the options ask for, as they are written; ``hops`` None goes as far as there are flows."""

    show: str = ""
    hide: str = ""
    focus: str = ""
    path: str = ""
    hops: int | None = 1
    upstream: bool = False
    downstream: bool = False


WHOLE = Selection()
"""Everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectedWorkflow:
    """A part of a workflow, itself a workflow; ``hidden`` counts the components that it leaves out."""

    workflow: Workflow
    focus: frozenset[str] = frozenset()
    hidden: int = 0
    complaints: tuple[Complaint, ...] = ()


@dataclass(slots=True)
class _Selector:
    """One selection at work on one workflow."""

    workflow: Workflow
    selection: Selection
    known: tuple[Candidate, ...]
    spell: str = DIRECTIVE
    complaints: list[Complaint] = field(default_factory=list)

    def complain(self, message: str, code: Code = Code.OPTION) -> None:
        self.complaints.append(Complaint(code, message))

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the workflow, today's and former ones."""
        return (self.workflow.id, *self.workflow.formerly)

    def named(self, option: str) -> str:
        """An option as its writer has written it."""
        return self.spell.format(option)

    def shown(self) -> set[str]:
        """What ``:show:`` names, or everything, without what ``:hide:`` names."""
        sides: list[set[str]] = []
        for option, text in (("show", self.selection.show), ("hide", self.selection.hide)):
            terms, complaints = read_terms(text, self.known, self.names)
            self.complaints += [replace(one, message=f"{self.named(option)} {one.message}") for one in complaints]
            sides.append({item.part.id for item in self.known if any(term.matches(item) for term in terms)})
        wanted, unwanted = sides
        return (wanted or {item.part.id for item in self.known}) - unwanted

    def existing(self, option: str, names: list[str]) -> list[str]:
        """Names in, today's ids out: a name is an id, a former one, or a full name of this workflow."""
        have = {old: part.id for part in self.workflow.parts() for old in part.formerly}
        have |= {part.id: part.id for part in self.workflow.parts()}
        found: list[str] = []
        for name in names:
            owner, _, inside = name.partition(".")
            own = inside if name not in have and owner in self.names else name
            if own in have:
                found.append(have[own])
            else:
                titles = {part.id: part.title for part in self.workflow.parts()}
                hint = titled(own, titles) or near(own, have) or there_are(titles)
                message = f"{self.named(option)} {name!r} is no id of the workflow {self.workflow.id!r}{hint}"
                self.complain(message, Code.UNKNOWN_ID)
        return found

    def members(self, names: list[str]) -> set[str]:
        """The items with these ids, and those inside the boxes with these ids."""
        return {item.part.id for item in self.known if any(part.id in names for part in item.chain)}

    def around(self, names: list[str]) -> set[str]:
        """What is so many hops away from the focus."""
        starts, (forth, back) = self.members(names), walks(self.workflow, self.known)
        up, down, hops = self.selection.upstream, self.selection.downstream, self.selection.hops
        found = set(starts)
        if up or not down:
            found |= back.reach(starts, hops)
        if down or not up:
            found |= forth.reach(starts, hops)
        return found

    def between(self) -> set[str] | None:
        """Everything on a way from one end of the path to the other; None where there is no path to show."""
        ends = [end.strip() for end in _ARROWS.split(self.selection.path)]
        if len(ends) != 2 or not all(ends):
            self.complain(f"{self.named('path')} {self.selection.path!r} is no path: write 'FROM {ARROW} TO'")
            return None
        known = self.existing("path", ends)
        if len(known) < 2:
            return None
        source, target = known
        first, last = self.members([source]), self.members([target])
        forth, back = walks(self.workflow, self.known)
        found = forth.reach(first, beyond=last) & back.reach(last, beyond=first)
        if not (found & first and found & last):
            other = forth.reach(last) & first
            there, quote = f"{target} {ARROW} {source}", "" if self.spell == DIRECTIVE else "'"  # a shell reads '>'
            again = f"{self.named('path')} {quote}{there}{quote}"
            hint = f"; there is one back: {again if quote else repr(again)}" if other else ""
            self.complain(f"{self.named('path')} no flows lead from {source!r} to {target!r}{hint}")
            return None
        return found

    def part(self) -> SelectedWorkflow:
        """What is left, or everything where that would be nothing."""
        kept = self.shown()
        names = [name.strip() for name in self.selection.focus.split(",") if name.strip()]
        if self.selection.focus and not names:
            self.complain(f"{self.named('focus')} {self.selection.focus!r} names nothing: write ids")
        focus = self.existing("focus", names) if names else []
        if focus:
            kept &= self.around(focus)
        if self.selection.path:
            between = self.between()
            kept = kept if between is None else kept & between
        if not kept:
            self.complain("the options leave nothing to show, so everything is shown")
            kept = {item.part.id for item in self.known}
        workflow = pruned(self.workflow, kept)
        hidden = sum(1 for _ in self.workflow.components()) - sum(1 for _ in workflow.components())
        return SelectedWorkflow(
            workflow=workflow, focus=frozenset(focus), hidden=hidden, complaints=tuple(self.complaints)
        )


def pruned(workflow: Workflow, kept: set[str]) -> Workflow:
    """The workflow with these components and empty boxes, the boxes around them, and the flows between what is left."""

    def box(old: _Box) -> Iterator[_Box]:
        groups = tuple(inner for group in old.groups for inner in box(group))
        components = tuple(component for component in old.components if component.id in kept)
        if groups or components or old.id in kept:
            yield replace(old, groups=groups, components=components)

    stages = tuple(stage for old in workflow.stages for stage in box(old))
    parts = {part.id for part in replace(workflow, stages=stages).parts()}
    left = {*parts, *workflow.foreign()}

    def flow(old: Flow) -> Iterator[Flow]:
        sources, targets = (tuple(end for end in ends if end in left) for ends in (old.sources, old.targets))
        if parts.intersection((*sources, *targets)) and sources and targets:
            yield replace(old, sources=sources, targets=targets)

    return replace(workflow, stages=stages, flows=tuple(new for old in workflow.flows for new in flow(old)))


def without_focus(given: Collection[str], spell: str = DIRECTIVE) -> Iterator[tuple[str, Complaint]]:
    """Each of the *given* options that says how far around a focus to go where there is none, and what is wrong."""
    focus = spell.format("focus")
    for name in ("hops", "upstream", "downstream"):
        if name in given and "focus" not in given:
            message = f"says how far around '{focus}' to go, and there is no '{focus}': name a thing there"
            yield name, Complaint(Code.OPTION, f"{spell.format(name)} {message}")


def select(workflow: Workflow, selection: Selection, *, spell: str = DIRECTIVE) -> SelectedWorkflow:
    """The part of a workflow that a selection asks for; what cannot be used of it is left aside, and said.

    Messages write the name of an option in the place of the braces of *spell*.
    """
    if not (selection.show or selection.hide or selection.focus or selection.path):
        return SelectedWorkflow(workflow=workflow)
    return _Selector(workflow, selection, items(workflow), spell).part()
