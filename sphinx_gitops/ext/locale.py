"""Our own words in the language of the documentation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.locale import get_translator, translators

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_gitops.phrases.translator import Plural

CATALOGUE = "sphinx_gitops"
LOCALES = Path(__file__).parent.parent / "locale"

_KEY = ("general", CATALOGUE)


class _Say:
    """Our words in the language of this build."""

    def __call__(self, words: str, /) -> str:
        """A word or a phrase."""
        known = translators.get(_KEY) if words else None  # Sphinx's own way makes two objects for each word
        return known.gettext(words) if known else words

    def count(self, phrase: Plural, number: int) -> str:
        """A phrase about so many things."""
        return get_translator(CATALOGUE).ngettext(*phrase, number).replace("{count}", str(number))


say = _Say()


def setup(app: Sphinx) -> None:
    """Add our message catalogue; Sphinx would add it to that of an application before, in another language."""
    translators.pop(_KEY, None)
    app.add_message_catalog(CATALOGUE, str(LOCALES))
