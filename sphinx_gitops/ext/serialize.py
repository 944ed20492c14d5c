"""Workflows as bytes: as objects, those of a large site would fill the memory and slow every garbage collection."""

from __future__ import annotations

import io
import pickle
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from sphinx_gitops import model
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Span

_UNPACKED = 4
"""So many are kept as objects: pages and records ask for them one after the other."""


_CLASSES = frozenset(cls for cls in vars(model).values() if isinstance(cls, type) and is_dataclass(cls))
"""The model's own: a class made from one of them may have no slots."""


@cache
def _values(cls: type) -> Callable[[object], object]:
    """What reads all fields of a dataclass at once; the model's have several."""
    return attrgetter(*(field.name for field in fields(cls)))


@cache
def _slots(cls: type) -> tuple[Callable[[object, object], None], ...]:
    """What writes each field of a frozen dataclass with slots."""
    return tuple(getattr(cls, field.name).__set__ for field in fields(cls))


_known: OrderedDict[bytes, Workflow] = OrderedDict()
"""The last ones, packed or unpacked."""


def _keep(packed: bytes, workflow: Workflow) -> Workflow:
    _known[packed] = workflow
    _known.move_to_end(packed)
    if len(_known) > _UNPACKED:
        _known.popitem(last=False)
    return workflow


def _built(cls: type, values: tuple[object, ...]) -> object:
    made: object = object.__new__(cls)
    for write, value in zip(_slots(cls), values, strict=True):
        write(made, value)
    return made


class _Packer(pickle.Pickler):
    """Takes all fields of a dataclass at once: pickle looks them up for each object, which takes twice as long."""

    def reducer_override(self, found: Any) -> Any:
        """How a part of the model or a place is built again; the rest as always."""
        cls = type(found)
        if cls is Span:
            return tuple.__new__, (Span, (*found,))
        return (_built, (cls, _values(cls)(found))) if cls in _CLASSES else NotImplemented


def pack(workflow: Workflow) -> bytes:
    """A workflow as bytes. Raises what pickle raises for an object of a class that it does not find by its name."""
    packed = io.BytesIO()
    _Packer(packed).dump(workflow)
    found = zlib.compress(packed.getvalue(), level=1)
    _keep(found, workflow)
    return found


def unpack(packed: bytes) -> Workflow:
    """The workflow that :func:`pack` made bytes of."""
    workflow = _known.get(packed)
    return _keep(packed, workflow or pickle.loads(zlib.decompress(packed)))  # noqa: S301 - packed above
