"""The classes of a diagram in, the classes and styles of a workflow out, whose text can be read on its fill."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sphinx_gitops.importers.diagrams.colours import hex_colour, readable_on
from sphinx_gitops.importers.diagrams.diagram import ColourClass, Diagram, DiagramPart, Remark
from sphinx_gitops.importers.diagrams.legal_ids import is_legal
from sphinx_gitops.importers.workflow.naming import id_of
from sphinx_gitops.palette import PARTS
from sphinx_gitops.suggest import near
from sphinx_gitops.vocabulary import DEFAULT

_LIKE = 0.8
"""So much alike a new class and a built-in one must not be: one would be taken for the other, misspelt."""
_EVERY = "default"
"""The class of every node that has no other."""


def _is_free(name: str) -> bool:
    if name in DEFAULT.classes:
        return True
    known = [*DEFAULT.classes, *PARTS]
    return is_legal(name) and name not in known and not near(name, known, cutoff=_LIKE)


def _styled(one: ColourClass, remarks: list[Remark]) -> dict[str, str]:
    """The colours of a class as a workflow has them: with a fill always a text that can be read on it."""
    found: dict[str, str] = {}
    for key, value in (("fill", one.fill), ("stroke", one.stroke), ("text", one.text)):
        colour = hex_colour(value)
        if colour:
            found[key] = colour
        elif value not in {"", "none", "transparent"}:
            remarks.append(
                Remark(one.line, f"the colour {value!r} of the class {one.name} is left out: it is not known")
            )
    if "fill" not in found:
        if found.pop("text", ""):
            remarks.append(Remark(one.line, f"the text colour of the class {one.name} is left out: it has no fill"))
        return found
    text = readable_on(found["fill"], found.get("text", ""))
    if found.get("text", text) != text:
        words = (
            f"the text of the class {one.name} is drawn in {text}: {found['text']} cannot be read on {found['fill']}"
        )
        remarks.append(Remark(one.line, words))
    return {**found, "text": text}


class ClassStyles:
    """The classes of one diagram."""

    def __init__(self, diagram: Diagram) -> None:
        self.remarks: list[Remark] = []
        self._defined = {one.name: one for one in diagram.classes}
        self._named: dict[str, str] = {}
        self._used: dict[str, None] = {}

    def _name(self, name: str) -> str:
        """The name that a workflow gives a class."""
        if name not in self._named:
            free = name if _is_free(name) else f"class-{id_of(name)}"
            taken = set(self._named.values())
            while free in taken:
                free += "_"
            self._named[name] = free
        return self._named[name]

    def _chosen(self, names: Iterable[str]) -> str:
        """The class that counts: the last with colours, else the first."""
        known = list(names)
        coloured = [name for name in known if any(self._colours(name))]
        return [*known[:1], *coloured][-1] if known else ""

    def _colours(self, name: str) -> tuple[str, ...]:
        one = self._defined.get(name)
        return (one.fill, one.stroke, one.text) if one else ()

    def of(self, part: DiagramPart, *, by_default: bool = True) -> str:
        """The class of a node or a box; the empty string where it has none."""
        name = self._chosen(part.classes)
        for other in part.classes:
            if other != name:
                words = f"{part.id} has the class {other} too, which is left out: a component has one"
                self.remarks.append(Remark(part.line, words))
        if not name and by_default and any(self._colours(_EVERY)):
            name = _EVERY
        if name:
            self._used[name] = None
        return self._name(name) if name else ""

    def styles(self) -> Mapping[str, Mapping[str, str]]:
        """The colours of the classes that have been asked for, but of built-in ones only where the diagram has some."""
        found = {}
        for name in self._used:
            one = self._defined.get(name)
            colours = _styled(one, self.remarks) if one else {}
            if colours or self._name(name) not in DEFAULT.classes:
                found[self._name(name)] = colours
        return found
