"""What the domain knows of a workflow: one row for each name."""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern
from typing import NamedTuple

from sphinx_gitops.model import Component, Stage, Thing, Workflow
from sphinx_gitops.runbook import Runbook


class Row(NamedTuple):
    """One documented thing; ``current`` is the full name that it has now."""

    docname: str
    anchor: str
    title: str
    objtype: str
    kind: str
    stage: str
    former: bool
    current: str


def objtype_of(thing: Thing) -> str:
    """What a thing is in the domain."""
    return "component" if isinstance(thing, Component) else "stage" if isinstance(thing, Stage) else "group"


def anchor_of(full_name: str) -> str:
    """The id in the page of a full name, letter for letter."""
    return "gitops-" + full_name


def outline_anchor(workflow: str) -> str:
    """The id in the page of a workflow's text version; no full name has two dots side by side."""
    return anchor_of(workflow) + "..outline"


def view_anchor(number: int) -> str:
    """The id in the page of a view's text version; no full name starts with a dot."""
    return anchor_of(f"..view-{number}")


def runbook_anchor(name: str) -> str:
    """The id in the page of a runbook; alerts link to it from outside."""
    return "gitops-runbook-" + name


def runbook_rows(runbook: Runbook, docname: str) -> Iterator[tuple[str, Row]]:
    """A runbook's id and its former ones."""
    kind = runbook.procedure.value if runbook.procedure else ""
    for name in (runbook.id, *runbook.formerly):
        anchor, former = runbook_anchor(name), name != runbook.id
        yield name, Row(docname, anchor, runbook.title, "runbook", kind, "", former=former, current=runbook.id)


def former_names(workflow: Workflow, thing: Thing) -> Iterator[str]:
    """The full names that a thing had, by its own former ids and by its workflow's."""
    for owner in (workflow.id, *workflow.formerly):
        for name in (thing.id, *thing.formerly):
            if (owner, name) != (workflow.id, thing.id):
                yield f"{owner}.{name}"


def rows_of(workflow: Workflow, docname: str) -> Iterator[tuple[str, Row]]:
    """Every full name of a workflow, former ones last, with what it leads to."""
    former: list[tuple[str, Row]] = []
    row = Row(docname, anchor_of(workflow.id), workflow.title, "workflow", "", "", former=False, current=workflow.id)
    yield workflow.id, row
    former += [(old, row._replace(anchor=anchor_of(old), former=True)) for old in workflow.formerly]
    for stage in workflow.stages:
        for thing in (stage, *stage.walk_groups(), *stage.walk_components()):
            objtype = objtype_of(thing)
            name = f"{workflow.id}.{thing.id}"
            row = Row(
                docname,
                anchor_of(name),
                thing.title,
                objtype,
                intern(thing.kind),
                stage.title,
                former=False,
                current=name,
            )
            yield name, row
            for old in former_names(workflow, thing):
                former.append((old, row._replace(anchor=anchor_of(old), former=True)))
    yield from former
