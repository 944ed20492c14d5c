"""The bytes of a file in, the documents that matter and what could not be read out."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.importers.documents import Document, group_of, items_at, text_at, value_at
from sphinx_gitops.importers.manifests.registry import is_kept
from sphinx_gitops.importers.repository.masked import parse_masked
from sphinx_gitops.importers.repository.selection import is_kustomization, is_read_whole, is_wanted, may_explode
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence, Tree
from sphinx_gitops.yamltree.documents import (
    ParsedDocument,
    Policy,
    normalized,
    parse_all,
    split_documents,
)

_NAMED = re.compile(
    r"^(?P<indent>[ \t]*)(?P<key>apiVersion|kind|metadata|name|namespace)[ \t]*:[ \t]*(?P<value>[^#\n]*)", re.MULTILINE
)
_COOKIECUTTER = re.compile(r"\{[{%][^{}]*\bcookiecutter\.")
_DROPPED = frozenset({"status"})
_DROPPED_OF_SPEC = frozenset({"values", "encryptedData"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FileProblem:
    """What could not be read of a file."""

    message: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What a file holds."""

    documents: tuple[Document, ...] = ()
    problems: tuple[FileProblem, ...] = ()


_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decoded(content: bytes) -> str | None:
    """The text of a file, by its byte order mark, else UTF-8."""
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _without(mapping: Mapping, dropped: frozenset[str]) -> Mapping:
    kept = tuple(entry for entry in mapping.entries if entry[0].text not in dropped)
    return mapping if len(kept) == len(mapping.entries) else Mapping(kept, mapping.span, mapping.size)


def _trimmed(mapping: Mapping) -> Mapping:
    """A manifest without what is large and never asked for; of a release's values only a FluxInstance's are."""
    entries: list[tuple[Scalar, Tree]] = []
    for key, value in _without(mapping, _DROPPED).entries:
        spec = value if key.text == "spec" and isinstance(value, Mapping) else None
        if spec:
            instance = value_at(spec, "values", "instance")
            spec = _without(spec, _DROPPED_OF_SPEC)
            if instance is not None:
                values = Mapping(((Scalar("instance", instance.span), instance),), instance.span, instance.size + 2)
                spec = Mapping((*spec.entries, (Scalar("values", instance.span), values)), spec.span, spec.size)
        entries.append((key, spec or value))
    return Mapping(tuple(entries), mapping.span, mapping.size)


def _named_in_text(parsed: ParsedDocument, path: str) -> Mapping | None:
    """The names of an object that YAML cannot read, as its text has them."""
    found: dict[str, Scalar] = {}
    inside: str | None = None
    line, before = parsed.line + 1, 0
    for match in _NAMED.finditer(parsed.text):
        line += parsed.text.count("\n", before, match.start())
        before = match.start()
        indent, key, value = match["indent"], match["key"], match["value"].strip().strip("\"'")
        if key == "metadata":
            inside = indent if inside is None else inside
            continue
        is_within = inside is not None and len(indent) > len(inside)
        if is_within if key in {"name", "namespace"} else not indent:
            found.setdefault(key, Scalar(value, Span(path, line), plain=True))
    if not {"apiVersion", "kind", "name"} <= set(found):
        return None
    span = min((scalar.span for scalar in found.values()), key=lambda one: one.line)
    metadata = Mapping(
        tuple((Scalar(key, found[key].span), found[key]) for key in ("name", "namespace") if key in found), span, 3
    )
    top: list[tuple[Scalar, Tree]] = [(Scalar(key, found[key].span), found[key]) for key in ("apiVersion", "kind")]
    return Mapping((*top, (Scalar("metadata", span), metadata)), span, 6)


def _read(text: str, line: int, path: str) -> tuple[ParsedDocument, bool]:
    """One document, its actions masked, else with all masked that may be one; and whether lines were left out."""
    spans: dict[int, Span] = {}

    def locate(at: int, _column: int) -> Span:
        span = spans.get(at)
        if span is None:
            span = spans[at] = Span(path, at + 1)
        return span

    return parse_masked(text, line, locate)


def _explosions(text: str) -> tuple[FileProblem, ...]:
    """What is said of a file of no other interest: an alias bomb in it."""
    documents = parse_all(text, lambda line, _column: Span("", line + 1), Policy(wanted=may_explode))
    return tuple(
        FileProblem(message=f"{one.error}: nothing of it is read", line=one.error_line)
        for one in documents
        if one.is_refused
    )


def _manifests(tree: Tree, path: str) -> Iterator[tuple[str, str, Tree, int]]:
    """Each manifest of a document, an item of a list being one: group, kind, body and line."""
    if isinstance(tree, Mapping):
        version, kind = text_at(tree, "apiVersion"), text_at(tree, "kind")
        if kind == "List" or (kind.endswith("List") and items_at(tree, "items")):
            for item in items_at(tree, "items"):
                if isinstance(item, Mapping):
                    yield group_of(text_at(item, "apiVersion")), text_at(item, "kind"), item, item.span.line
            return
        span = tree.entries[0][0].span if tree.entries else tree.span
        yield group_of(version), kind, tree, span.line
    elif isinstance(tree, Sequence):
        yield "", "", tree, tree.span.line


def facts_of(content: bytes, path: str) -> FileFacts:
    """What a file holds; raises nothing, whatever its bytes."""
    text = decoded(content)
    if text is None:
        return FileFacts(problems=(FileProblem(message="not text in UTF-8 or UTF-16: nothing of it is read", line=1),))
    whole = is_read_whole(path)
    if not whole and not is_wanted(text):
        return FileFacts(problems=_explosions(text))
    documents: list[Document] = []
    problems: list[FileProblem] = []
    for line, chunk in split_documents(normalized(text)):
        if not whole and (not is_wanted(chunk) or _COOKIECUTTER.search(chunk)):
            continue
        parsed, gaps = _read(chunk, line, path)
        tree, readable = parsed.tree, True
        if parsed.error:
            message = f"not readable as YAML, {parsed.error}: what it declares is unknown"
            problems.append(FileProblem(message=message, line=parsed.error_line))
            tree, readable = _named_in_text(parsed, path), False
        if tree is None:
            continue
        for group, kind, body, at in _manifests(tree, path):
            if whole or is_kept(group, kind, body):
                kept = _trimmed(body) if isinstance(body, Mapping) and not is_kustomization(path) else body
                documents.append(
                    Document(
                        file=path,
                        index=len(documents),
                        line=at,
                        group=group,
                        kind=kind,
                        body=kept,
                        readable=readable,
                        has_gaps=gaps,
                    )
                )
    return FileFacts(documents=tuple(documents), problems=tuple(problems))
