"""A title is one line, a subtitle stands under it, a note beside it, and a flow's label may lead somewhere."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text

EVERYWHERE = """\
stages:
  s:
    {}
    groups:
      g:
        {}
        components:
          A:
            {}
"""


def read(text: str):
    return read_text(text, locate=lambda line, column: Span("w", line + 1, column + 1), default="x")


def everywhere(line: str):
    return read(EVERYWHERE.format(line, line, line))


@pytest.mark.parametrize("key", ["subtitle", "note"])
def test_stages_groups_and_components_take_a_second_line_and_a_note(key):
    reading = everywhere(f"{key}: namespace shop")
    assert reading.problems == ()
    assert [getattr(part, key) for part in reading.workflow.parts()] == ["namespace shop"] * 3


@pytest.mark.parametrize("key", ["title", "subtitle"])
def test_a_line_break_is_one_error_and_the_words_are_kept(key):
    reading = everywhere(rf'{key}: "one\ntwo"')
    assert [problem.code.value for problem in reading.problems] == ["invalid-value"] * 3
    assert [getattr(part, key) for part in reading.workflow.parts()] == ["one two"] * 3


def test_the_short_form_of_a_title_is_one_line_too():
    reading = read(r'stages: {s: {components: {A: "NGINX\nport 443"}}}')
    (problem,) = reading.problems
    assert "'NGINX'" in problem.message
    assert "'subtitle'" in problem.message


def test_a_folded_title_is_one_line():
    assert read("title: >\n  one\n  two\nstages: {s: {}}\n").problems == ()


def test_the_label_of_a_flow_leads_to_a_page():
    reading = read(
        "stages: {s: {components: {A: a, B: b}}}\nflows:\n  - {from: A, to: B, url: https://x.example/, doc: how}\n"
    )
    (flow,) = reading.workflow.flows
    assert (flow.url, flow.doc) == ("https://x.example/", "how")
    assert flow.span_of("doc").column > flow.span_of("url").column > flow.span.column


def test_the_label_of_a_flow_runs_no_code():
    reading = read("stages: {s: {components: {A: a, B: b}}}\nflows:\n  - {from: A, to: B, url: 'javascript:x'}\n")
    assert [problem.code.value for problem in reading.problems] == ["unsafe-url"]
    assert reading.workflow.flows[0].url == ""


@pytest.mark.parametrize("kind", ["person", "external-system", "chat", "artifact", "event", "branch", "pipeline"])
def test_a_kind_of_what_surrounds_a_delivery_is_known(kind):
    assert read(f"stages: {{s: {{components: {{A: {{kind: {kind}}}}}}}}}").problems == ()
