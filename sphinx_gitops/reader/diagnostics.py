"""Problems in, as the parts of a reader find them; each of them once, in that order, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sphinx_gitops.problems import Problem, Severity, Span
from sphinx_gitops.suggest import near

HINTS = 10_000
"""So many known words are compared with unknown ones before a workflow's further problems go without a near match."""


@dataclass(slots=True)
class Diagnostics:
    """The problems found so far, each once; ``hints`` is how many words may still be compared for a near match."""

    _found: dict[Problem, None] = field(default_factory=dict)
    hints: int = HINTS

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the order in which they were found."""
        return tuple(self._found)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note what another part has found."""
        self._found.update(dict.fromkeys(problems))

    def add(self, code: str, message: str, span: Span, path: str, severity: Severity = Severity.ERROR) -> None:
        """Note one problem."""
        self._found[Problem(code=code, message=message, span=span, path=path, severity=severity)] = None

    def near(self, word: str, words: Iterable[str], *, cutoff: float = 0.6) -> str:
        """A hint as ``near`` gives it, while this workflow's share of time for hints lasts."""
        known = list(words)
        return near(word, known, cutoff=cutoff) if self.compares(len(known)) else ""

    def compares(self, count: int) -> bool:
        """Whether *count* more words may be compared for a hint; they count as compared from now on."""
        self.hints -= count
        return self.hints >= 0
