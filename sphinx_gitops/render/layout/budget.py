"""What a layout may take: the width of the page's column, and how small its text may be shown."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN = 16.0
"""What a painter adds to the width of a layout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The *width* to fill, in px; a picture up to *shrink* times as wide is still read well."""

    width: float = 736.0
    shrink: float = 1.25

    @property
    def inner(self) -> int:
        """The width for boxes, without the picture's margin."""
        return int(self.width - MARGIN)

    @property
    def widest(self) -> int:
        """The width that still can be shown, smaller."""
        return int(self.width * self.shrink - MARGIN)
