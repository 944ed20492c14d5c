"""A build in, garbage collection that leaves alone what is there when it begins, and looks less often, out.

Sphinx makes a table of contents for each page and leaves it to the garbage collector, which therefore goes through
everything that is kept, too, once in a few pages: modules, and what is known of all documents. All of that stays until
the build ends. Where garbage is looked for before a page is done, its table lives on, and is looked for among all that.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_FROM_THE_START = 1_000
"""Python 3.12 itself has frozen a few hundred objects when a program begins."""
_NEW = 2_000
"""So many objects are new when garbage is looked for among them: as Python from 3.13 on has it, before that 700."""


class _Frozen:
    """Whether a build has frozen what was there; one that was broken off leaves it to the next in its process."""

    is_ours = False
    thresholds = gc.get_threshold()
    """How often the collector looked before."""


def _begin(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Freeze what is there, unless another has frozen something: that could not be told apart at the end."""
    if not _Frozen.is_ours:
        if gc.get_freeze_count() >= _FROM_THE_START:
            return
        _Frozen.is_ours, _Frozen.thresholds = True, gc.get_threshold()
    gc.freeze()
    new, *older = gc.get_threshold()
    if 0 < new < _NEW:  # at 0 it looks for nothing
        gc.set_threshold(_NEW, *older)


def _end(app: Sphinx, exception: Exception | None) -> None:
    """Leave the collector as it was found."""
    if _Frozen.is_ours:
        _Frozen.is_ours = False
        gc.unfreeze()
        gc.set_threshold(*_Frozen.thresholds)


def setup(app: Sphinx) -> None:
    """Begin before the first document is read, and end after all others."""
    app.connect("env-before-read-docs", _begin, priority=100)
    app.connect("build-finished", _end, priority=999)
