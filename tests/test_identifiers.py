"""What is an id, and what a key of Mermaid."""

from __future__ import annotations

import pytest

from sphinx_gitops.format import ID
from sphinx_gitops.identifiers import mermaid_key, slug
from support.mistakes import codes, read
from support.soon import soon


@pytest.mark.parametrize(
    ("name", "legal"),
    [("é1", True), ("_x", True), ("x²", True), ("ж.½", True), ("²x", False), ("½", False), ("Ⅷ", False), ("௰", False)],
)
def test_an_id_starts_with_a_letter_or_an_underscore(name, legal):
    found = read(f"stages:\n  ci:\n    components:\n      {name}: One\n")
    assert codes(found) == ([] if legal else ["4:7 invalid-id"])
    assert not legal or [thing.id for thing in found.workflow.components()] == [name]


def test_a_long_word_is_soon_told_from_an_id():
    with soon():
        assert not ID.fullmatch("a." * 500_000)


@pytest.mark.parametrize("title", ["௰ stages", "½ price", "2 stages", "_ x", "Stages"])
def test_the_slug_of_a_title_is_an_id(title):
    assert ID.fullmatch(slug(title))


def test_two_ids_never_share_a_mermaid_key():
    names = ["a-b", "a.b", "a_b", "id_a", "end", "END", "End", "x", "o", "naïve", "id_a_2d_b", "a-b_", "Build", "BUILD"]
    assert len({mermaid_key(name) for name in names}) == len(names)
