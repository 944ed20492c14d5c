"""GitOps delivery workflows as cross-linked diagrams, for Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Load the extension into a Sphinx application."""
    from sphinx_gitops import ext  # noqa: PLC0415 - the command line must work without Sphinx

    return ext.setup(app)
