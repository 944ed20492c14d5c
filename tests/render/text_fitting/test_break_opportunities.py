"""Where a line may break: after separators of paths, between phrases and syllables, never inside a sign."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.text_fitting.break_opportunities import cuts, parts, phrases, signs


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("ghcr.io/me/app:v1", ["ghcr.", "io/", "me/", "app:", "v1"]),
        ("a__b--c", ["a__", "b--", "c"]),
        ("plain", ["plain"]),
        ("user@example", ["user@", "example"]),
        ("/root", ["/", "root"]),
        ("\ubc30\ud3ec", ["\ubc30", "\ud3ec"]),
        ("v2\ubc30\ud3ec", ["v2", "\ubc30", "\ud3ec"]),
        ("\u90e8\u7f72\u3002", ["\u90e8", "\u7f72\u3002"]),
        ("\u300c\u90e8\u300d", ["\u300c\u90e8\u300d"]),
        ("\u30a2\u30d7\u30ea\u306e\u90e8\u7f72", ["\u30a2\u30d7\u30ea", "\u306e", "\u90e8", "\u7f72"]),
        ("CI\u30b5\u30fc\u30d0\u30fc", ["CI", "\u30b5\u30fc\u30d0\u30fc"]),
        ("\u30a2\u30d7\u30ea\u30fb\u30b5\u30fc\u30d0\u30fc", ["\u30a2\u30d7\u30ea\u30fb", "\u30b5\u30fc\u30d0\u30fc"]),
    ],
)
def test_a_word_that_is_too_long_has_parts(word, found):
    assert list(parts(word)) == found


@pytest.mark.parametrize("word", ["ghcr.io/me/app", "plain", "\ubc30\ud3ec", ""])
def test_a_word_of_one_script_with_blanks_is_one_phrase(word):
    assert phrases(word) == (word,)


@pytest.mark.parametrize(
    "word",
    [
        "\u672c\u756a\u74b0\u5883\u306b\u30c7\u30d7\u30ed\u30a4\u3059\u308b\u524d\u306e\u627f\u8a8d",
        "\u751f\u4ea7\u73af\u5883\u90e8\u7f72\u524d\u7684\u5b89\u5168\u68c0\u67e5",
        "\u0e01\u0e32\u0e23\u0e15\u0e23\u0e27\u0e08\u0e2a\u0e2d\u0e1a\u0e04\u0e27\u0e32\u0e21\u0e1b\u0e25\u0e2d\u0e14\u0e20\u0e31\u0e22",
    ],
)
def test_scripts_without_blanks_have_phrases_that_are_the_word_again(word):
    found = phrases(word)
    assert len(found) > 1
    assert "".join(found) == word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("e\u0301a", ["e\u0301", "a"]),
        ("\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7", ["\U0001f1e9\U0001f1ea", "\U0001f1eb\U0001f1f7"]),
        ("\U0001f468\u200d\U0001f469!", ["\U0001f468\u200d\U0001f469", "!"]),
        ("\U0001f44d\U0001f3fd", ["\U0001f44d\U0001f3fd"]),
        ("", []),
    ],
)
def test_a_sign_is_what_a_reader_sees_as_one(text, found):
    assert list(signs(text)) == found


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("\u30b5\u30fc\u30d0\u30fc", ["\u30b5\u30fc", "\u30d0\u30fc"]),
        ("\u30c7\u30a3\u30b9\u30af", ["\u30c7\u30a3", "\u30b9", "\u30af"]),
        ("ab/", ["a", "b", "/"]),
    ],
)
def test_a_loanword_without_room_is_cut_where_a_line_may_begin(part, found):
    assert list(cuts(part)) == found
