"""A picture as a file of its own: plain colours, links to addresses outside, and nothing that leads nowhere.

What shows such a file knows no variables of a page: librsvg, Inkscape, code hosts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from sphinx_gitops.identifiers import css_name
from sphinx_gitops.model import Workflow
from sphinx_gitops.scene import Swatch

Side: TypeAlias = Literal["light", "dark", "auto"]
"""Which colours of a swatch a file has; ``auto`` follows ``prefers-color-scheme``, light where that is unknown."""
SIDES: tuple[Side, ...] = ("light", "dark", "auto")
"""Each of them."""

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
    side: Side
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
