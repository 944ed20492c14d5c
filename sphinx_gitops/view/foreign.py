"""The ends of flows in other workflows, with what is known of them, in; nodes outside of every box out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sphinx_gitops.identifiers import mermaid_key
from sphinx_gitops.model import Workflow
from sphinx_gitops.phrases.translator import Translator
from sphinx_gitops.phrases.words import ABROAD, ELSEWHERE, PLACE
from sphinx_gitops.scene import Border, Node, Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """A part of another workflow: its title, that workflow's title, its object type, and whether it exists."""

    title: str
    workflow: str
    what: str = "component"
    known: bool = True


def unread(name: str) -> Foreign:
    """What a full name alone tells, where other workflows, or another project's, are not read."""
    project, _, full = name.rpartition(":")
    workflow, _, own = full.partition(".")
    return Foreign(title=own, workflow=f"{workflow} ({project})" if project else workflow)


def foreign_nodes(workflow: Workflow, found: Mapping[str, Foreign], colour: str, say: Translator) -> Iterator[Node]:
    """A node for each end of a flow in another workflow; it is in no box."""
    for name in workflow.foreign():
        end = found.get(name) or unread(name)
        yield Node(
            key=mermaid_key(name),
            id=name,
            title=end.title,
            kind="",
            shape=Shape.RECTANGLE,
            colour=colour,
            mark=None,
            border=Border.FOREIGN,
            facts=(say(ABROAD if ":" in name else ELSEWHERE),),
            place=say(PLACE).replace("{stage}", end.workflow),
            under=end.workflow,
            leads=end.known,
        )
