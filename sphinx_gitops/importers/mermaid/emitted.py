"""Names in a flowchart in, what they were before ``sphinx-gitops emit`` out, where the flowchart is one of those."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sphinx_gitops.identifiers import mermaid_key, note_key
from sphinx_gitops.importers.diagrams.diagram import ColourClass
from sphinx_gitops.importers.mermaid.vertices import Vertex
from sphinx_gitops.model import FlowKind, Mark
from sphinx_gitops.scene import MARK_GLYPHS, Shape
from sphinx_gitops.styles import FLOW_STYLES
from sphinx_gitops.vocabulary import DEFAULT, KINDS

_CODE = re.compile("_([0-9a-f]+)_")
_CLASS = "gitops_"
_LOOKS = frozenset(
    [
        "gitopsStage",
        "gitopsGroup",
        "gitopsNote",
        "gitopsFocus",
        "gitopsStrong",
        "gitopsProduction",
        "gitopsDashed",
        "gitopsForeign",
    ]
)
_SIGN = re.compile(f"^[{''.join(MARK_GLYPHS.values())}] ")


def _look(kind: FlowKind) -> tuple[str, str, str]:
    """The stroke of a kind of flow in light, its width, and its dashes."""
    style = FLOW_STYLES[kind]
    return DEFAULT.swatches[style.colour].light.stroke, f"{style.width:g}px", style.dashes


_LOOKS_OF_FLOWS = {_look(kind): kind for kind in FlowKind}
_LOOK = ("stroke", "stroke-width", "stroke-dasharray")


def flow_kind(styles: str, drawn: FlowKind) -> FlowKind:
    """The kind of a flow by the style that ``emit`` gives it; in colours of others it is as it is *drawn*."""
    pairs = (text.partition(":") for text in styles.split(","))
    values = {name.strip(): value.strip() for name, _, value in pairs}
    stroke, width, dashes = (values.get(name, "") for name in _LOOK)
    return _LOOKS_OF_FLOWS.get((stroke, width, dashes), drawn)


_SHAPES = {
    Shape.CYLINDER: "cylinder",
    Shape.DOCUMENT: "doc",
    Shape.DOCUMENTS: "docs",
    Shape.HEXAGON: "hexagon",
    Shape.VAULT: "subroutine",
    Shape.STADIUM: "stadium",
    Shape.STACK: "procs",
    Shape.DISPLAY: "curv-trap",
    Shape.LINED_DOCUMENT: "lin-doc",
    Shape.MANUAL: "inv_trapezoid",
    Shape.LEAN_RIGHT: "lean_right",
    Shape.LEAN_LEFT: "lean_left",
    Shape.DIAMOND: "diamond",
}
"""What a flowchart calls each outline that only a kind gives a component."""
_KINDS: dict[tuple[str, str, Mark | None], list[str]] = {}
for _kind in KINDS.values():
    if _kind.shape in _SHAPES:
        _KINDS.setdefault((_SHAPES[_kind.shape], _kind.colour, _kind.mark), []).append(_kind.name)


def _decoded(text: str) -> str:
    """The name that was coded in letters, digits and underscores; the text itself where it is no code."""
    try:
        return _CODE.sub(lambda found: chr(int(found[1], 16)), text)
    except (ValueError, OverflowError):
        return text


class Names:
    """What the names of one flowchart mean; ``is_ours`` says that it was emitted from a workflow."""

    def __init__(self, classes: Iterable[str]) -> None:
        self.is_ours = any(name in _LOOKS or name.startswith(_CLASS) for name in classes)

    def id(self, key: str) -> str:
        """The id that a key was made of."""
        name = _decoded(key.removeprefix("id_")) if self.is_ours and key.startswith("id_") else key
        return name if name and mermaid_key(name) == key else key

    def annotated(self, key: str) -> str:
        """The key of the part whose note a node is; the empty string where it is a part itself."""
        return key.removeprefix(note_key("")) if self.is_ours and key.startswith(note_key("")) else ""

    def classes(self, names: Iterable[str]) -> tuple[str, ...]:
        """The classes without those that say how boxes and borders look."""
        if not self.is_ours:
            return tuple(dict.fromkeys(names))
        return tuple(dict.fromkeys(self._class(name) for name in names if name not in _LOOKS))

    def _class(self, name: str) -> str:
        return _decoded(name.removeprefix(_CLASS)) if self.is_ours else name

    def is_foreign(self, vertex: Vertex) -> bool:
        """Whether a node is a part of another workflow."""
        return self.is_ours and "gitopsForeign" in vertex.classes

    def look(self, vertex: Vertex, label: str) -> tuple[str, str, Mark | None]:
        """The kind, the class and the mark of a node, as far as its looks tell them, of what is no one's else."""
        colour = next(iter(self.classes(vertex.classes)), "")
        mark = next((mark for mark, sign in MARK_GLYPHS.items() if label.startswith(f"{sign} ")), None)
        kinds = _KINDS.get((vertex.shape, colour, mark), ())
        return (kinds[0], "", None) if len(kinds) == 1 else ("", colour, mark)

    def own(self, classes: Iterable[ColourClass]) -> Iterator[ColourClass]:
        """The classes with colours that every workflow has not anyway."""
        for one in classes:
            name = self._class(one.name)
            if not (self.is_ours and (name in DEFAULT.classes or one.name in _LOOKS)):
                yield ColourClass(name=name, line=one.line, fill=one.fill, stroke=one.stroke, text=one.text)

    def unsigned(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        """The lines of a label without the sign before the first."""
        return (_SIGN.sub("", lines[0]), *lines[1:]) if self.is_ours and lines else lines
