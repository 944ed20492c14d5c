"""The options of the directives that draw: texts in, values out."""

from __future__ import annotations

from docutils.parsers.rst import directives

from sphinx_gitops.ext.directives.options import mermaid_option
from sphinx_gitops.ext.directives.options.options import Read, choice, fit, number, width
from sphinx_gitops.ext.directives.options.outline_option import outline_modes
from sphinx_gitops.model import Direction
from sphinx_gitops.view import ALL_LEVELS, LEVELS

_direction = choice(*(member.value for member in Direction))
_level = choice(*LEVELS, "none")


def _hops(argument: str) -> int | None:
    return None if (argument or "").strip() == "all" else number(argument)


FIGURE_OPTIONS: dict[str, Read] = {
    "name": directives.unchanged,
    "class": directives.class_option,
    "caption": directives.unchanged,
    "align": choice("left", "center", "right"),
    "alt": directives.unchanged,
    "width": width,
    "fit": fit,
    "direction": lambda argument: Direction(_direction(argument)),
    "show": directives.unchanged_required,
    "hide": directives.unchanged_required,
    "focus": directives.unchanged_required,
    "hops": _hops,
    "upstream": directives.flag,
    "downstream": directives.flag,
    "path": directives.unchanged_required,
    "collapse": lambda argument: LEVELS.get(_level(argument), ALL_LEVELS),
    "depth": number,
    "numbered": directives.flag,
    "legend": choice("right", "below", "none"),
    "outline": outline_modes,
    "config": mermaid_option.parsed,
    "show-source": directives.flag,
    "status": directives.unchanged_required,
    "highlight": choice("findings"),
}
"""Every option, with its reader."""
OWN_OPTIONS = frozenset(
    {"name", "caption", "alt", "show", "hide", "focus", "hops", "upstream", "downstream", "path", "status"}
)
"""Those that belong to one picture; a project may have defaults of all others."""
