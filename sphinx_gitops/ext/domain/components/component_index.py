"""The page of all components, as Sphinx asks for it; its entries are loaded where there are some."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx.domains import Index

from sphinx_gitops.ext.late import loaded
from sphinx_gitops.ext.locale import say
from sphinx_gitops.phrases.words import COMPONENTS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    from sphinx.domains import IndexEntry

    from sphinx_gitops.ext.domain.object_index import Index as Objects

    class _Indexed(Protocol):
        """What this page needs of the domain."""

        @property
        def in_use(self) -> bool:
            """Whether a document has anything of this extension."""

        @property
        def index(self) -> Objects:
            """What all documents define."""


class ComponentsIndex(Index):
    """The page ``gitops-components``."""

    name = "components"
    localname = COMPONENTS
    shortname = COMPONENTS

    def generate(self, docnames: Iterable[str] | None = None) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Entries by stage, in alphabetical order, then by kind; none, and so no page, where there is no component."""
        domain = cast("_Indexed", self.domain)
        found = loaded("domain.components.component_entries:sections")(domain.index, docnames) if domain.in_use else []
        return found, False


PAGE = f"gitops-{ComponentsIndex.name}"


def localised() -> type[ComponentsIndex]:
    """The index with its name in the language of this build, as plain text, which JSON takes."""
    name = say(COMPONENTS)
    return type(ComponentsIndex.__name__, (ComponentsIndex,), {"localname": name, "shortname": name})
