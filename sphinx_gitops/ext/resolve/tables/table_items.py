"""What is in the cells of tables: items as words for filters, and as nodes for pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from docutils import nodes

from sphinx_gitops.ext.domain.entries import ObjectEntry
from sphinx_gitops.ext.domain.relations import PlacedRunbook, RelatedPage, RelatedTarget
from sphinx_gitops.ext.resolve.pending_xrefs import to_alert, to_page, to_runbook, to_target
from sphinx_gitops.phrases.translator import Translator, spaced
from sphinx_gitops.query import Record


@dataclass(frozen=True, slots=True)
class Outside:
    """A link out of the project."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class FormatWord:
    """A word of the format, shown in the reader's language: as ``words``, else as its name."""

    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class AlertName:
    """The name of an alert, and the place of its runbook, to which it leads."""

    name: str
    entry: ObjectEntry | None = None


TableItem: TypeAlias = "str | FormatWord | Outside | RelatedTarget | PlacedRunbook | RelatedPage | AlertName"
Cells: TypeAlias = Mapping[str, tuple[TableItem, ...]]


def texts(*found: str) -> tuple[str, ...]:
    """The texts that are not empty."""
    return tuple(text for text in found if text)


def kinds(*names: str) -> tuple[FormatWord, ...]:
    """The words of the format that are not empty."""
    return tuple(FormatWord(name) for name in names if name)


def _words(item: TableItem) -> tuple[str, ...]:
    match item:
        case RelatedTarget(name=name, title=title):
            return tuple(dict.fromkeys((title, name.partition(".")[2] or name, name)))
        case PlacedRunbook(runbook=runbook):
            return (runbook.title, runbook.id)
        case RelatedPage(docname=docname, title=title):
            return (title, docname)
        case Outside(title=title, url=url):
            return (title, url) if title else (url,)
        case FormatWord(name=name) | AlertName(name=name):
            return (name,)
    return (item,)


def as_words(cells: Cells) -> Record:
    """The cells as a filter reads them: what is shown, ids and full names."""
    return {name: tuple(word for item in items for word in _words(item)) for name, items in cells.items()}


def as_nodes(item: TableItem, refdoc: str, say: Translator) -> nodes.Node:
    """What a cell shows."""
    match item:
        case Outside(title=title, url=url):
            return nodes.reference("", title or say("page"), refuri=url, internal=False)
        case FormatWord(name=name, words=words):
            return nodes.Text(say(words or spaced(name)))
        case str():
            return nodes.Text(item)
    return _xref(item, refdoc)


def _xref(item: RelatedTarget | PlacedRunbook | RelatedPage | AlertName, refdoc: str) -> nodes.Node:
    """The link of a cell to a place in the project."""
    match item:
        case RelatedTarget():
            return to_target(item, refdoc)
        case PlacedRunbook():
            return to_runbook(item, refdoc)[0]
        case RelatedPage():
            return to_page(item, refdoc)
        case AlertName(name=name):
            return to_alert(name, refdoc)
