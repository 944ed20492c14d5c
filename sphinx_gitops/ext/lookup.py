"""The rows of all documents as one index: names to what they lead to; drawn up when asked for, never pickled."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from sphinx_gitops.ext.rows import Row

ByDocument: TypeAlias = Mapping[str, Mapping[str, Row]]
Found: TypeAlias = tuple[str, Row]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A name that two documents give; the document that comes first by name keeps it."""

    name: str
    docname: str
    first: str


@dataclass(slots=True)
class Index:
    """Every full name with its row, whichever order the documents were read in."""

    rows: dict[str, Row] = field(default_factory=dict)
    duplicates: list[Duplicate] = field(default_factory=list)
    _ends: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: ByDocument) -> Index:
        """Draw it up; a name in use goes before a former one."""
        index = cls()
        for former in (False, True):
            for docname in sorted(documents):
                for name, row in documents[docname].items():
                    if row.former is former:
                        index._take(name, row)
        for name, row in index.rows.items():
            if row.objtype != "workflow":
                index._ends.setdefault(name.partition(".")[2], []).append(name)
        return index

    def _take(self, name: str, row: Row) -> None:
        first = self.rows.setdefault(name, row)
        both = row.objtype == first.objtype == "workflow" and not first.former and not row.former
        if first is not row and both:
            self.duplicates.append(Duplicate(name, row.docname, first.docname))

    def find(self, objtype: str, target: str, docname: str) -> Found | None:
        """A full name first, then an id of this document's workflow, then an id that one workflow has."""

        def fits(row: Row) -> bool:
            return objtype in {"", "any", row.objtype}

        row = self.rows.get(target)
        if row and fits(row):
            return target, row
        ends = [(name, row) for name, row in self._ending(target) if fits(row)]
        here = [pair for pair in ends if pair[1].docname == docname]
        for found in (here, [pair for pair in ends if not pair[1].former], ends):
            if len(found) == 1:
                return found[0]
        return None

    def _ending(self, target: str) -> Iterator[Found]:
        return ((name, self.rows[name]) for name in self._ends.get(target, ()))

    def near(self, target: str) -> str:
        """A hint with the names most like *target*, or one that asks for the full name."""
        several = [name for name, _ in self._ending(target)]
        if len(several) > 1:
            return f"; several workflows have it: {', '.join(sorted(several))}"
        words: dict[str, str] = {}
        for name in self.rows:
            words.setdefault(name, name)
            words.setdefault(name.partition(".")[2] or name, name)
        return hint(target, words)


def hint(target: str, words: Mapping[str, str]) -> str:
    """The names that stand for the words most like *target*, as a question; the empty string where none is like it."""
    close = difflib.get_close_matches(target, list(words), n=3, cutoff=0.6)
    folded = [word for word in words if word.lower() == target.lower()]
    hints = list(dict.fromkeys(words[word] for word in (*folded, *close)))
    return f"; did you mean {' or '.join(map(repr, hints))}?" if hints else ""
