"""Whose environment it is: the environment itself no longer tells, and a transform only with a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from weakref import ReferenceType, WeakKeyDictionary, ref

from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from typing import Protocol

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.events import EventManager

    class _Domain(Protocol):
        """What this asks of the domain."""

        @property
        def in_use(self) -> bool:
            """Whether a document has anything of this extension."""


_apps: WeakKeyDictionary[EventManager, ReferenceType[Sphinx]] = WeakKeyDictionary()


def application(env: BuildEnvironment) -> Sphinx:
    """The application that an environment serves. Raises KeyError where that has not loaded this extension."""
    app = _apps[env.events]()
    assert app is not None  # it holds the environment
    return app


def in_use(app: Sphinx, *_: object) -> bool:
    """Whether a document of the project has anything of this extension, or the project has alerts."""
    return bool(app.config.gitops_alerts) or cast("_Domain", app.env.get_domain("gitops")).in_use


class PostTransform(SphinxPostTransform):
    """A transform once the builder is known, which ``app`` has."""

    def is_supported(self) -> bool:
        """Whether there is anything to do: a project that uses nothing of this is left alone."""
        return super().is_supported() and cast("_Domain", self.env.get_domain("gitops")).in_use

    @property
    def app(self) -> Sphinx:
        """The application."""
        return application(self.env)


def setup(app: Sphinx) -> None:
    """Remember the application."""
    _apps[app.events] = ref(app)
