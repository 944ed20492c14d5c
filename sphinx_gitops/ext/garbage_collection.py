"""A build in, what is there when it begins to read kept out of garbage collection until the build ends, out.

Sphinx makes a table of contents for each page and leaves it to the garbage collector, which therefore goes through
everything that is kept, too, once in a few pages: modules, and what is known of all documents. All of that stays until
the build ends.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_FROM_THE_START = 1_000
"""Python 3.12 itself has frozen a few hundred objects when a program begins."""


class _Frozen:
    """Whether a build has frozen what was there; one that was broken off leaves it to the next in its process."""

    is_ours = False


def _begin(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Freeze what is there, unless another has frozen something: that could not be told apart at the end."""
    if _Frozen.is_ours or gc.get_freeze_count() < _FROM_THE_START:
        gc.freeze()
        _Frozen.is_ours = True


def _end(app: Sphinx, exception: Exception | None) -> None:
    """Leave the collector as it was found."""
    if _Frozen.is_ours:
        _Frozen.is_ours = False
        gc.unfreeze()


def setup(app: Sphinx) -> None:
    """Begin before the first document is read, and end after all others."""
    app.connect("env-before-read-docs", _begin, priority=100)
    app.connect("build-finished", _end, priority=999)
