"""One diagram as it is in a file, as data: its language, its text, and where it begins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Language(Enum):
    """The language of a diagram."""

    MERMAID = "Mermaid"
    GRAPHVIZ = "Graphviz"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagramSource:
    """The text of a diagram, the line of its file on which it begins, and its caption or the heading above it.

    ``number`` is its place among the graphs of the text, which may be several in the language of Graphviz. ``file`` is
    the path of a file that a directive names in the place of a body, from the folder of its document.
    """

    language: Language
    text: str
    line: int
    caption: str = ""
    file: str = ""
    number: int = 1

    @property
    def first_words(self) -> str:
        """What the diagram begins with, on one line."""
        if self.file:
            return self.file
        skipped = self.line - 1 if self.number > 1 else 0
        lines = (line.strip() for line in self.text.split("\n")[skipped:])
        return " ".join(line for line in lines if line and not line.startswith(("%%", "---", "//", "#")))[:60].strip()
