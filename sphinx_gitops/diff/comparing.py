"""Two workflows in, every change from the old to the new out, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sphinx_gitops.diff.change import Action, Change, ChangeSubject
from sphinx_gitops.diff.fields import part_fields, workflow_fields
from sphinx_gitops.diff.flow_changes import flow_changes
from sphinx_gitops.diff.matching import BoxedPart, matched, placed
from sphinx_gitops.model import Component, Part, Stage, Workflow


def what_of(part: Part) -> ChangeSubject:
    """Which part of a workflow it is."""
    return (
        ChangeSubject.COMPONENT
        if isinstance(part, Component)
        else ChangeSubject.STAGE
        if isinstance(part, Stage)
        else ChangeSubject.GROUP
    )


def _field_changes(before: Mapping[str, str], after: Mapping[str, str], itself: Change) -> Iterator[Change]:
    """A change for each field that has another value, as *itself* is else."""
    for key in dict.fromkeys([*after, *before]):
        one, other = before.get(key, ""), after.get(key, "")
        if one != other:
            yield replace(itself, field=key, before=one, after=other)


def _kept(old: BoxedPart, new: BoxedPart, names: Mapping[str, str], around: ChangeSubject) -> Iterator[Change]:
    """What changes of a part that stays, in a box that is *around* it; a title that only follows its id is none."""
    part = new.part
    itself = Change(
        action=Action.CHANGED, what=what_of(part), id=part.id, title=part.title, old=old.part.span, new=part.span
    )
    if old.part.id != part.id:
        yield replace(itself, action=Action.RENAMED, field="id", before=old.part.id, after=part.id)
    box = names.get(old.box, old.box)
    if box != new.box:
        yield replace(itself, action=Action.MOVED, field=around.value, before=box, after=new.box)
    before, after = dict(part_fields(old.part)), dict(part_fields(part))
    if (before["title"], after["title"]) == (old.part.id, part.id):
        before["title"] = after["title"]
    yield from _field_changes(before, after, itself)


def _added(one: BoxedPart) -> Change:
    part = one.part
    return Change(action=Action.ADDED, what=what_of(part), id=part.id, title=part.title, after=one.box, new=part.span)


def _removed(one: BoxedPart, box: str) -> Change:
    part = one.part
    return Change(action=Action.REMOVED, what=what_of(part), id=part.id, title=part.title, before=box, old=part.span)


def _parts(old: Workflow, new: Workflow, earlier: Mapping[str, str], what: ChangeSubject) -> Iterator[Change]:
    """The changes of stages, of groups, or of components: the new workflow's in its order, then what is removed."""
    before, after = placed(old), placed(new)
    names = {former: name for name, former in earlier.items()}
    for name, one in after.items():
        if what_of(one.part) is not what:
            continue
        if name in earlier:
            around = what_of(after[one.box].part) if one.box else ChangeSubject.WORKFLOW
            yield from _kept(before[earlier[name]], one, names, around)
        else:
            yield _added(one)
    for name, one in before.items():
        if what_of(one.part) is what and name not in names:
            yield _removed(one, names.get(one.box, one.box))


def compared(old: Workflow, new: Workflow, *, by_manifest: bool = False) -> tuple[Change, ...]:
    """Every change: of the workflow itself, of stages, groups, components, then of flows.

    *by_manifest* is for workflows that are made of repositories: what a part documents says which it is.
    """
    earlier = matched(old, new, by_manifest=by_manifest)
    names = {former: name for name, former in earlier.items()}
    itself = Change(
        action=Action.CHANGED, what=ChangeSubject.WORKFLOW, id=new.id, title=new.title, old=old.span, new=new.span
    )
    found = [
        *_field_changes(workflow_fields(old), workflow_fields(new), itself),
        *(
            one
            for what in (ChangeSubject.STAGE, ChangeSubject.GROUP, ChangeSubject.COMPONENT)
            for one in _parts(old, new, earlier, what)
        ),
        *flow_changes(old, new, names),
    ]
    return tuple(found)
