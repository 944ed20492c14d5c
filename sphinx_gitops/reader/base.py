"""What a body starts from: a built-in template or a workflow made of a repository in, its tree with its places out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.problems import Code, Span
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.reader.template import TEMPLATES, read_template
from sphinx_gitops.suggest import near
from sphinx_gitops.yamltree.document import Mapping, Sequence, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A workflow that the body overrides and extends; ``what`` is its name in messages.

    What is in it may be gone tomorrow where it is ``discovered``.
    """

    tree: Mapping
    what: str
    discovered: bool = False

    @property
    def sources(self) -> frozenset[str]:
        """The files that its flows are from, as spans name them."""
        return frozenset(_sources(self.tree.get("flows")))


def _sources(tree: Tree | None) -> Iterator[str]:
    if tree is None:
        return
    yield tree.span.source
    if isinstance(tree, Sequence):
        for item in tree.items:
            yield from _sources(item)
    elif isinstance(tree, Mapping):
        for _, value in tree.entries:
            yield from _sources(value)


def template_base(name: str, span: Span, diagnostics: Diagnostics) -> Base | None:
    """The built-in template of that name; None where there is none, which is noted at *span*."""
    if name in TEMPLATES:
        return Base(tree=read_template(name), what="the template")
    hint = near(name, TEMPLATES) or f"; known: {', '.join(TEMPLATES)}"
    diagnostics.add(Code.UNKNOWN_TEMPLATE, f"there is no template {name!r}{hint}", span, "")
    return None
