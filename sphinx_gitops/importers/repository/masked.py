"""A document with template actions in, its tree out: they are masked, and where that fails all that may be one."""

from __future__ import annotations

from sphinx_gitops.importers.repository.masking import mask, needs_mask
from sphinx_gitops.yamltree.documents import ParsedDocument, Policy, parse_document
from sphinx_gitops.yamltree.errors import Locate


def parse_masked(text: str, line: int, locate: Locate) -> tuple[ParsedDocument, bool]:
    """The one document of *text*, which *line* lines precede in its file, and whether lines were left out."""
    gaps = False
    if needs_mask(text):
        masked, restore, gaps = mask(text)
        parsed = parse_document(masked, line, locate, Policy(restore=restore))
    else:
        parsed = parse_document(text, line, locate, Policy())
    if parsed.error:
        masked, restore, gaps_of_all = mask(text, everything=True)
        again = parse_document(masked, line, locate, Policy(restore=restore))
        if not again.error:
            return again, gaps_of_all
    return parsed, gaps
