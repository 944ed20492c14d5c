"""The text of ``:outline:`` or ``gitops_outline`` in, a form for each medium out."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_gitops.ext.directives.options.options import unexpected
from sphinx_gitops.suggest import listed, near

MODES: Mapping[str, tuple[str, ...]] = {
    "html": ("collapsed", "open", "none"),
    "paper": ("open", "short", "none"),
}
"""The media, and the forms of a text version in each, the usual one first."""


def outline_modes(argument: str) -> dict[str, str]:
    """The forms that are given: one word for HTML, or ``html=open, paper=none``. Raises ValueError."""
    found: dict[str, str] = {}
    for part in (argument or "").lower().split(","):
        medium, sign, word = (one.strip() for one in part.rpartition("="))
        medium = medium if sign else "html"
        if medium not in MODES:
            raise ValueError(f"there is no medium {medium!r}{near(medium, MODES) or '; known: ' + listed(MODES)}")
        if word not in MODES[medium]:
            raise ValueError(
                f"{medium}: {unexpected(word, MODES[medium])}" if sign else unexpected(word, MODES[medium])
            )
        if medium in found:
            raise ValueError(f"{medium!r} is given twice")
        found[medium] = word
    return found
