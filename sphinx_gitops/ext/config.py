"""What ``conf.py`` may say, and the vocabulary that follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sphinx.config import ENUM

from sphinx_gitops.ext.report import report
from sphinx_gitops.format import COLOUR, ID
from sphinx_gitops.model import Mark
from sphinx_gitops.palette import PALETTE
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.render import known
from sphinx_gitops.scene import Colours, Shape, Swatch
from sphinx_gitops.vocabulary import DEFAULT, Kind, Vocabulary

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

HTML_OUTPUTS = ("auto", "svg", "mermaid")
_SIDES = ("fill", "stroke", "text")


class _UnusableError(ValueError):
    """One entry of ``conf.py`` that cannot be used; the text says why."""


def _mapping(value: object, keys: tuple[str, ...]) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise _UnusableError(f"expected a mapping with {', '.join(keys)}, found {value!r}")
    unknown = [str(key) for key in value if key not in keys]
    if unknown:
        raise _UnusableError(f"unknown key {unknown[0]!r}; expected one of {', '.join(keys)}")
    return value


def _colours(value: Mapping[str, object], base: Colours) -> Colours:
    shown = {side: value.get(side, getattr(base, side)) for side in _SIDES}
    for side, colour in shown.items():
        if not isinstance(colour, str) or not COLOUR.fullmatch(colour):
            raise _UnusableError(f"{side} {colour!r} is no colour: write a hex colour such as '#1565c0'")
    return Colours(fill=str(shown["fill"]), stroke=str(shown["stroke"]), text=str(shown["text"]))


def _swatch(name: str, value: object) -> Swatch:
    base = PALETTE.get(name, PALETTE["neutral"])
    given = _mapping(value, (*_SIDES, "light", "dark"))
    common = {side: given[side] for side in _SIDES if side in given}
    light = {**common, **_mapping(given.get("light", {}), _SIDES)}
    dark = {**(common if "light" not in given else {}), **_mapping(given.get("dark", {}), _SIDES)}
    return Swatch(light=_colours(light, base.light), dark=_colours(dark, base.dark))


def _kind(name: str, value: object, classes: Mapping[str, Swatch]) -> Kind:
    given = _mapping(value, ("class", "mark", "shape"))
    colour = str(given.get("class", "neutral"))
    mark, shape = str(given.get("mark", "none")), str(given.get("shape", "rectangle"))
    if colour not in classes:
        raise _UnusableError(f"there is no class {colour!r}; known: {', '.join(sorted(classes))}")
    if mark != "none" and mark not in {member.value for member in Mark}:
        raise _UnusableError(f"there is no mark {mark!r}; known: sync, verification, security, none")
    if shape not in {member.value for member in Shape}:
        raise _UnusableError(f"there is no shape {shape!r}; known: {', '.join(member.value for member in Shape)}")
    return Kind(name=name, colour=colour, mark=None if mark == "none" else Mark(mark), shape=Shape(shape))


def _entries(name: str, value: object, problems: list[Problem]) -> Iterator[tuple[str, object]]:
    if not isinstance(value, Mapping):
        problems.append(_problem(f"{name} must be a mapping, found {value!r}"))
        return
    for key, item in value.items():
        if isinstance(key, str) and ID.fullmatch(key):
            yield key, item
        else:
            problems.append(_problem(f"{name}: {key!r} is no name: use letters, digits, '_', '-' and '.'"))


def _problem(message: str) -> Problem:
    return Problem(code=Code.OPTION, message=message, span=Span("conf.py", 1))


def build_vocabulary(kinds: object, classes: object) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary of a project, and what of its ``conf.py`` could not be used."""
    problems: list[Problem] = []
    more_classes: dict[str, Swatch] = {}
    for name, value in _entries("gitops_classes", classes, problems):
        try:
            more_classes[name] = _swatch(name, value)
        except _UnusableError as error:
            problems.append(_problem(f"gitops_classes[{name!r}]: {error}"))
    found = DEFAULT.with_classes(more_classes)
    more_kinds: dict[str, Kind] = {}
    for name, value in _entries("gitops_kinds", kinds, problems):
        try:
            more_kinds[name] = _kind(name, value, found.classes)
        except _UnusableError as error:
            problems.append(_problem(f"gitops_kinds[{name!r}]: {error}"))
    return found.with_kinds(more_kinds), problems


def vocabulary(config: Config) -> Vocabulary:
    """The vocabulary of this build."""
    return build_vocabulary(config.gitops_kinds, config.gitops_classes)[0]


def _check(app: Sphinx, config: Config) -> None:
    _, problems = build_vocabulary(config.gitops_kinds, config.gitops_classes)
    report(problems)
    engine = config.gitops_engine
    if engine not in {"auto", *known()}:
        report([_problem(f"gitops_engine: there is no engine {engine!r}; known: auto, {', '.join(known())}")])


def setup(app: Sphinx) -> None:
    """Declare the configuration values."""
    app.add_config_value("gitops_html_output", "auto", "env", ENUM(*HTML_OUTPUTS))
    app.add_config_value("gitops_engine", "auto", "env", (str,))
    app.add_config_value("gitops_timeout", 20.0, "env", (int, float))
    app.add_config_value("gitops_kinds", {}, "env", (dict,))
    app.add_config_value("gitops_classes", {}, "env", (dict,))
    app.connect("config-inited", _check)
