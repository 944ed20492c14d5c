"""A picture as a file of its own: its links lead to addresses outside, and nothing leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from sphinx_gitops.model import Workflow

_LINK = re.compile(r'<a class="([^"]*)" href="gitops:([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)


def addresses(workflow: Workflow) -> dict[str, str]:
    """The pages of its components, by id."""
    return {component.id: component.url for component in workflow.components() if component.url}


def standalone(svg: str, pages: Mapping[str, str]) -> str:
    """The SVG of a picture whose parts lead to their *pages*, by id; those without are no links."""

    def linked(found: re.Match[str]) -> str:
        classes, name, label, inside = found.groups()
        page = pages.get(unquote(name))
        if page is None:
            return f'<g class="{classes}">{inside}</g>'
        return f'<a class="{classes}" href={quoteattr(page)}{label}>{inside}</a>'

    return _LINK.sub(linked, svg)
