"""``gitops_theme`` and ``gitops_classes`` in, swatches out, and every entry that cannot be used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sphinx_gitops.format import COLOUR, ID
from sphinx_gitops.palette import EDGE, PALETTES, PARTS, unreadable
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.reader.fields import listed, near
from sphinx_gitops.scene import Colours, Swatch

_SIDES = ("fill", "stroke", "text")


class UnusableError(ValueError):
    """One entry of ``conf.py`` that cannot be used; the text says why."""


def problem(message: str, code: Code = Code.OPTION) -> Problem:
    """One complaint about ``conf.py``."""
    return Problem(code=code, message=message, span=Span("conf.py", 1))


def mapping(value: object, keys: tuple[str, ...]) -> Mapping[str, object]:
    """The value as a mapping that has none but the given keys."""
    if not isinstance(value, Mapping):
        raise UnusableError(f"expected a mapping with {listed(keys)}, found {value!r}")
    unknown = next((key for key in value if key not in keys), None)
    if unknown is not None:
        raise UnusableError(f"unknown key {unknown!r}{near(str(unknown), keys) or '; expected one of ' + listed(keys)}")
    return value


def entries(name: str, value: object, problems: list[Problem]) -> Iterator[tuple[str, object]]:
    """The entries of a mapping whose keys are names."""
    if not isinstance(value, Mapping):
        problems.append(problem(f"{name} must be a mapping, found {value!r}"))
        return
    for key, item in value.items():
        if isinstance(key, str) and ID.fullmatch(key):
            yield key, item
        else:
            problems.append(problem(f"{name}: {key!r} is no name: use letters, digits, '_', '-' and '.'"))


def _colours(value: Mapping[str, object], base: Colours) -> Colours:
    shown = {side: value.get(side, getattr(base, side)) for side in _SIDES}
    for side, colour in shown.items():
        if not isinstance(colour, str) or not COLOUR.fullmatch(colour):
            raise UnusableError(f"{side} {colour!r} is no colour: write a hex colour such as '#1565c0'")
    return Colours(fill=str(shown["fill"]), stroke=str(shown["stroke"]), text=str(shown["text"]))


def _swatch(value: object, base: Swatch, sides: tuple[str, ...] = _SIDES) -> Swatch:
    """What is given, over *base*; colours outside ``light`` and ``dark`` count for both, unless ``light`` is given."""
    given = mapping(value, (*sides, "light", "dark"))
    common = {side: given[side] for side in sides if side in given}
    light = {**common, **mapping(given.get("light", {}), sides)}
    dark = {**(common if "light" not in given else {}), **mapping(given.get("dark", {}), sides)}
    return Swatch(light=_colours(light, base.light), dark=_colours(dark, base.dark))


def _palette(name: object, key: str, problems: list[Problem]) -> Mapping[str, Swatch]:
    """A palette by its name; the default where there is none of that name."""
    if isinstance(name, str) and name in PALETTES:
        return PALETTES[name]
    hint = near(name, PALETTES) if isinstance(name, str) else ""
    problems.append(problem(f"{key}: there is no palette {name!r}{hint or '; known: ' + listed(PALETTES)}"))
    return PALETTES["default"]


def _theme(theme: object, problems: list[Problem]) -> dict[str, Swatch]:
    """A palette by name, or a mapping that lies over one."""
    if not isinstance(theme, Mapping):
        return dict(_palette(theme, "gitops_theme", problems))
    found = dict(_palette(theme.get("base", "default"), "gitops_theme['base']", problems))
    for name, value in theme.items():
        key = f"gitops_theme[{name!r}]"
        if name == "base":
            continue
        if name not in found:
            hint = near(str(name), (*found, "base")) or f"; known: {listed(found)}"
            message = f"{key}: no class and no part of a palette{hint}; new classes go into gitops_classes"
            problems.append(problem(message))
            continue
        try:
            found[name] = _swatch(value, found[name], ("stroke",) if name == EDGE else _SIDES)
        except UnusableError as error:
            problems.append(problem(f"{key}: {error}"))
    return found


def _class(name: str, value: object, found: Mapping[str, Swatch]) -> Swatch:
    """A class of the project's own, or a built-in one with other colours."""
    if name in PARTS:
        raise UnusableError("a part of every picture, and no class: it goes into gitops_theme")
    return _swatch(value, found.get(name, found["neutral"]))


def read_swatches(theme: object, classes: object) -> tuple[dict[str, Swatch], list[Problem]]:
    """The colours of a project, and what of its ``conf.py`` could not be used."""
    problems: list[Problem] = []
    found = _theme(theme, problems)
    for name, value in entries("gitops_classes", classes, problems):
        try:
            found[name] = _class(name, value, found)
        except UnusableError as error:
            problems.append(problem(f"gitops_classes[{name!r}]: {error}"))
    return found, problems


def pale(swatches: Mapping[str, Swatch]) -> Iterator[Problem]:
    """A complaint about each class whose text cannot be read on its fill."""
    for name, swatch in swatches.items():
        yield from (problem(message, Code.LOW_CONTRAST) for message in unreadable(name, swatch))
