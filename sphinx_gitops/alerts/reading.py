"""The bytes of a file in, the alerts that it declares out, each with its places, and what could not be read.

Templates are masked, as in charts of Helm, and nothing is rendered: what is templated stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sphinx_gitops.alerts.alert import Alert
from sphinx_gitops.alerts.formats.groups import read_document
from sphinx_gitops.alerts.waivers import Comments
from sphinx_gitops.importers.repository.facts import decoded
from sphinx_gitops.importers.repository.masked import parse_masked
from sphinx_gitops.importers.repository.masking import is_templated, needs_mask
from sphinx_gitops.problems import Code, Problem, Severity, Span
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence, Tree
from sphinx_gitops.yamltree.documents import ParsedDocument, Policy, normalized, parse_document, split_documents
from sphinx_gitops.yamltree.errors import Locate

_WANTED = re.compile(r"\brules\b|notification\.toolkit\.fluxcd\.io")
"""What a document has that may declare alerts."""
_CHART = "templates"
"""The folder of a chart whose files Helm renders."""
UNVERIFIABLE = "alert-unverifiable"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFile:
    """What a file declares; ``is_template`` where something renders it before it counts: it is never written."""

    path: str
    alerts: tuple[Alert, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_template: bool = False
    embedded: frozenset[int] = frozenset()
    "The lines of names of alerts that are in a text of the file, as in a ConfigMap."


def _starts_action(tree: Tree, lines: list[str], before: int) -> bool:
    """Whether YAML has read a template as a mapping of its own."""
    if isinstance(tree, Scalar):
        return False
    line, column = tree.span.line - before - 1, tree.span.column - 1
    if 0 <= line < len(lines) and lines[line].startswith("{{", column):
        return True
    inner = [value for _, value in tree.entries] if isinstance(tree, Mapping) else list(tree.items)
    return any(_starts_action(value, lines, before) for value in inner)


def parse_as_written(text: str, line: int, locate: Locate) -> tuple[ParsedDocument, bool]:
    """A document as it is, else with its templates masked; and whether they were."""
    parsed = parse_document(text, line, locate, Policy())
    masked = bool(parsed.error) and not parsed.is_refused and (needs_mask(text) or is_templated(text))
    if parsed.tree is not None and needs_mask(text):
        masked = _starts_action(parsed.tree, text.split("\n"), line)
    return (parse_masked(text, line, locate)[0], True) if masked else (parsed, False)


def _texts(tree: Tree) -> Iterator[Scalar]:
    """The texts of a document that may be documents of their own, as in a ConfigMap."""
    if isinstance(tree, Scalar):
        if "\n" in tree.text and "rules:" in tree.text:
            yield tree
        return
    for value in tree.items if isinstance(tree, Sequence) else [value for _, value in tree.entries]:
        yield from _texts(value)


def _unread(parsed: ParsedDocument, path: str, *, masked: bool) -> Problem:
    span = Span(path, parsed.error_line)
    if masked:
        words = f"not readable as YAML even without its templates, {parsed.error}: its alerts are unknown"
        return Problem(code=UNVERIFIABLE, message=words, span=span, severity=Severity.INFO)
    message = f"not readable as YAML, {parsed.error}: its alerts are unknown"
    return Problem(code=Code.YAML_SYNTAX, message=message, span=span, severity=Severity.WARNING)


@dataclass(slots=True)
class _Reader:
    """One file in the reading."""

    path: str
    alerts: list[Alert]
    problems: list[Problem]
    embedded: set[int]
    is_template: bool = False

    def locate(self, line: int, column: int) -> Span:
        return Span(self.path, line + 1, column + 1)

    def read(self, text: str, line: int, *, embedded: bool = False) -> None:
        """Take the alerts of one document, which *line* lines precede."""
        parsed, masked = parse_as_written(text, line, self.locate)
        self.is_template |= masked
        if parsed.tree is None:
            if not embedded:
                self.problems.append(_unread(parsed, self.path, masked=masked))
            return
        found = list(read_document(parsed.tree))
        self.alerts += found
        if embedded:
            self.embedded.update(alert.span.line for alert in found)
        elif not found:
            for inner in _texts(parsed.tree):
                for below, chunk in split_documents(normalized(inner.text)):
                    self.read(chunk, inner.span.line + below, embedded=True)


def read_alerts(content: bytes, path: str) -> AlertFile:
    """The alerts of a file, in its order; raises nothing, whatever its bytes. *path* is what places call it."""
    text = decoded(content)
    if text is None:
        message = "not text in UTF-8 or UTF-16: its alerts are unknown"
        problem = Problem(code=Code.YAML_SYNTAX, message=message, span=Span(path, 1), severity=Severity.WARNING)
        return AlertFile(path=path, problems=(problem,))
    reader, text = _Reader(path, [], [], set()), normalized(text)
    for line, chunk in split_documents(text):
        if _WANTED.search(chunk):
            reader.read(chunk, line)
    comments = Comments(text, path, [alert.start for alert in reader.alerts])
    alerts = tuple(replace(alert, waivers=comments.of(alert.start)) for alert in reader.alerts)
    rendered = _CHART in path.split("/")[:-1] and needs_mask(text)
    return AlertFile(
        path=path,
        alerts=alerts if comments else tuple(reader.alerts),
        problems=tuple(reader.problems),
        is_template=reader.is_template or rendered,
        embedded=frozenset(reader.embedded),
    )
