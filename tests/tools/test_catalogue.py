"""The shipped translations are those of the sources."""

from __future__ import annotations

import io
from gettext import GNUTranslations

import catalogue
from babel.messages.pofile import read_po


def test_the_template_and_the_translations_are_up_to_date():
    assert (catalogue.LOCALE / "sphinx_gitops.pot").read_bytes() == catalogue.template()
    assert catalogue.translations()
    for path in catalogue.translations():
        shipped, fresh = (
            GNUTranslations(io.BytesIO(content))
            for content in (path.with_suffix(".mo").read_bytes(), catalogue.compiled(path))
        )
        assert all(shipped.gettext(phrase) == fresh.gettext(phrase) for phrase in catalogue.phrases())
        with path.open("rb") as stream:
            messages = {message.id: message for message in read_po(stream) if message.id}
        assert set(messages) == {*catalogue.phrases(), *catalogue.PLURALS}
        for phrase in catalogue.PLURALS:
            forms = messages.pop(phrase).string
            assert len(forms) == 2
            assert all("{count}" in form for form in forms), phrase
        for message in messages.values():
            assert message.string, message.id
            for name in ("{title}", "{workflow}", "{owner}", "{stage}", "{kind}"):
                assert (name in message.id) == (name in message.string), message.id
