"""The texts of a workflow, and the workflow with their translations."""

from __future__ import annotations

from sphinx_gitops.workflows.translation import texts, translated
from support.mistakes import read

TEXT = """\
title: T
description: D
stages:
  s:
    title: S
    note: N
    groups: {g: {title: G, components: {B: {title: Aa, links: {L: 'https://x.example'}}}}}
    components: {A: {title: Aa, subtitle: U, description: Dd}}
flows:
  - {from: A, to: B, label: goes, description: Df}
"""


def workflow():
    reading = read(TEXT)
    assert not reading.problems
    return reading.workflow


def test_each_text_is_there_once_in_the_order_of_the_workflow():
    assert texts(workflow()) == ["T", "D", "S", "N", "G", "Aa", "U", "Dd", "L", "goes", "Df"]


def test_a_translated_workflow_has_other_texts_and_the_same_ids():
    before = workflow()
    after = translated(before, {text: text * 2 for text in texts(before)})
    assert texts(after) == [text * 2 for text in texts(before)]
    assert [part.id for part in after.parts()] == [part.id for part in before.parts()]
    assert [list(flow.pairs()) for flow in after.flows] == [list(flow.pairs()) for flow in before.flows]


def test_without_words_it_is_the_same():
    before = workflow()
    assert translated(before, {}) is before
    assert translated(before, {"other": "x"}) == before
