"""The kinds of components and stages, each with its class, mark and shape, and the colour classes, as one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sphinx_gitops import palette
from sphinx_gitops.model import Mark
from sphinx_gitops.scene import Shape, Swatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a kind decides: the colour class, the mark, the outline, and the path data of a glyph of the project's."""

    name: str
    colour: str
    mark: Mark | None = None
    shape: Shape = Shape.RECTANGLE
    glyph: str = ""


def _kinds(colour: str, names: str, mark: Mark | None = None, shape: Shape = Shape.RECTANGLE) -> dict[str, Kind]:
    return {name: Kind(name=name, colour=colour, mark=mark, shape=shape) for name in names.split()}


KINDS: dict[str, Kind] = {
    **_kinds("source", "repository application-repository infrastructure-repository", shape=Shape.CYLINDER),
    **_kinds("source", "branch"),
    **_kinds("source", "environment-config", shape=Shape.DOCUMENT),
    **_kinds("source", "manifests", shape=Shape.DOCUMENTS),
    **_kinds("build", "build pipeline"),
    **_kinds("build", "registry", shape=Shape.CYLINDER),
    **_kinds("verify", "test lint quality-gate", Mark.VERIFICATION),
    **_kinds("verify", "approval", Mark.VERIFICATION, Shape.MANUAL),
    **_kinds("verify", "decision", shape=Shape.DIAMOND),
    **_kinds("security", "security-scan compliance signing policy", Mark.SECURITY),
    **_kinds("ops", "operator", shape=Shape.HEXAGON),
    **_kinds("ops", "promotion", shape=Shape.LEAN_RIGHT),
    **_kinds("ops", "rollback", shape=Shape.LEAN_LEFT),
    **_kinds("ops", "reconciler drift-detector", Mark.SYNC, Shape.HEXAGON),
    **_kinds("manage", "config-manager"),
    **_kinds("manage", "state-store", shape=Shape.CYLINDER),
    **_kinds("manage", "secret-manager", Mark.SECURITY, Shape.VAULT),
    **_kinds("platform", "environment", shape=Shape.STADIUM),
    **_kinds("platform", "cluster service-mesh", shape=Shape.STACK),
    **_kinds("monitor", "monitoring health deployment-status", shape=Shape.DISPLAY),
    **_kinds("monitor", "alert"),
    **_kinds("monitor", "logging audit-log", shape=Shape.LINED_DOCUMENT),
    **_kinds("neutral", "person external-system chat artifact event"),
}
"""Kinds of components (FORMAT, section Kinds)."""

STAGE_KINDS: dict[str, str] = {
    "source": "source",
    "ci": "build",
    "cd": "ops",
    "platform": "platform",
    "monitoring": "monitor",
}
"""Kinds of stages, and the colour class each hands down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The kinds and colours of one project: the built-in ones and those of its ``conf.py``.

    ``class_titles`` are the words of a legend for classes, where the project has some of its own; ``icons`` says
    whether kinds have glyphs.
    """

    kinds: Mapping[str, Kind]
    swatches: Mapping[str, Swatch]
    class_titles: Mapping[str, str] = field(default_factory=dict)
    icons: bool = True

    @property
    def classes(self) -> Mapping[str, Swatch]:
        """The colour classes that a part may have."""
        return {name: swatch for name, swatch in self.swatches.items() if name not in palette.PARTS}

    def with_kinds(self, kinds: Mapping[str, Kind]) -> Vocabulary:
        """The same vocabulary with more kinds."""
        return replace(self, kinds={**self.kinds, **kinds})

    def with_class_titles(self, titles: Mapping[str, str]) -> Vocabulary:
        """The same vocabulary with a project's own words for classes."""
        return replace(self, class_titles={**self.class_titles, **titles})

    def with_swatches(self, swatches: Mapping[str, Swatch]) -> Vocabulary:
        """The same vocabulary with more colours, or others."""
        return replace(self, swatches={**self.swatches, **swatches})


DEFAULT = Vocabulary(kinds=KINDS, swatches=palette.DEFAULT)
