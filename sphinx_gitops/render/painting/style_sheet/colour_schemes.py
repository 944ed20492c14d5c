"""Swatches in, CSS out: custom properties in light and in dark, as every theme tells the two apart.

A theme that sets ``color-scheme`` is followed by ``light-dark()`` alone. The others say on the page's root that it is
dark, each in its own way: the table has their signs, and a new one goes there. Paper is light.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sphinx_gitops.identifiers import css_name
from sphinx_gitops.palette import EDGE
from sphinx_gitops.scene import Colours, Swatch

CLIENT = "gitops-client"
"""The class of figures that Mermaid draws in the browser, where no CSS reaches its colours: they stay light."""

DARK = (
    'html[data-theme="dark"]',  # pydata and those made from it, shibuya
    'body[data-theme="dark"]',  # furo, piccolo
    "html.dark",  # awesome, tailwind's way
    "html.dark-mode",
    "html.theme-dark",
    "body.theme-dark",
    "body.dark",
    "body.dark-mode",
    'html[data-mode="dark"]:not([data-theme="light"])',
    '[data-md-color-scheme="slate"]',  # immaterial
    '[data-bs-theme="dark"]',  # Bootstrap, nefertiti
    'html[data-color-mode="dark"]',
    'html[data-color-scheme="dark"]',
)
"""What a page says that is dark by its reader's choice."""
LIGHT = (
    'html[data-theme="light"]',
    'body[data-theme="light"]',
    "html.light",
    "html.theme-light",
    "body.theme-light",
    'html[data-mode="light"]',
    '[data-md-color-scheme="default"]',
    '[data-bs-theme="light"]',
    'html[data-color-mode="light"]',
    'html[data-color-scheme="light"]',
)
"""What a page says that is light by its reader's choice, also where the system is dark."""
FOLLOWING = (
    'body[data-theme="auto"]',
    'html[data-theme="auto"]',
    'html[data-mode="auto"]:not([data-theme="light"])',
    'html[data-color-mode="auto"]',
    'html[data-color-mode="system"]',
)
"""What a page says that follows the system."""
SCRIPTLESS = "body:not([data-theme]):has(>.sidebar-toggle)"
"""Furo without its script, which follows the system too; a rule of its own, for browsers that do not know ``:has``."""

KNOWN = frozenset(
    {
        "agogo",
        "alabaster",
        "ansys_sphinx_theme",
        "basic",
        "bizstyle",
        "book",
        "breeze",
        "canonical_sphinx",
        "classic",
        "default",
        "epub",
        "furo",
        "haiku",
        "insipid",
        "nature",
        "piccolo_theme",
        "pydata_sphinx_theme",
        "pyramid",
        "python_docs_theme",
        "scrolls",
        "shibuya",
        "sphinx_book_theme",
        "sphinx_immaterial",
        "sphinx_nefertiti",
        "sphinx_rtd_theme",
        "sphinx_wagtail_theme",
        "sphinxawesome_theme",
        "sphinxdoc",
        "traditional",
    }
)
"""The themes that have no dark pages, or whose sign the table has; under others a picture has a light plate."""

_PARTS = ("figure.gitops-workflow", ".gitops-outline-body")
"""What on a page has colours of ours."""
_SUPPORTED = "(color:light-dark(#000,#fff))"
_SELECTOR = re.compile(r"""[\w\s.#:\[\]="'~^$*|()>+-]+""")


_PAIRS = (("(", ")"), ("[", "]"))
_QUOTES = "\"'"


def _is_closed(text: str) -> bool:
    """Whether every bracket and every quote that is opened is closed."""
    brackets = all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS)
    return brackets and not any(text.count(quote) % 2 for quote in _QUOTES)


def read_sign(text: object) -> str:
    """A project's own sign of dark pages, a CSS selector. Raises ValueError where it could end its rule."""
    if not (isinstance(text, str) and _SELECTOR.fullmatch(text) and _is_closed(text)):
        raise ValueError(f"{text!r} is no CSS selector such as 'html.night'")
    return text.strip()


def _sides(name: str, colours: Colours) -> Iterator[tuple[str, str]]:
    """The custom properties of a swatch with their values on one side."""
    stem = f"--gitops-{css_name(name)}"
    if name != EDGE:
        yield f"{stem}-fill", colours.fill
    yield f"{stem}-stroke", colours.stroke
    if name != EDGE:
        yield f"{stem}-text", colours.text


def properties(swatches: Mapping[str, Swatch], *, dark: bool) -> str:
    """The custom properties of one side, a line for each swatch."""
    lines = (_sides(name, swatch.dark if dark else swatch.light) for name, swatch in swatches.items())
    return "\n".join("".join(f"{name}:{value};" for name, value in line) for line in lines)


def both_properties(swatches: Mapping[str, Swatch]) -> str:
    """The custom properties of both sides, for browsers that choose by ``color-scheme``."""
    lines: list[str] = []
    for name, swatch in swatches.items():
        pairs = zip(_sides(name, swatch.light), _sides(name, swatch.dark), strict=True)
        lines.append("".join(f"{key}:light-dark({light},{dark});" for (key, light), (_, dark) in pairs))
    return "\n".join(lines)


def rules(swatches: Mapping[str, Swatch], scope: str = "", signs: Sequence[str] = ()) -> Iterator[str]:
    """The rules that set the colours of everything inside *scope*, or of whole pages; *signs* are a project's own."""
    light, dark = (properties(swatches, dark=side) for side in (False, True))
    inner = f" {scope}:not(.{CLIENT})" if scope else ""

    def within(pages: Sequence[str]) -> str:
        return ",".join(page + inner for page in pages)

    yield f"{scope or f':root,.{CLIENT}'}{{\n{light}\n}}"
    target = f"{scope}:not(.{CLIENT})" if scope else ":root"
    yield f"@supports {_SUPPORTED}{{\n{target}{{\n{both_properties(swatches)}\n}}\n}}"
    yield f"@supports not {_SUPPORTED}{{\n@media not print{{\n{within((*DARK, *signs))}{{\n{dark}\n}}\n}}"
    yield f"@media screen and (prefers-color-scheme:dark){{\n{within(FOLLOWING)}{{\n{dark}\n}}"
    yield f"{within((SCRIPTLESS,))}{{\n{dark}\n}}\n}}\n}}"


def scheme_rules(signs: Sequence[str] = ()) -> Iterator[str]:
    """The rules that make pictures follow a page that says in its own way that it is dark, or light."""
    parts = f":is({','.join(_PARTS)})"

    def within(pages: Sequence[str], scheme: str) -> str:
        return f":is({','.join(pages)}) {parts}{{color-scheme:{scheme}}}"

    if signs:
        yield f"@media not print{{\n{within(signs, 'dark')}\n}}"
        return
    yield "@media screen and (prefers-color-scheme:dark){"
    yield f"{within(FOLLOWING, 'dark')}\n{SCRIPTLESS} {parts}{{color-scheme:dark}}\n}}"
    yield f"{within(LIGHT, 'light')}"
    yield f"@media not print{{\n{within(DARK, 'dark')}\n}}"
    yield f"@media print{{\n:root {parts}{{color-scheme:light!important}}\n}}"
    yield f"figure.{CLIENT}.{CLIENT}{{color-scheme:light!important}}"


def plate_rule() -> str:
    """The rules for pages whose theme is not known: a light picture on a light plate, whatever the page is.

    So are the signs of its legend; their words have the colour of the page.
    """
    figure = f"figure.gitops-workflow:not(.{CLIENT})"
    return (
        f"{figure}{{color-scheme:light!important}}\n"
        f"{figure} .gitops-diagram{{background:#fff;padding:.75rem;border-radius:6px}}\n"
        f"{figure} .gitops-sign{{background:#fff;border-radius:4px}}"
    )
