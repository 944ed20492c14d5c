"""Scenes in, pictures out: drawn, or taken from the cache, with warnings that name the diagram."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sphinx.util import logging

from sphinx_gitops.cache import Cache, key_of
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.source_places import node_span
from sphinx_gitops.facts import LegendEntry
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Code, Problem, Severity
from sphinx_gitops.render.direction_warnings import direction_warnings
from sphinx_gitops.render.drawing import Budget, Picture, RenderError, draw, drawing_version
from sphinx_gitops.render.printing.paper import SMALLEST, Print, Sheet, typeset
from sphinx_gitops.scene import Scene

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_logger = logging.getLogger(__name__)

PREFIX = "\0"
"""The prefix of ids in a picture of the cache: no writer's text can have it."""
FOLDER = "gitops"
"""The cache's folder in the doctree folder."""


_SHOWN = 8
"""So many letters that a font lacks are named."""

_Made = TypeVar("_Made", Picture, Print)


class Renderer:
    """Draws the diagrams of a *workflow* in a build; *node* has the place of its warnings."""

    def __init__(self, app: Sphinx, node: nodes.Element, workflow: Workflow) -> None:
        self._cache = Cache(Path(app.doctreedir) / FOLDER)
        self._node = node
        self._workflow = workflow
        self._name = workflow.id

    def picture(self, scene: Scene, budget: Budget, *, prefix: str) -> Picture | None:
        """The picture for a page in HTML; None, with a warning, where it cannot be drawn."""
        found = self._drawn(
            lambda: draw(scene, prefix=PREFIX, budget=budget), Picture, "screen", repr(scene), repr(budget)
        )
        if found is None:
            return None
        if found.turned:
            words = f"the stages of {self._name!r} do not fit beside each other in {budget.width:g} px"
            self._inform(Code.TURNED, f"{words}: they are below one another; 'direction: TB' says so")
        report(direction_warnings(self._workflow, found))
        return found.with_prefix(PREFIX, prefix)

    def print(
        self, scene: Scene, sheet: Sheet, legend: Sequence[LegendEntry], *, prefix: str = "gitops"
    ) -> Print | None:
        """The picture for paper; None, with a warning, where it cannot be drawn."""
        asked = (repr(scene), repr(sheet), repr(legend))
        found = self._drawn(lambda: typeset(scene, sheet, prefix=PREFIX, legend=legend), Print, "paper", *asked)
        if found is None:
            return None
        if found.text < SMALLEST:
            self.warn(
                f"the diagram {self._name!r} is too large for its page: its text would have {found.text:.1f} pt; "
                "':collapse: stages' draws each stage as one node, ':show: stage:NAME' a part, or split the workflow",
                code="too-small",
            )
        report(direction_warnings(self._workflow, found.picture))
        return replace(found, picture=found.picture.with_prefix(PREFIX, prefix))

    def _drawn(self, make: Callable[[], _Made], kind: type[_Made], *asked: object) -> _Made | None:
        """What was made before of what is *asked*, else what *make* makes."""
        key = key_of(drawing_version(), *asked)
        content = self._cache.get(key, ".json")
        if content is not None:
            try:
                return kind.from_json(content.decode())
            except ValueError:  # a damaged entry is made, and written, again
                pass
        try:
            made = make()
        except RenderError as error:
            self._warn_failed(error)
            return None
        self._put(key, ".json", made.to_json().encode())
        return made

    def convert(self, svg: str, target: str) -> bytes | None:
        """An SVG for paper as svg, pdf or png; None, with a warning, where it cannot be converted."""
        if target == "svg":
            return svg.encode()
        from sphinx_gitops.render.printing.converters import (  # noqa: PLC0415 - pages of HTML need none
            BuiltInConverter,
            converter,
        )
        from sphinx_gitops.render.printing.pdf import missing_letters  # noqa: PLC0415 - the same

        try:
            tool = converter(svg)
            key = key_of("file", tool.name, tool.version, target, svg)
            found = self._cache.get(key, f".{target}")
            made = found or tool.convert(svg, target)
            lacking = "" if tool.name != BuiltInConverter.name else missing_letters(svg)
        except RenderError as error:
            self._warn_failed(error)
            return None
        if lacking:
            letters = " ".join(lacking[:_SHOWN]) + (" …" if len(lacking) > _SHOWN else "")
            self.warn(
                f"the diagram {self._name!r}: the font of pictures on paper has no {letters}: install rsvg-convert, "
                "which takes the fonts of the system"
            )
        if not found:
            self._put(key, f".{target}", made)
        return made

    def file(self, content: bytes, target: str) -> Path | None:
        """A file with *content* whose name follows from it; None, with a warning, where it cannot be written."""
        return self._put(key_of("named", content.hex()), f".{target}", content)

    def _put(self, key: str, suffix: str, content: bytes) -> Path | None:
        try:
            return self._cache.put(key, suffix, content)
        except OSError as error:
            folder = f"{FOLDER!r} in the doctree folder"
            self.warn(f"the cache of pictures, {folder}, cannot be written: {error.strerror}", once=True)
            return None

    def _warn_failed(self, error: RenderError) -> None:
        self.warn(f"the diagram {self._name!r}: {error}; its text equivalent stands in for it")

    def _inform(self, code: Code, message: str) -> None:
        report([Problem(code=code, message=message, span=node_span(self._node), severity=Severity.INFO)])

    def warn(self, message: str, *, once: bool = False, code: str = "renderer") -> None:
        """One warning; *once* a build, and then without a place."""
        place = {} if once else {"location": self._node}
        _logger.warning(message, type="gitops", subtype=code, once=once, **place)  # type: ignore[arg-type]
