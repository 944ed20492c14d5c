"""The index page of all components, by stage and by kind."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any, cast

from sphinx.domains import Index, IndexEntry

from sphinx_gitops.ext.locale import say
from sphinx_gitops.language import COMPONENTS, KIND_HEADING, NO_KIND, STAGE_HEADING, spaced

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_gitops.ext.domain import GitOpsDomain


class ComponentsIndex(Index):
    """The page ``gitops-components``."""

    name = "components"
    localname = COMPONENTS
    shortname = COMPONENTS

    def generate(self, docnames: Iterable[str] | None = None) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Entries by stage, in alphabetical order, then by kind."""
        domain = cast("GitOpsDomain", self.domain)
        wanted = None if docnames is None else set(docnames)
        by_stage: dict[str, list[IndexEntry]] = {}
        by_kind: dict[str, list[IndexEntry]] = {}
        for name, defined in sorted(domain.objects.items(), key=lambda pair: (pair[1].title.lower(), pair[0])):
            row = domain.index.placed(defined)
            if row.objtype != "component" or row.former or (wanted is not None and row.docname not in wanted):
                continue
            kind = say(spaced(row.kind) or NO_KIND)
            entry = IndexEntry(row.title, 0, row.docname, row.anchor, name, "", kind)
            by_stage.setdefault(say(STAGE_HEADING).replace("{stage}", row.stage), []).append(entry)
            by_kind.setdefault(say(KIND_HEADING).replace("{kind}", kind), []).append(entry._replace(descr=row.stage))
        return [*sorted(by_stage.items()), *sorted(by_kind.items())], False


def localised() -> type[ComponentsIndex]:
    """The index with its name in the language of this build, as plain text, which JSON takes."""
    name = say(COMPONENTS)
    return type(ComponentsIndex.__name__, (ComponentsIndex,), {"localname": name, "shortname": name})


def _make_headings_safe(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Escape the headings, which Sphinx's templates write as they are, as text and as an id, where no blank may be."""
    if page == f"gitops-{ComponentsIndex.name}":
        blank = "-" if app.builder.name == "epub" else "\u00a0"
        context["content"] = [(escape(blank.join(name.split())), entries) for name, entries in context["content"]]


def setup(app: Sphinx) -> None:
    """Watch over the page."""
    app.connect("html-page-context", _make_headings_safe)
