"""Our own words in the language of the documentation, and in no other one of the same process."""

from __future__ import annotations

from sphinx_gitops.ext.locale import say
from sphinx_gitops.phrases.words import FLOWS
from support.sites import html

PAGE = "T\n=\n\n.. gitops-workflow::\n\n   stages: {s: {components: {A: a, B: b}}}\n   flows: [A --> B]\n"


def test_a_german_page_has_german_words_and_the_next_one_english_ones(build):
    german = html(build({"index.rst": PAGE}, source="a", language="de"))
    english = html(build({"index.rst": PAGE}, source="b"))
    assert FLOWS in english
    assert FLOWS not in german


def test_a_word_without_a_translation_is_itself(build):
    build({"index.rst": PAGE}, language="de")
    assert say("a word that nobody has translated") == "a word that nobody has translated"
    assert say("") == ""
