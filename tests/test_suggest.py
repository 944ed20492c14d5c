"""Near names are found among many."""

from __future__ import annotations

import pytest

from sphinx_gitops.suggest import FEW, NEAR, Words, there_are


@pytest.mark.parametrize(
    ("target", "expected"),
    [("w.componnt-04321", "w.component-04321"), ("W.COMPONENT-04321", "w.component-04321"), ("x.component-04321", "w.component-04321"),
     ("w.commponent-04321", "w.component-04321")],
)  # fmt: skip
def test_out_of_ten_thousand_names_a_few_are_compared(monkeypatch, target, expected):
    import difflib

    words, compared = {f"w.component-{number:05}": f"w.component-{number:05}" for number in range(10_000)}, []
    close = difflib.get_close_matches
    monkeypatch.setattr(difflib, "get_close_matches", lambda word, found, **how: compared.extend(found) or close(word, found, **how))  # fmt: skip
    assert repr(expected) in Words(words).hint(target)
    assert len(compared) <= 4 * NEAR


def test_a_name_longer_than_any_is_like_none():
    assert Words({"component": "component"}).nearest("component" * 100, most=3) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["ci"], "; there is ci"),
        (["ci", "cd"], "; there are ci, cd"),
        ([f"C{number}" for number in range(FEW)], "; there are C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, C10, C11"),
        ([f"C{number}" for number in range(1_000)], "; there are 1,000, such as C0, C1, C2"),
    ],
)
def test_few_words_are_listed_and_of_many_some_are_named(words, said):
    assert there_are(words) == said


def test_what_a_word_is_like_goes_before_what_there_is():
    words = Words({name: name for name in ("SCAN", "BUILD")})
    assert words.remedy("SCN") == "; did you mean 'SCAN'?"
    assert words.remedy("zzz") == "; there are BUILD, SCAN"
    assert words.remedy("SCAN") == "; there is BUILD"  # which was asked for, and leads nowhere
