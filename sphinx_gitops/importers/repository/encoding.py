"""What a file holds in, JSON out, and back: the trees with their lines, without the file's name."""

from __future__ import annotations

from typing import Any

from sphinx_gitops.importers.documents import Document
from sphinx_gitops.importers.repository.facts import FileFacts, FileProblem
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence, Tree


def _encoded(tree: Tree) -> list[Any]:
    """A scalar as text, line and whether it is plain; a sequence led by 1, a mapping by 2."""
    if isinstance(tree, Scalar):
        return [tree.text, tree.span.line] if tree.plain else [tree.text, tree.span.line, 0]
    if isinstance(tree, Sequence):
        return [1, tree.span.line, tree.size, [_encoded(item) for item in tree.items]]
    pairs = [[key.text, key.span.line, _encoded(value)] for key, value in tree.entries]
    return [2, tree.span.line, tree.size, pairs]


def _decoded(value: list[Any], file: str) -> Tree:
    head, line = value[0], value[1]
    span = Span(file, line)
    if head == 1:
        return Sequence(tuple([_decoded(item, file) for item in value[3]]), span, value[2])
    if head == 2:
        entries = [(Scalar(text, Span(file, at), plain=True), _decoded(item, file)) for text, at, item in value[3]]
        return Mapping(tuple(entries), span, value[2])
    return Scalar(str(head), span, len(value) == 2)


def encode(facts: FileFacts) -> list[Any]:
    """Facts as JSON values."""
    return [
        [[one.line, one.group, one.kind, one.readable, one.has_gaps, _encoded(one.body)] for one in facts.documents],
        [[one.message, one.line] for one in facts.problems],
    ]


def decode(value: list[Any], file: str) -> FileFacts:
    """Facts of *file* from JSON values. Raises ValueError, TypeError, IndexError or KeyError where they are not."""
    documents, problems = value
    return FileFacts(
        documents=tuple(
            Document(
                file=file,
                index=index,
                line=line,
                group=group,
                kind=kind,
                body=_decoded(body, file),
                readable=readable,
                has_gaps=has_gaps,
            )
            for index, (line, group, kind, readable, has_gaps, body) in enumerate(documents)
        ),
        problems=tuple(FileProblem(message=message, line=line) for message, line in problems),
    )
