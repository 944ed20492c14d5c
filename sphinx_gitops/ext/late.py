"""Names of what is loaded late in, what stands for it until it is needed out.

A project that has loaded the extension and uses nothing of it pays for neither the import nor the run of what is named.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sphinx.transforms import SphinxTransform

from sphinx_gitops.ext.application import PostTransform

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.nodes import Node

_PACKAGE = __package__
_DIRECTIVES = tuple(f"{_PACKAGE}.directives.{name}" for name in ("audit", "component", "figure", "table"))
"""The modules of which every directive of ours needs one."""


def loaded(name: str) -> Any:
    """What ``MODULE:NAME`` is, of this package."""
    module, _, own = name.partition(":")
    return getattr(import_module(f"{_PACKAGE}.{module}"), own)


def directives_loaded(*_: object) -> bool:
    """Whether a directive of ours may have run in this process: only then a document that is read has nodes of ours."""
    return any(name in sys.modules for name in _DIRECTIVES)


class LateClass(type):
    """The class of classes that stand for another: asked for anything, they load it."""

    source: str

    def __getattr__(cls, name: str) -> Any:
        """An attribute of the class."""
        return getattr(loaded(cls.source), name)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        """An object of the class."""
        return loaded(cls.source)(*args, **kwargs)


def late_class(source: str, **known: object) -> LateClass:
    """What Sphinx, docutils and MyST take for the class of that name; what is *known* of it can be asked without it."""
    return LateClass(source.rpartition(":")[2], (), {"source": source, **known})


def transform(source: str, priority: int) -> type[SphinxTransform]:
    """A transform of what is read that hands over to the one of that name where it may have something of ours."""

    def apply(self: SphinxTransform, **kwargs: object) -> None:
        if directives_loaded():
            loaded(source)(self.document, startnode=self.startnode).apply(**kwargs)

    return _handing_over(source, SphinxTransform, default_priority=priority, apply=apply)


def post_transform(source: str, priority: int, *kinds: type[Node]) -> type[PostTransform]:
    """A post-transform that hands over to the one of that name, if it has *kinds* of nodes, where one of them is."""

    def run(self: PostTransform, **kwargs: object) -> None:
        if not kinds or any(self.document.findall(lambda node: isinstance(node, kinds))):
            loaded(source)(self.document, startnode=self.startnode).apply(**kwargs)

    return _handing_over(source, PostTransform, default_priority=priority, run=run)


def _handing_over(source: str, base: type, **members: object) -> type:
    own = source.rpartition(":")[2]
    return type(own, (base,), {"__doc__": f"Hands over to {own}.", **members})


def listener(source: str, when: Callable[..., bool], otherwise: object) -> Callable[..., object]:
    """A listener that hands over to the one of that name where *when*, which gets the same, says so."""

    def listen(*args: object) -> object:
        return loaded(source)(*args) if when(*args) else otherwise

    return listen


def building(name: str) -> Callable[..., bool]:
    """Whether an application builds with the builder of that name."""
    return lambda app, *_: app.builder.name == name


def role(source: str, **options: Any) -> Callable[..., Any]:
    """A role that hands over to one of the class of that name, made with *options*."""

    def run(*args: Any) -> Any:
        return loaded(source)(**options)(*args)

    return run


def visitor(source: str) -> Callable[[Any, Any], None]:
    """A method of translators that hands over to the function of that name."""

    def visit(self: Any, node: Any) -> None:
        loaded(source)(self, node)

    return visit
