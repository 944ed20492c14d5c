"""What is known of the end of an edge."""

from __future__ import annotations

from enum import Enum


class EdgeState(Enum):
    """Whether the end of an edge is known."""

    RESOLVED = "resolved"
    IMPLICIT = "implicit"
    MISSING = "missing"
    UNVERIFIABLE = "unverifiable"
