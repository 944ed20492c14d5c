"""The text of ``:show:`` or ``:hide:`` in, such as ``stage:ci, tag:slsa, prod-*``; terms that match parts out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from sphinx_gitops.model import Component, Group, Stage, Workflow
from sphinx_gitops.problems import Code
from sphinx_gitops.suggest import listed, near, there_are


@dataclass(frozen=True, slots=True)
class Candidate:
    """A component, or a box without any, with the boxes around it, outermost first."""

    part: Component | Group
    around: tuple[Group, ...]

    @property
    def chain(self) -> tuple[Component | Group, ...]:
        """The boxes around it, and itself."""
        return (*self.around, self.part)


def _boxes(item: Candidate) -> Iterator[Group]:
    return (part for part in item.chain if isinstance(part, Group))


_WORDS: dict[str, Callable[[Candidate], Iterator[str]]] = {
    "id": lambda item: (name for part in item.chain for name in (part.id, *part.formerly)),
    "stage": lambda item: (name for box in _boxes(item) if isinstance(box, Stage) for name in (box.id, *box.formerly)),
    "group": lambda item: (
        name for box in _boxes(item) if not isinstance(box, Stage) for name in (box.id, *box.formerly)
    ),
    "kind": lambda item: (part.kind for part in item.chain if part.kind),
    "tag": lambda item: (tag for part in item.chain for tag in part.tags),
    "owner": lambda item: (part.owner for part in item.chain if isinstance(part, Component) and part.owner),
}
"""What a term can ask for, and the words of an item that answer."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: which words of an item it reads, and the pattern that one of them must match."""

    what: str
    pattern: str

    def matches(self, item: Candidate) -> bool:
        """Whether the item, or a box around it, is meant."""
        return any(fnmatchcase(word, self.pattern) for word in _WORDS[self.what](item))


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with an option."""

    code: Code
    message: str


def items(workflow: Workflow) -> tuple[Candidate, ...]:
    """Everything that can be shown or hidden, in drawing order."""

    def walk(box: Group, around: tuple[Group, ...]) -> Iterator[Candidate]:
        inside = (*around, box)
        yield from (Candidate(component, inside) for component in box.components)
        for group in box.groups:
            yield from walk(group, inside)
        if not (box.components or box.groups):
            yield Candidate(box, around)

    return tuple(item for stage in workflow.stages for item in walk(stage, ()))


def _unmatched(text: str, term: Term, known: tuple[Candidate, ...]) -> Complaint:
    former = {old for item in known for part in item.chain for old in part.formerly}
    words = sorted({word for item in known for word in _WORDS[term.what](item)} - former)
    code = Code.UNKNOWN_ID if term.what in {"id", "stage", "group"} else Code.OPTION
    what = "thing" if term.what == "id" else term.what
    hint = near(term.pattern, words) or there_are(words)
    return Complaint(code, f"{text!r} matches no {what} of this workflow{hint}")


def _term(what: str, pattern: str, known: tuple[Candidate, ...], names: Collection[str]) -> Term | None:
    """The term that matches something; one of *names* and a dot may precede an id, as in a full name."""
    first, _, inside = pattern.partition(".")
    for written in (pattern, *([inside] if inside and first in names else [])):
        term = Term(what, written)
        if any(term.matches(item) for item in known):
            return term
    return None


def read_terms(
    text: str, known: tuple[Candidate, ...], names: Collection[str] = ()
) -> tuple[list[Term], list[Complaint]]:
    """The terms of an option that mean something, and what is wrong with the others; *names* are the workflow's."""
    terms: list[Term] = []
    complaints: list[Complaint] = []
    parts = [part for part in map(str.strip, text.split(",")) if part]
    if text and not parts:
        complaints.append(Complaint(Code.OPTION, f"{text!r} names nothing: write ids, or a word such as 'stage:ci'"))
    for part in parts:
        what, colon, pattern = (word.strip() for word in part.partition(":"))
        if not colon:
            what, pattern = "id", part
        if what not in _WORDS:
            hint = near(what, _WORDS) or f"; known: {listed(_WORDS)}"
            complaints.append(Complaint(Code.OPTION, f"{part!r} selects by nothing known{hint}"))
            continue
        term = _term(what, pattern, known, names if what in {"id", "stage", "group"} else ())
        if term:
            terms.append(term)
        else:
            complaints.append(_unmatched(part, Term(what, pattern), known))
    return terms, complaints
