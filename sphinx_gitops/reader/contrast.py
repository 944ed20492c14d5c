"""A workflow's own styles in, a warning for each whose text has too little contrast out."""

from __future__ import annotations

from sphinx_gitops.model import Workflow
from sphinx_gitops.palette import unreadable
from sphinx_gitops.problems import Code, Severity
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.view import swatches
from sphinx_gitops.vocabulary import Vocabulary
from sphinx_gitops.yamltree.document import Mapping, Tree


def check_styles(workflow: Workflow, written: Tree | None, vocabulary: Vocabulary, diagnostics: Diagnostics) -> None:
    """Note each style whose text has too little contrast on its fill, where it gives one of the two."""
    places = {name.text: name.span for name, _ in written.entries} if isinstance(written, Mapping) else {}
    shown = swatches(workflow, vocabulary)
    for style in workflow.styles:
        sides = [side for side, (fill, _, text) in (("light", style.light), ("dark", style.dark)) if fill or text]
        for message in unreadable(style.name, shown[style.name], sides):
            span = places.get(style.name, workflow.span)
            diagnostics.add(Code.LOW_CONTRAST, message, span, f"styles.{style.name}", Severity.WARNING)
