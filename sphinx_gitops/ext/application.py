"""Whose environment it is: the environment itself no longer tells, and a transform only with a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ReferenceType, WeakKeyDictionary, ref

from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.events import EventManager

_apps: WeakKeyDictionary[EventManager, ReferenceType[Sphinx]] = WeakKeyDictionary()


def application(env: BuildEnvironment) -> Sphinx:
    """The application that an environment serves. Raises KeyError where that has not loaded this extension."""
    app = _apps[env.events]()
    assert app is not None  # it holds the environment
    return app


class PostTransform(SphinxPostTransform):
    """A transform once the builder is known, which ``app`` has."""

    @property
    def app(self) -> Sphinx:
        """The application."""
        return application(self.env)


def setup(app: Sphinx) -> None:
    """Remember the application."""
    _apps[app.events] = ref(app)
