"""What a body may start from."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Severity, Span
from sphinx_gitops.reader import TEMPLATES, read_text
from sphinx_gitops.reader.base import Base, template_base
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.yamltree import parse

HERE = Span("body", 1)


def base(text: str) -> Base:
    tree, problems = parse(text, lambda line, column: Span("deploy/shop.yaml", line + 1, column + 1))
    assert not problems
    return Base(tree=tree, what="the repository", discovered=True)


def read(body: str):
    text = "{id: shop, stages: {cd: {components: {A: Aa, B: Bb}}}, flows: [A --> B]}"
    return read_text(body, locate=lambda line, column: Span("body", line + 1, column + 1), default="x", base=base(text))


def test_every_template_is_one():
    assert TEMPLATES
    for name in TEMPLATES:
        diagnostics = Diagnostics()
        found = template_base(name, HERE, diagnostics)
        assert found.sources == {f"<template {name}>"}
        assert diagnostics.problems == ()


def test_a_template_that_is_not_there_names_the_nearest():
    diagnostics = Diagnostics()
    assert template_base("gitop", HERE, diagnostics) is None
    assert [problem.message for problem in diagnostics.problems] == [
        "there is no template 'gitop'; did you mean 'gitops'?"
    ]


@pytest.mark.parametrize("body", ["", "# nothing\n", "{}"])
def test_an_empty_body_is_what_it_starts_from(body):
    reading = read(body)
    assert reading.problems == ()
    assert (reading.workflow.id, [one.id for one in reading.workflow.components()]) == ("shop", ["A", "B"])


def test_a_part_that_the_body_does_not_name_has_its_place_where_it_is_from():
    workflow = read("title: Mine").workflow
    assert {part.span.source for part in workflow.parts()} == {"deploy/shop.yaml"}
    assert workflow.flows[0].span.source == "deploy/shop.yaml"


def test_a_flow_that_it_has_ends_without_a_word_where_the_body_takes_an_end_away():
    reading = read("stages: {cd: {components: {B: null}}}")
    assert (reading.problems, reading.workflow.flows) == ((), ())


def test_what_is_to_be_removed_and_is_not_there_is_said_of_it():
    (problem,) = read("stages: {cd: {components: {C: null}}}").problems
    assert "and the repository has no such id" in problem.message


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("C: Title", 1),
        ("C: {title: Title}", 1),
        ("C: {kind: build}", 0),
        ("C: {manifest: A/b}", 0),
        ("A: {title: Title}", 0),
    ],
)
def test_a_title_for_what_is_not_there_is_an_info(body, count):
    reading = read(f"stages: {{cd: {{components: {{{body}}}}}}}")
    assert [problem.severity for problem in reading.problems] == [Severity.INFO] * count
    assert all("is not in the repository, so it is a component of your own" in one.message for one in reading.problems)
