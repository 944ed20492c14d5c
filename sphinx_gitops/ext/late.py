"""Names of directives, transforms and listeners in, ones that are loaded where a document has something of ours out.

A project that has loaded the extension and uses nothing of it pays for neither their import nor their run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sphinx_gitops.ext.application import PostTransform, in_use

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_PACKAGE = __package__
_DIRECTIVES = tuple(f"{_PACKAGE}.directives.{name}" for name in ("audit", "component", "figure", "table"))
"""The modules of which every directive of ours needs one."""


def loaded(name: str) -> Any:
    """What ``MODULE:NAME`` is, of this package."""
    module, _, own = name.partition(":")
    return getattr(import_module(f"{_PACKAGE}.{module}"), own)


def directives_loaded() -> bool:
    """Whether a directive of ours may have run in this process: only then a document that is read has nodes of ours."""
    return any(name in sys.modules for name in _DIRECTIVES)


class LateDirective(type):
    """The class of classes that stand for a directive: asked for anything, they load it."""

    source: str

    def __getattr__(cls, name: str) -> Any:
        """An attribute of the directive."""
        return getattr(loaded(cls.source), name)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        """A directive to run."""
        return loaded(cls.source)(*args, **kwargs)


def directive(name: str) -> LateDirective:
    """A class that docutils and MyST take for the directive of that name."""
    return LateDirective(name.rpartition(":")[2], (), {"source": name})


def post_transform(name: str, priority: int) -> type[PostTransform]:
    """A post-transform that hands over to the one of that name."""

    def run(self: PostTransform, **kwargs: object) -> None:
        loaded(name)(self.document, startnode=self.startnode).apply(**kwargs)

    own = name.rpartition(":")[2]
    return type(own, (PostTransform,), {"default_priority": priority, "run": run, "__doc__": f"Hands over to {own}."})


def listener(name: str, otherwise: object = None) -> Callable[..., object]:
    """A listener that hands over to the one of that name; *otherwise* is its answer where nothing of ours is used."""

    def listen(app: Sphinx, *args: object) -> object:
        return loaded(name)(app, *args) if in_use(app) else otherwise

    return listen


def visitor(name: str) -> Callable[[Any, Any], None]:
    """A method of translators that hands over to the function of that name."""

    def visit(self: Any, node: Any) -> None:
        loaded(name)(self, node)

    return visit
