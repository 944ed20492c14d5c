"""Our own words in the language of the documentation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.locale import get_translation

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CATALOGUE = "sphinx_gitops"
LOCALES = Path(__file__).parent.parent / "locale"

_ = get_translation(CATALOGUE)


def say(words: str) -> str:
    """A phrase of ours in the language of this build."""
    return str(_(words)) if words else ""


def setup(app: Sphinx) -> None:
    """Add our message catalogue."""
    app.add_message_catalog(CATALOGUE, str(LOCALES))
