"""Files of pictures in an output in, each with its document out: what no page shows is taken away again."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx

_written: WeakKeyDictionary[Sphinx, dict[str, set[str]]] = WeakKeyDictionary()
"""The files of each document."""


def note(app: Sphinx, docname: str, file: str) -> None:
    """Remember that a document has a picture in a file: relative to the folder of the output, or one that is copied."""
    _written.setdefault(app, {}).setdefault(docname, set()).add(file)


def written(app: Sphinx) -> Mapping[str, AbstractSet[str]]:
    """The files of each document that has been resolved in this build."""
    return _written.get(app, {})


def begin(app: Sphinx) -> None:
    """Forget the build before."""
    _written.pop(app, None)
