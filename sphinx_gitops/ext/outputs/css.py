"""Swatches in, CSS out: custom properties in light and in dark, as the common themes tell the two apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sphinx_gitops.identifiers import css_name
from sphinx_gitops.palette import EDGE
from sphinx_gitops.scene import Colours, Swatch

CLIENT = "gitops-client"
"""The class of figures that Mermaid draws in the browser, where no CSS reaches its colours: they stay light."""
_SWITCHED = ('body[data-theme="dark"]', 'html[data-theme="dark"]')
"""Selectors of a page that is dark by its reader's choice: furo; pydata-sphinx-theme and those made from it."""
_FOLLOWING = ('body[data-theme="auto"]', 'html[data-theme="auto"]', 'html[data-mode="auto"]:not([data-theme="light"])')
"""Selectors of a page that follows the system."""
_SCRIPTLESS = "body:not([data-theme]):has(>.sidebar-toggle)"
"""Furo without its script, which follows the system too; a rule of its own, for browsers that do not know ``:has``."""


def _properties(name: str, colours: Colours) -> str:
    stem = f"--gitops-{css_name(name)}"
    if name == EDGE:
        return f"{stem}-stroke:{colours.stroke};"
    return f"{stem}-fill:{colours.fill};{stem}-stroke:{colours.stroke};{stem}-text:{colours.text};"


def properties(swatches: Mapping[str, Swatch], *, dark: bool) -> str:
    """The custom properties of one side, a line for each swatch."""
    sides = ((name, swatch.dark if dark else swatch.light) for name, swatch in swatches.items())
    return "\n".join(_properties(name, colours) for name, colours in sides)


def rules(swatches: Mapping[str, Swatch], scope: str = "") -> Iterator[str]:
    """The rules that set the colours of everything inside *scope*, or of whole pages; paper stays light."""
    light, dark = (properties(swatches, dark=side) for side in (False, True))

    inner = f" {scope}:not(.{CLIENT})" if scope else ""

    def within(pages: tuple[str, ...]) -> str:
        return ",".join(page + inner for page in pages)

    yield f"{scope or f':root,.{CLIENT}'}{{\n{light}\n}}"
    yield f"@media not print{{\n{within(_SWITCHED)}{{\n{dark}\n}}\n}}"
    yield f"@media screen and (prefers-color-scheme:dark){{\n{within(_FOLLOWING)}{{\n{dark}\n}}"
    yield f"{within((_SCRIPTLESS,))}{{\n{dark}\n}}\n}}"
