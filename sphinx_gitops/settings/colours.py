"""``gitops_theme`` and ``gitops_classes`` in, swatches out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sphinx_gitops.format import COLOUR
from sphinx_gitops.palette import EDGE, PALETTES, PARTS, unreadable
from sphinx_gitops.problems import Code, Problem, Severity, Span
from sphinx_gitops.scene import Colours, Swatch
from sphinx_gitops.settings.faults import CONF, Faults
from sphinx_gitops.suggest import listed, near

_SIDES = ("fill", "stroke", "text")


def _colours(value: Mapping[str, object], base: Colours, path: str, faults: Faults) -> Colours:
    shown: dict[str, str] = {}
    for side in _SIDES:
        colour = value.get(side, getattr(base, side))
        if isinstance(colour, str) and COLOUR.fullmatch(colour):
            shown[side] = colour
        else:
            faults.add(path, f"{side} {colour!r} is no colour: write a hex colour such as '#1565c0'")
            shown[side] = getattr(base, side)
    return Colours(**shown)


def _swatch(value: object, base: Swatch, path: str, faults: Faults, sides: tuple[str, ...] = _SIDES) -> Swatch:
    """What is given, over *base*; colours outside ``light`` and ``dark`` count for both, unless ``light`` is given."""
    given = faults.mapping(value, (*sides, "light", "dark"), path)
    common = {side: given[side] for side in sides if side in given}
    light = faults.mapping(given.get("light", {}), sides, path)
    dark = faults.mapping(given.get("dark", {}), sides, path)
    before = len(faults.problems)
    shown = _colours({**common, **light}, base.light, path, faults)
    again = Faults() if len(faults.problems) > before and not dark else faults  # one fault of both is told once
    return Swatch(
        light=shown, dark=_colours({**(common if "light" not in given else {}), **dark}, base.dark, path, again)
    )


def _palette(name: object, path: str, faults: Faults) -> Mapping[str, Swatch]:
    """A palette by its name; the default where there is none of that name."""
    return PALETTES[faults.word(name, "palette", tuple(PALETTES), path) or "default"]


def _theme(theme: object, faults: Faults) -> dict[str, Swatch]:
    """A palette by name, or a mapping that lies over one."""
    if not isinstance(theme, Mapping):
        return dict(_palette(theme, "gitops_theme", faults))
    found = dict(_palette(theme.get("base", "default"), "gitops_theme['base']", faults))
    for name, value in theme.items():
        path = f"gitops_theme[{name!r}]"
        if name == "base":
            continue
        if name in found:
            found[name] = _swatch(value, found[name], path, faults, ("stroke",) if name == EDGE else _SIDES)
            continue
        hint = near(str(name), (*found, "base")) or f"; known: {listed(found)}"
        faults.add(path, f"no class and no part of a palette{hint}; new classes go into gitops_classes")
    return found


def read_swatches(theme: object, classes: object, faults: Faults) -> dict[str, Swatch]:
    """The colours of a project by the names of classes and parts of the picture."""
    found = _theme(theme, faults)
    for name, value in faults.entries("gitops_classes", classes):
        path = f"gitops_classes[{name!r}]"
        if name in PARTS:
            faults.add(path, "a part of every picture, and no class: it goes into gitops_theme")
        else:
            colours = (
                {side: one for side, one in value.items() if side != "title"} if isinstance(value, Mapping) else value
            )
            found[name] = _swatch(colours, found.get(name, found["neutral"]), path, faults)
    return found


def read_titles(classes: object, faults: Faults) -> dict[str, str]:
    """The words that a legend has for classes, where ``gitops_classes`` gives some; faults of the mapping are known."""
    found: dict[str, str] = {}
    for name, value in classes.items() if isinstance(classes, Mapping) else ():
        title = value.get("title") if isinstance(value, Mapping) else None
        if isinstance(title, str) and title.strip():
            found[str(name)] = " ".join(title.split())
        elif title is not None:
            faults.add(f"gitops_classes[{name!r}]", f"title {title!r} is no text")
    return found


def pale(
    swatches: Mapping[str, Swatch], lines: Mapping[str, Span] | None = None, classes: object = None
) -> Iterator[Problem]:
    """A complaint about each class whose text cannot be read on its fill, where ``conf.py`` gives its colours."""
    for name, swatch in swatches.items():
        setting = "gitops_classes" if isinstance(classes, Mapping) and name in classes else "gitops_theme"
        for message in unreadable(name, swatch):
            span = (lines or {}).get(setting, CONF)
            yield Problem(code=Code.LOW_CONTRAST, message=message, span=span, severity=Severity.WARNING)
