"""The flows of two workflows in, those that are added, removed, changed or turned out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from sphinx_gitops.diff.change import Action, Change, ChangeSubject
from sphinx_gitops.diff.fields import flow_fields
from sphinx_gitops.model import Flow, Workflow

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowPair:
    """An arrow of the old workflow and one of the new that stand for each other; None where there is none.

    Ends are ids of the new workflow, of what is removed those of the old.
    """

    ends: Pair
    old: Flow | None = None
    new: Flow | None = None
    turned: bool = False


@dataclass(slots=True)
class _Arrows:
    """The arrows of a workflow that have not been matched yet, by their ends, in their order."""

    by_ends: dict[Pair, list[Flow]] = field(default_factory=dict)

    def add(self, ends: Pair, flow: Flow) -> None:
        self.by_ends.setdefault(ends, []).append(flow)

    def take(self, ends: Pair, like: Flow | None = None) -> Flow | None:
        """One of these ends, if there is one: with *like* only one that says the same."""
        flows = self.by_ends.get(ends, [])
        for flow in flows:
            if like is None or flow_fields(flow) == flow_fields(like):
                flows.remove(flow)
                return flow
        return None


def _arrows(workflow: Workflow, names: Mapping[str, str]) -> Iterator[tuple[Pair, Flow]]:
    for flow in workflow.flows:
        for source, target in flow.pairs():
            yield (names.get(source, source), names.get(target, target)), flow


def paired_flows(old: Workflow, new: Workflow, names: Mapping[str, str]) -> list[FlowPair]:
    """Every arrow of both, those of the new workflow first; *names* has the new id of each old one that is renamed."""
    earlier = _Arrows()
    for ends, flow in _arrows(old, names):
        earlier.add(ends, flow)
    found = [FlowPair(ends=ends, new=flow) for ends, flow in _arrows(new, {})]
    for like, turned in ((True, False), (False, False), (False, True)):
        for at, one in enumerate(found):
            source, target = one.ends
            ends = (target, source) if turned else one.ends
            if one.old is None and one.new and (source != target or not turned):
                before = earlier.take(ends, one.new if like else None)
                found[at] = FlowPair(ends=one.ends, old=before, new=one.new, turned=turned and before is not None)
    gone = [FlowPair(ends=ends, old=flow) for ends, flows in earlier.by_ends.items() for flow in flows]
    return [*found, *gone]


def flow_changes(old: Workflow, new: Workflow, names: Mapping[str, str]) -> Iterator[Change]:
    """Each change of a flow: those of the new workflow in its order, then what is removed."""
    for pair in paired_flows(old, new, names):
        yield from _changes(pair)


def _changes(pair: FlowPair) -> Iterator[Change]:
    name, old, new = " --> ".join(pair.ends), pair.old, pair.new
    if new is None:
        assert old
        yield Change(action=Action.REMOVED, what=ChangeSubject.FLOW, id=name, title=old.label, old=old.span)
        return
    if old is None:
        yield Change(action=Action.ADDED, what=ChangeSubject.FLOW, id=name, title=new.label, new=new.span)
        return
    itself = Change(action=Action.CHANGED, what=ChangeSubject.FLOW, id=name, old=old.span, new=new.span)
    if pair.turned:
        before = " --> ".join(reversed(pair.ends))
        yield replace(itself, action=Action.TURNED, before=before, after=name)
    earlier = flow_fields(old)
    for key, after in flow_fields(new).items():
        if after != earlier[key]:
            yield replace(itself, field=key, before=earlier[key], after=after)
