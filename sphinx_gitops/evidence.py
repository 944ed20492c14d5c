"""What manifests and a cluster say of a component, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """How an object is in a cluster; what needs most attention comes first."""

    DEGRADED = "degraded"
    MISSING = "missing"
    OUT_OF_SYNC = "out-of-sync"
    PROGRESSING = "progressing"
    UNKNOWN = "unknown"
    SUSPENDED = "suspended"
    SYNCED = "synced"
    HEALTHY = "healthy"

    @property
    def rank(self) -> int:
        """The less, the more attention it needs."""
        return _RANKS[self]


_RANKS = {state: rank for rank, state in enumerate(State)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """How the objects of a component are: each state with the number of objects in it, and the number of all."""

    states: tuple[tuple[State, int], ...]
    total: int = 1

    @property
    def worst(self) -> State:
        """The state that needs most attention."""
        return min((state for state, _ in self.states), key=lambda state: state.rank)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What the manifests of a component say: where they are, the revision, the path and the automation."""

    places: tuple[str, ...] = ()
    revision: str = ""
    path: str = ""
    automation: tuple[str, ...] = ()
