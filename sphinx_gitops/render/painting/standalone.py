"""A picture as a file of its own: plain colours, links to addresses outside, and nothing that leads nowhere.

What shows such a file knows no variables of a page: librsvg, Inkscape, code hosts. The file of a picture that a page
shows as well is for browsers alone, and keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias
from urllib.parse import unquote

from sphinx_gitops.identifiers import css_name
from sphinx_gitops.model import Workflow
from sphinx_gitops.render.markup import quoteattr
from sphinx_gitops.render.painting.style_sheet.colour_schemes import properties
from sphinx_gitops.render.painting.style_sheet.emphasis_rules import emphasis_rules
from sphinx_gitops.scene import Swatch

ColourScheme: TypeAlias = Literal["light", "dark", "auto"]
"""Which colours of a swatch a file has; ``auto`` follows ``prefers-color-scheme``, light where that is unknown."""
SIDES: tuple[ColourScheme, ...] = ("light", "dark", "auto")
"""Each of them."""

_GROUND, _NIGHT = "#ffffff", "#131416"
"""What is behind a picture on a light and on a dark screen."""
_HREF = re.compile(r'(<a class="[^"]*" )href="gitops:([^"]*)"')
_EDGE = re.compile(r'(<a class="gitops-label" )href="gitops-flow:(\d+)"')
_LINK = re.compile(r'<a class="([^"]*)" href="gitops:([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)


def addresses(workflow: Workflow) -> dict[str, str]:
    """The pages of its components, by id."""
    return {component.id: component.url for component in workflow.components() if component.url}


def _spelled(colour: str, blanks: int) -> str:
    """A hex colour as itself, or with so many *blanks* in the other notation of SVG 1.1, which no hex colour equals."""
    if not blanks:
        return colour
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = (str(int(digits[at : at + 2], 16)) for at in (0, 2, 4))
    return f"rgb({(',' + ' ' * (blanks - 1)).join(parts)})"


@dataclass(slots=True)
class PlainInk:
    """The colours of *swatches* as paints without variables; what is painted tells which of them ``style`` needs."""

    swatches: Mapping[str, Swatch]
    side: ColourScheme
    _painted: dict[str, str] = field(default_factory=dict)

    def __call__(self, name: str, colour: str) -> str:
        """The paint for a CSS variable's name and its light colour."""
        if self.side == "light":
            return colour
        dark = self._dark().get(name, colour)
        return dark if self.side == "dark" else self._both(colour, dark)

    def _dark(self) -> dict[str, str]:
        return {
            f"{css_name(name)}-{role}": getattr(swatch.dark, role)
            for name, swatch in self.swatches.items()
            for role in ("fill", "stroke", "text")
        }

    def _both(self, light: str, dark: str) -> str:
        """The light colour, spelled in such a way that it stands for no other dark one."""
        blanks = 0
        while self._painted.setdefault(_spelled(light, blanks), dark) != dark:
            blanks += 1
        return _spelled(light, blanks)

    def _rules(self) -> Iterator[str]:
        for light, dark in self._painted.items():
            for role in ("fill", "stroke"):
                yield f'[{role}="{light}"]{{{role}:{dark}}}'

    def style(self) -> str:
        """The element that turns what has been painted dark; empty where nothing turns."""
        if not self._painted:
            return ""
        return f"\n<style>@media (prefers-color-scheme:dark){{{''.join(self._rules())}}}</style>"


def standalone(svg: str, pages: Mapping[str, str], style: str = "") -> str:
    """The SVG of a picture whose parts lead to their *pages*, by id; those without are no links.

    *style* is an element that comes first in it.
    """

    def linked(found: re.Match[str]) -> str:
        classes, name, label, inside = found.groups()
        page = pages.get(unquote(name))
        if page is None:
            return f'<g class="{classes}">{inside}</g>'
        return f'<a class="{classes}" href={quoteattr(page)}{label}>{inside}</a>'

    start, end, content = _LINK.sub(linked, svg).partition(">")
    return start + end + style + content


def _behaviour(swatches: Mapping[str, Swatch]) -> str:
    """The style of a picture in a browser's window: dark where the system is, and fading around what is pointed at."""
    dark = properties(swatches, dark=True).replace("\n", "")
    return (
        f"\n<style>:root{{background:{_GROUND}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{background:{_NIGHT};{dark}}}}}\n"
        "a:focus-visible{outline:3px solid;outline-offset:2px}\n"
        f"{emphasis_rules()}</style>"
    )


def with_edges(svg: str, edge: Callable[[int], str]) -> str:
    """The SVG with the addresses to which the labels of its edges lead; *edge* has that of a number."""
    return _EDGE.sub(lambda found: f"{found[1]}href={quoteattr(edge(int(found[2])))}", svg)


def on_its_own(svg: str, part: Callable[[str], str], edge: Callable[[int], str], swatches: Mapping[str, Swatch]) -> str:
    """The SVG of a page's picture for a browser's own window; *part* and *edge* have addresses, from the file."""
    linked = _HREF.sub(lambda found: f"{found[1]}href={quoteattr(part(unquote(found[2])))}", svg)
    start, end, content = with_edges(linked, edge).partition(">")
    return start + end + _behaviour(swatches) + content
