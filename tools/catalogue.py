"""Write the message catalogue of our own words, and compile the translations that are there.

Run it after a change to ``phrases.py``, ``styles.py``, ``vocabulary.py`` or a translation.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from sphinx_gitops.audit.framework import built_in
from sphinx_gitops.evidence import State
from sphinx_gitops.model import FlowKind, Tier
from sphinx_gitops.phrases.columns import COLUMN_WORDS
from sphinx_gitops.phrases.translator import spaced
from sphinx_gitops.phrases.words import AUTOMATION_WORDS, CLASS_WORDS, MARK_WORDS, PHRASES, PLURALS, STATE_WORDS
from sphinx_gitops.rules import RULES
from sphinx_gitops.styles import FLOW_STYLES, SHAPE_STYLES
from sphinx_gitops.vocabulary import KINDS

LOCALE = Path(__file__).parent.parent / "sphinx_gitops" / "locale"
NAME = "sphinx_gitops"


def practices() -> Iterator[str]:
    """The words of the framework of practices; the principles of OpenGitOps keep their official names."""
    framework = built_in("practices")
    yield framework.title
    for section, controls in framework.sections():
        yield section
        yield from (control.title for control in controls if not section.startswith("Principles"))


def phrases() -> list[str]:
    """Every phrase of ours, each once."""

    def found() -> Iterator[str]:
        yield from PHRASES
        yield from COLUMN_WORDS.values()
        yield from MARK_WORDS.values()
        yield from STATE_WORDS.values()
        yield from (spaced(state.value) for state in State)
        yield from AUTOMATION_WORDS
        yield from CLASS_WORDS.values()
        yield from (look.words for look in FLOW_STYLES.values())
        yield from (look.words for look in SHAPE_STYLES.values())
        yield from (spaced(kind) for kind in KINDS)
        yield from (spaced(tier.value) for tier in Tier)
        yield from (kind.value for kind in FlowKind)
        yield from practices()
        yield from (rule.requirement for rule in RULES)

    return list(dict.fromkeys(found()))


def template() -> bytes:
    """The catalogue to translate."""
    catalog = Catalog(project="sphinx-gitops", charset="utf-8")
    for phrase in phrases():
        catalog.add(phrase)
    for plural in PLURALS:
        catalog.add(plural)
    stream = io.BytesIO()
    write_po(stream, catalog, omit_header=True, width=0)
    return stream.getvalue()


def compiled(source: Path) -> bytes:
    """A translation as gettext reads it."""
    with source.open("rb") as stream:
        catalog = read_po(stream, locale=source.parts[-3])
    target = io.BytesIO()
    write_mo(target, catalog)
    return target.getvalue()


def translations() -> list[Path]:
    """The translations that are there."""
    return sorted(LOCALE.glob(f"*/LC_MESSAGES/{NAME}.po"))


if __name__ == "__main__":
    (LOCALE / f"{NAME}.pot").write_bytes(template())
    for path in translations():
        path.with_suffix(".mo").write_bytes(compiled(path))
