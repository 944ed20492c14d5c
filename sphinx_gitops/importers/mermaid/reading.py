"""The text of a Mermaid diagram in, the diagram out, with what of it a workflow cannot have."""

from __future__ import annotations

import re

from sphinx_gitops.importers.diagrams.diagram import Diagram, DiagramError
from sphinx_gitops.importers.mermaid.flow_diagram import diagram_of
from sphinx_gitops.importers.mermaid.parser import parse
from sphinx_gitops.importers.mermaid.preprocessing import prepared

_FLOWCHART = re.compile(r"(?:graph|flowchart)")
_WORD = re.compile(r"\S+")


def read_mermaid(source: str, first_line: int) -> Diagram:
    """The flowchart in a text that starts on a line of its file.

    Raises DiagramError where Mermaid refuses it, or where it is another kind of diagram.
    """
    before = prepared(source, first_line)
    text = before.text.text
    if not _FLOWCHART.match(text):
        word = _WORD.match(text)
        if not word:
            raise DiagramError("the diagram is empty", first_line)
        message = f"{word[0][:40]!r} begins no flowchart, and only those are imported"
        raise DiagramError(message, before.text.line(0))
    return diagram_of(parse(before.text), before.title, before.remarks)
