"""``PROJECT:WORKFLOW.ID`` in, what the inventory of that project has of it out, as intersphinx has read it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx.util.osutil import relpath

from sphinx_gitops.ext.domain import OBJECT_TYPES
from sphinx_gitops.suggest import listed, near, there_are

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_NO_TITLE = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherThing:
    """A thing of another project: its object type, its title, the title of its workflow, its address."""

    objtype: str
    title: str
    workflow: str
    uri: str

    def address(self, docname: str) -> str:
        """Its address on the page of a document; an inventory beside this project has relative ones."""
        if "://" in self.uri:
            return self.uri
        up = relpath(".", posixpath.dirname(docname) or ".")
        return self.uri if up == "." else posixpath.join(up, self.uri)


def _inventories(env: BuildEnvironment) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """What intersphinx has read, by project; empty where it is not loaded."""
    return getattr(env, "intersphinx_named_inventory", {})


def _item(inventory: Mapping[str, Mapping[str, Any]], objtype: str, name: str) -> tuple[str, str] | None:
    """The address and the title of a name; newer versions of Sphinx have a class of their own for it."""
    found = inventory.get(f"gitops:{objtype}", {}).get(name)
    if found is None:
        return None
    uri, title = (found.uri, found.display_name) if hasattr(found, "uri") else (found[2], found[3])
    return uri, name.partition(".")[2] or name if title == _NO_TITLE else title


def other_thing(env: BuildEnvironment, name: str) -> OtherThing | None:
    """What is known of a name of another project; None where there is none of it."""
    project, _, full = name.rpartition(":")
    inventory = _inventories(env).get(project, {})
    around = _item(inventory, "workflow", full.partition(".")[0])
    for objtype in OBJECT_TYPES:
        found = _item(inventory, objtype, full)
        if found:
            workflow = f"{around[1] if around else full.partition('.')[0]} ({project})"
            return OtherThing(objtype=objtype, title=found[1], workflow=workflow, uri=found[0])
    return None


def missing(env: BuildEnvironment, name: str) -> str:
    """Why a name of another project leads nowhere; empty where Sphinx warns of its inventory."""
    project, _, full = name.rpartition(":")
    projects = getattr(env.config, "intersphinx_mapping", None)
    if projects is None:
        return f"{name!r} is in another project: load 'sphinx.ext.intersphinx', and name {project!r} in its mapping"
    if project not in projects:
        hint = near(project, projects) or (f"; known: {listed(sorted(projects))}" if projects else "")
        return f"{name!r}: intersphinx_mapping has no project {project!r}{hint}"
    inventory = _inventories(env).get(project)
    if not inventory:
        return ""
    names = [own for objtype in OBJECT_TYPES for own in inventory.get(f"gitops:{objtype}", {})]
    return f"{name!r}: the project {project!r} has no {full!r}{near(full, names) or there_are(sorted(names))}"
