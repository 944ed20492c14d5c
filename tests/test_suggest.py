"""Near names are found among many."""

from __future__ import annotations

import pytest

from sphinx_gitops.suggest import NEAR, Words


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
