"""Terms of ``:show:`` and ``:hide:``: what they match, and what is said of those that match nothing."""

from __future__ import annotations

import pytest

from sphinx_gitops.view.terms import items, read_terms
from support.mistakes import read

TEXT = """\
stages:
  ci:
    kind: ci
    formerly: [build]
    components: {BUILD: {kind: build, owner: team-a, tags: [slsa]}}
    groups: {checks: {components: {SCAN: {kind: security-scan, formerly: [OLD]}}}, spare: {title: Spare}}
  run: {components: {prod-eu: Eu, prod-us: Us}}
"""


def known():
    reading = read(TEXT)
    assert not reading.problems
    return items(reading.workflow)


def matched(text: str, names=()) -> tuple[list[str], list[str]]:
    found = known()
    terms, complaints = read_terms(text, found, names)
    return [item.part.id for item in found if any(term.matches(item) for term in terms)], [
        one.message for one in complaints
    ]


def test_items_are_components_and_empty_boxes_in_drawing_order():
    assert [item.part.id for item in known()] == ["BUILD", "SCAN", "spare", "prod-eu", "prod-us"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("BUILD", ["BUILD"]),
        ("prod-*", ["prod-eu", "prod-us"]),
        ("stage:ci", ["BUILD", "SCAN", "spare"]),
        ("stage: build", ["BUILD", "SCAN", "spare"]),
        ("group:checks, prod-eu", ["SCAN", "prod-eu"]),
        ("checks", ["SCAN"]),
        ("kind:security-scan", ["SCAN"]),
        ("kind:ci", ["BUILD", "SCAN", "spare"]),
        ("tag:slsa", ["BUILD"]),
        ("owner:team-*", ["BUILD"]),
        ("OLD", ["SCAN"]),
        ("w.SCAN", ["SCAN"]),
        ("", []),
    ],
)
def test_a_term_matches(text, ids):
    assert matched(text, ["w"]) == (ids, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (",", "',' names nothing: write ids, or a word such as 'stage:ci'"),
        ("stge:ci", "'stge:ci' selects by nothing known; did you mean 'stage'?"),
        ("zzz:ci", "'zzz:ci' selects by nothing known; known: "),
        ("BILD", "'BILD' matches no thing of this workflow; did you mean 'BUILD'?"),
        ("stage:cd", "'stage:cd' matches no stage of this workflow; "),
        ("tag:zzzz", "'tag:zzzz' matches no tag of this workflow; there is slsa"),
        (
            "other.SCAN",
            "'other.SCAN' matches no thing of this workflow; there are BUILD, SCAN, checks, ci, prod-eu, prod-us, run, spare",
        ),
    ],
)
def test_a_term_that_matches_nothing_is_told(text, said):
    ids, (message,) = matched(text, ["w"])
    assert ids == []
    assert message.startswith(said)


def test_a_former_name_is_no_hint():
    _, (message,) = matched("OLDD")
    assert "OLD'?" not in message
