"""The bytes of a file in, the objects that it declares with their links out, and what could not be read.

Templates are masked, as in charts of Helm, and nothing is rendered: what is templated stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sphinx_gitops.alerts.reading import parse_as_written
from sphinx_gitops.alerts.waivers import Comments
from sphinx_gitops.doc_links.links import links_of
from sphinx_gitops.doc_links.manifest import Manifest, ManifestFile
from sphinx_gitops.importers.documents import group_of, items_at, scalar_at, text_at
from sphinx_gitops.importers.manifests.registry import KUSTOMIZE_GROUP
from sphinx_gitops.importers.repository.facts import decoded
from sphinx_gitops.importers.repository.masking import needs_mask
from sphinx_gitops.problems import Code, Problem, Severity, Span
from sphinx_gitops.yamltree import Mapping, Tree
from sphinx_gitops.yamltree.documents import ParsedDocument, normalized, split_documents

_WANTED = re.compile(r"""^[ ]*(?:-[ ]+)*["']?kind["']?[ ]*:""", re.MULTILINE)
"""What a document has that declares an object."""
_CHART = "templates"
"""The folder of a chart whose files Helm renders."""
UNVERIFIABLE = "docs-link-unverifiable"


def _objects(tree: Tree) -> Iterator[Mapping]:
    """The object that a document is, or the items of its ``List``."""
    items = items_at(tree, "items") if text_at(tree, "kind").endswith("List") else ()
    for item in items:
        yield from _objects(item)
    if isinstance(tree, Mapping) and not items:
        yield tree


def _unread(parsed: ParsedDocument, path: str, *, masked: bool) -> Problem:
    span = Span(path, parsed.error_line)
    if masked:
        words = f"not readable as YAML even without its templates, {parsed.error}: its links are unknown"
        return Problem(code=UNVERIFIABLE, message=words, span=span, severity=Severity.INFO)
    message = f"not readable as YAML, {parsed.error}: its links are unknown"
    return Problem(code=Code.YAML_SYNTAX, message=message, span=span, severity=Severity.WARNING)


@dataclass(slots=True)
class _Reader:
    """One file in the reading."""

    path: str
    annotation: str
    manifests: list[Manifest] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    is_template: bool = False

    def locate(self, line: int, column: int) -> Span:
        return Span(self.path, line + 1, column + 1)

    def read(self, text: str, line: int) -> None:
        """Take the objects of one document, which *line* lines precede."""
        parsed, masked = parse_as_written(text, line, self.locate)
        self.is_template |= masked
        if parsed.error:
            self.problems.append(_unread(parsed, self.path, masked=masked))
            return
        found = [self.manifest(one) for one in _objects(parsed.tree)] if parsed.tree is not None else []
        known = [one for one in found if one]
        ends = [one.line for one in known[1:]] + [line + len(text.removesuffix("\n").split("\n")) + 1] * bool(known)
        sealed = any(isinstance(one.tree.get("sops"), Mapping) for one in known)
        self.manifests += [replace(one, end=end, is_sealed=sealed) for one, end in zip(known, ends, strict=True)]

    def manifest(self, tree: Mapping) -> Manifest | None:
        """An object with its links; None where it is no object, or one that no cluster ever has."""
        kind, name, group = (
            text_at(tree, "kind"),
            scalar_at(tree, "metadata", "name"),
            group_of(text_at(tree, "apiVersion")),
        )
        if not kind or name is None or group == KUSTOMIZE_GROUP:
            return None
        bare = Manifest(
            path=self.path,
            group=group,
            kind=kind,
            namespace=text_at(tree, "metadata", "namespace"),
            name=name.text,
            span=name.span,
            line=tree.span.line,
            end=tree.span.line,
            tree=tree,
        )
        return replace(bare, links=links_of(tree, bare.holder, self.annotation))


def read_manifests(content: bytes, path: str, annotation: str) -> ManifestFile:
    """The objects of a file, in its order; raises nothing, whatever its bytes. *path* is what places call it."""
    text = decoded(content)
    if text is None:
        message = "not text in UTF-8 or UTF-16: its links are unknown"
        problem = Problem(code=Code.YAML_SYNTAX, message=message, span=Span(path, 1), severity=Severity.WARNING)
        return ManifestFile(path=path, problems=(problem,))
    reader, text = _Reader(path, annotation), normalized(text)
    for line, chunk in split_documents(text):
        if _WANTED.search(chunk):
            reader.read(chunk, line)
    comments = Comments(text, path, [one.line for one in reader.manifests])
    rendered = _CHART in path.split("/")[:-1] and needs_mask(text)
    return ManifestFile(
        path=path,
        manifests=tuple(replace(one, waivers=comments.of(one.line)) for one in reader.manifests),
        problems=tuple(reader.problems),
        is_template=reader.is_template or rendered,
    )
