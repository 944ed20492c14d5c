"""GitOps delivery workflows as cross-linked diagrams, for Sphinx; and as a library, without it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from sphinx_gitops.api import WorkflowError, draw, read, to_mermaid, to_outline
    from sphinx_gitops.model import Workflow
    from sphinx_gitops.render.drawing import RenderError

__version__ = "0.1.0"
__all__ = ["RenderError", "Workflow", "WorkflowError", "draw", "read", "setup", "to_mermaid", "to_outline"]

_HOMES = {"RenderError": "render.drawing", "Workflow": "model"}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Load the extension into a Sphinx application."""
    from sphinx_gitops import ext  # noqa: PLC0415 - the command line must work without Sphinx

    return ext.setup(app)


def __getattr__(name: str) -> object:
    """The library, loaded when it is asked for: Sphinx does without it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'api')}"), name)


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted({*globals(), *__all__})
