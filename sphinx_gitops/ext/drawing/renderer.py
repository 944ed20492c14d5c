"""Scenes in, pictures out: by the engines in their order, from the cache, with warnings that name the diagram."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx
from sphinx.util import logging

from sphinx_gitops.cache import Cache, key_of
from sphinx_gitops.emit import to_graph
from sphinx_gitops.facts import LegendEntry
from sphinx_gitops.render import (
    Engine,
    Layout,
    RenderError,
    arrange,
    chain,
    check,
    choose,
    faults,
    given,
    layout_config,
    overlay,
    paint,
)
from sphinx_gitops.render.cache import drawing_version
from sphinx_gitops.render.convert import converter
from sphinx_gitops.render.painting.picture import Picture
from sphinx_gitops.render.paper import Plan, Print, Sheet, typeset
from sphinx_gitops.render.squeeze import CLOSE, LOOSE
from sphinx_gitops.render.text_fitting.notes import annotated
from sphinx_gitops.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

_logger = logging.getLogger(__name__)

PREFIX = "\0"
"""The prefix of ids in a picture of the cache: no writer's text can have it."""
FOLDER = "gitops"
"""The cache's folder in the doctree folder."""


_Made = TypeVar("_Made", Picture, Print)


def _key(engine: Engine, source: str, config: Mapping[str, object], loose: float) -> str:
    return key_of("layout", drawing_version(), engine.name, engine.version, source, config, loose)


_failures: WeakKeyDictionary[Sphinx, dict[str, str]] = WeakKeyDictionary()
"""The keys of layouts that failed in a build, with the reason, so that each is tried once; and the warnings of them."""


class Renderer:
    """Draws the diagram *name* of a build; *node* has the place of its warnings."""

    def __init__(self, app: Sphinx, node: nodes.Node, name: str) -> None:
        self._config = app.config
        self._cache = Cache(Path(app.doctreedir) / FOLDER)
        self._node = node
        self._name = name
        self._warned = False
        self._failed = _failures.setdefault(app, {})

    def picture(self, scene: Scene, config: Mapping[str, object], *, prefix: str) -> Picture | None:
        """The picture for a page in HTML, *config* over our pins; None where no engine can draw it."""
        noted = annotated(scene)

        def draw() -> Picture | None:
            layout = self._lay(noted, overlay(layout_config(noted), config))
            return paint(noted, layout, prefix=PREFIX) if layout else None

        found = self._drawn(draw, Picture, "screen", repr(scene), config)
        return found.with_prefix(PREFIX, prefix) if found else None

    def print(
        self,
        scene: Scene,
        config: Mapping[str, object],
        sheet: Sheet,
        legend: Sequence[LegendEntry],
        *,
        prefix: str = "gitops",
    ) -> Print | None:
        """The picture for paper; None where no engine can draw it."""

        def lay(plan: Plan) -> Layout | None:
            return self._lay(plan.scene, overlay(plan.config, config), loose=CLOSE)

        def draw() -> Print | None:
            return typeset(annotated(scene), lay, sheet, prefix=PREFIX, legend=legend)

        asked = (repr(scene), config, repr(sheet), repr(legend))
        found = self._drawn(draw, Print, "paper", *asked)
        return replace(found, picture=found.picture.with_prefix(PREFIX, prefix)) if found else None

    def _drawn(self, draw: Callable[[], _Made | None], kind: type[_Made], *asked: object) -> _Made | None:
        """What was made before of what is *asked*, else what *draw* makes; kept where the first engine drew it."""
        engine = choose(self._config.gitops_engine)
        if engine is None:
            return draw()
        key = key_of(drawing_version(), engine.name, engine.version, *asked)
        content = self._cache.get(key, ".json")
        if content is not None:
            try:
                return kind.from_json(content.decode())
            except ValueError:  # a damaged entry is made, and written, again
                pass
        made = draw()
        if made and not self._warned:
            self._put(key, ".json", made.to_json().encode())
        return made

    def unknown(
        self, jobs: Iterable[tuple[Scene, Mapping[str, object]]], *, loose: float
    ) -> Iterator[tuple[str, Mapping[str, object]]]:
        """Source and configuration of *jobs*, unless the first engine has laid the first of them out already."""
        engine = choose(self._config.gitops_engine)
        for scene, config in jobs:
            source = given(scene, to_graph)
            if engine is None or self._cache.get(_key(engine, source, config, loose), ".json") is not None:
                return
            yield source, config

    def convert(self, svg: str, target: str) -> bytes | None:
        """An SVG for paper as svg, pdf or png; None, with one warning, where nothing can convert it."""
        if target == "svg":
            return svg.encode()
        tool = converter()
        if tool is None:
            self.warn(
                'no converter to PDF is installed, so diagrams show as text: pip install "sphinx-gitops[static]"',
                once=True,
            )
            return None
        key = key_of("file", tool.name, tool.version, target, svg)
        found = self._cache.get(key, f".{target}")
        if found:
            return found
        try:
            made = tool.convert(svg, target)
        except RenderError as error:
            self.warn(f"the diagram {self._name!r}: {error}; its text equivalent stands in for it")
            return None
        self._put(key, f".{target}", made)
        return made

    def file(self, content: bytes, target: str) -> Path | None:
        """A file with *content* whose name follows from it; None, with a warning, where it cannot be written."""
        return self._put(key_of("named", content.hex()), f".{target}", content)

    def _lay(self, scene: Scene, config: Mapping[str, object], *, loose: float = LOOSE) -> Layout | None:
        """The layout by the first engine that gives one."""
        engines = chain(self._config.gitops_engine)  # one is loaded when those before it have failed
        engine = next(engines, None)
        self._warn_unusable()
        if engine is None:
            self._warn_no_engine()
        source = given(scene, to_graph)
        while engine:
            key = _key(engine, source, config, loose)
            found = self._known(key, scene)
            if found:
                return found
            if key not in self._failed:
                try:
                    layout = arrange(
                        scene, source, engine=engine, config=config, timeout=self._config.gitops_timeout, loose=loose
                    )
                except RenderError as error:
                    self._failed[key] = str(error)
                else:
                    self._put(key, ".json", layout.to_json().encode())
                    return layout
            following = next(engines, None)
            self._warn_failed(engine.name, self._failed[key], following.name if following else "")
            engine = following
        return None

    def _known(self, key: str, scene: Scene) -> Layout | None:
        """A layout from the cache, if it is whole."""
        content = self._cache.get(key, ".json")
        if content is None:
            return None
        try:
            layout = Layout.from_json(content.decode())
            check(layout, scene)
        except (ValueError, RenderError):
            return None  # a damaged entry is drawn, and written, again
        return layout

    def _put(self, key: str, suffix: str, content: bytes) -> Path | None:
        try:
            return self._cache.put(key, suffix, content)
        except OSError as error:
            folder = f"{FOLDER!r} in the doctree folder"
            self.warn(f"the cache of pictures, {folder}, cannot be written: {error.strerror}", once=True)
            return None

    def _warn_failed(self, engine: str, error: str, following: str) -> None:
        """Name the diagram and the engine, once a diagram."""
        if self._warned and following:
            return
        self._warned = True
        then = f"trying {following}" if following else "its text equivalent stands in for it"
        message = f"the diagram {self._name!r} cannot be drawn by {engine}: {error}; {then}"
        if message not in self._failed:
            self._failed[message] = ""
            self.warn(message)

    def _warn_unusable(self) -> None:
        """Name an engine that is there and cannot be loaded, once a build."""
        for name, reason in faults().items():
            self.warn(f"the engine {name} is installed and cannot be used: {reason}; reinstall it", once=True)

    def _warn_no_engine(self) -> None:
        self.warn(
            f"no drawing engine (gitops_engine = {self._config.gitops_engine!r}) is installed, so diagrams show as "
            'text: pip install "sphinx-gitops[static]", or for HTML set gitops_html_output = "mermaid", whose script '
            "pages load from another site",
            once=True,
        )

    def warn(self, message: str, *, once: bool = False, code: str = "renderer") -> None:
        """One warning; *once* a build, and then without a place."""
        place = {} if once else {"location": self._node}
        _logger.warning(message, type="gitops", subtype=code, once=once, **place)  # type: ignore[arg-type]
