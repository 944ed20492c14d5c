"""Our own words: each is there once, and the places in phrases are closed."""

from __future__ import annotations

from sphinx_gitops.phrases import words


def test_places_in_phrases_are_closed():
    texts = [text for text in words.PHRASES if isinstance(text, str)]
    assert len(texts) > 30
    assert [text for text in texts if text.count("{") != text.count("}")] == []


def test_a_phrase_with_a_number_has_a_form_for_one_and_for_several():
    assert words.PLURALS
    assert all(len(forms) == 2 and all("{count}" in form for form in forms) for forms in words.PLURALS)
