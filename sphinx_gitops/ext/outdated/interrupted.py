"""A build that was cut off: the next one writes every page again, for one may be half written, and others never were.

Sphinx itself takes a page for current that is newer than its source, even where it is empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakSet

from sphinx.application import Sphinx
from sphinx.util import logging

from sphinx_gitops.ext.outputs.kept_files import kept_for

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

_logger = logging.getLogger(__name__)
_cut_off: WeakSet[Sphinx] = WeakSet()
"""The applications whose build before this one never ended."""


def _marker(app: Sphinx) -> Path:
    return kept_for(app, ".unfinished")


def _begin(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Mark that a build is under way, before it keeps anything."""
    marker = _marker(app)
    if marker.exists():
        _cut_off.add(app)
    try:
        marker.touch()
    except OSError as error:  # Sphinx says so, too, once it has something to keep there
        _logger.info("a build that is cut off will not be noticed: %s", error)


def _rest(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Every document, where the build before did not end."""
    return sorted(env.all_docs) if app in _cut_off else []


def _end(app: Sphinx, exception: Exception | None) -> None:
    """Take the mark away where the build came to its end."""
    if exception is not None:
        return
    _cut_off.discard(app)
    try:
        _marker(app).unlink(missing_ok=True)
    except OSError as error:  # the output is whole
        _logger.info("the next build will take this one for cut off: %s", error)


def setup(app: Sphinx) -> None:
    """Watch over the build."""
    app.connect("env-before-read-docs", _begin)
    app.connect("env-updated", _rest)
    app.connect("build-finished", _end)
