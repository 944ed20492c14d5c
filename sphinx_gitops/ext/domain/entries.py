"""Workflows and runbooks in, an object entry for each of their names, and the names of anchors, out."""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern
from typing import NamedTuple, TypeAlias

from sphinx_gitops.identifiers import coded
from sphinx_gitops.model import Component, Part, Stage, Workflow
from sphinx_gitops.runbook import Runbook

LabelRecord: TypeAlias = tuple[str, str, str]
"""A document, an anchor in it and a title: what Sphinx keeps of a label, so that both are one object."""


class ObjectEntry(NamedTuple):
    """One documented thing; ``current`` is the full name that it has now."""

    label: LabelRecord
    objtype: str
    kind: str
    stage: str
    former: bool
    current: str

    @property
    def docname(self) -> str:
        """The document that defines it."""
        return self.label[0]

    @property
    def anchor(self) -> str:
        """Its id in the page."""
        return self.label[1]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.label[2]

    def at(self, docname: str, anchor: str) -> ObjectEntry:
        """The same in another place."""
        return self._replace(label=(docname, anchor, self.title))

    def formerly(self, anchor: str) -> ObjectEntry:
        """The same by a former name."""
        return self.at(self.docname, anchor)._replace(former=True)


def objtype_of(thing: Part) -> str:
    """What a thing is in the domain."""
    return "component" if isinstance(thing, Component) else "stage" if isinstance(thing, Stage) else "group"


def anchor_of(full_name: str) -> str:
    """The id in the page of a full name, letter for letter; labels and index entries share it in memory."""
    return intern("gitops-" + full_name)


def picture_anchor(full_name: str) -> str:
    """The id in the page of a part in the picture of its workflow; no full name has two dots side by side."""
    return anchor_of(full_name) + "..picture"


def outline_anchor(workflow: str) -> str:
    """The id in the page of a workflow's text version; no full name has two dots side by side."""
    return anchor_of(workflow) + "..outline"


def figure_anchor(key: str) -> str:
    """The id in the page of a view's figure, by the key of its request, which has the document in it."""
    return anchor_of(f"..figure-{coded(key, '-')}")


def view_anchor(number: int) -> str:
    """The id in the page of a view's text version; no full name starts with a dot."""
    return anchor_of(f"..view-{number}")


def runbook_anchor(name: str) -> str:
    """The id in the page of a runbook; alerts link to it from outside."""
    return "gitops-runbook-" + name


def runbook_entries(runbook: Runbook, docname: str) -> Iterator[tuple[str, ObjectEntry]]:
    """A runbook's id and its former ones."""
    kind = runbook.procedure.value if runbook.procedure else ""
    for name in (runbook.id, *runbook.formerly):
        anchor, former = runbook_anchor(name), name != runbook.id
        yield (
            name,
            ObjectEntry((docname, anchor, runbook.title), "runbook", kind, "", former=former, current=runbook.id),
        )


def former_names(workflow: Workflow, thing: Part) -> Iterator[str]:
    """The full names that a thing had, by its own former ids and by its workflow's."""
    for owner in (workflow.id, *workflow.formerly):
        for name in (thing.id, *thing.formerly):
            if (owner, name) != (workflow.id, thing.id):
                yield f"{owner}.{name}"


def entries_of(workflow: Workflow, docname: str) -> Iterator[tuple[str, ObjectEntry]]:
    """Every full name of a workflow, former ones last, with what it leads to."""
    former: list[tuple[str, ObjectEntry]] = []
    label = (docname, anchor_of(workflow.id), workflow.title)
    entry = ObjectEntry(label, "workflow", "", "", former=False, current=workflow.id)
    yield workflow.id, entry
    former += [(old, entry.formerly(anchor_of(old))) for old in workflow.formerly]
    for stage in workflow.stages:
        for thing in stage.parts():
            objtype = objtype_of(thing)
            name = f"{workflow.id}.{thing.id}"
            label = (docname, anchor_of(name), thing.title)
            entry = ObjectEntry(label, objtype, thing.kind, stage.title, former=False, current=name)
            yield name, entry
            for old in former_names(workflow, thing):
                former.append((old, entry.formerly(anchor_of(old))))
    yield from former
