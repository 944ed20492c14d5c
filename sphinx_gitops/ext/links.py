"""Where the parts of a picture lead, from the page that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx.builders.singlehtml import SingleFileHTMLBuilder

from sphinx_gitops.ext.domain import gitops_domain
from sphinx_gitops.ext.rows import anchor_of

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True)
class Place:
    """A document and an anchor in it."""

    docname: str
    anchor: str


def place(env: BuildEnvironment, docname: str, full_name: str) -> Place:
    """Where a full name is documented; *docname* itself where nothing is registered under it."""
    row = gitops_domain(env).objects.get(full_name)
    return Place(row.docname, row.anchor) if row else Place(docname, anchor_of(full_name))


def address(builder: Builder, docname: str, target: Place) -> str:
    """The relative address of *target* on the HTML page of *docname*, ready for an attribute."""
    fragment = "#" + quote(target.anchor, safe="-._~")
    if target.docname == docname or isinstance(builder, SingleFileHTMLBuilder):
        return fragment
    return builder.get_relative_uri(docname, target.docname) + fragment


def addresses(builder: Builder, docname: str, workflow: str) -> Callable[[str], str]:
    """For each id of a workflow, its address on the page of *docname*."""
    return lambda name: address(builder, docname, place(builder.env, docname, f"{workflow}.{name}"))
