"""Workflows as bytes: as objects, those of a large site would fill the memory and slow every garbage collection."""

from __future__ import annotations

import pickle
import zlib
from functools import lru_cache

from sphinx_gitops.model import Workflow

_UNPACKED = 16
"""So many are kept as objects: pages and records ask for them in their order."""


def pack(workflow: Workflow) -> bytes:
    """A workflow as bytes."""
    return zlib.compress(pickle.dumps(workflow), level=1)


@lru_cache(_UNPACKED)
def unpack(packed: bytes) -> Workflow:
    """The workflow that :func:`pack` made bytes of."""
    workflow: Workflow = pickle.loads(zlib.decompress(packed))  # noqa: S301 - packed above
    return workflow
