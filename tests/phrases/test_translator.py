"""Our own words: spelled for readers, with the number in its place."""

from __future__ import annotations

from sphinx_gitops.phrases.translator import counted, english, spaced


def test_a_word_of_the_format_is_spaced():
    assert spaced("security-scan") == "security scan"
    assert spaced("") == ""


def test_english_is_what_is_written():
    assert english("Flows") == "Flows"


def test_a_count_takes_the_form_for_one_or_several():
    phrase = ("{count} component", "{count} components")
    assert [english.count(phrase, number) for number in (1, 2)] == ["1 component", "2 components"]
    assert counted("{count} things", 1234).startswith("1")
