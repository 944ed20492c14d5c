"""A link is written into a rule, and every other character stays."""

from __future__ import annotations

import difflib

import pytest

from sphinx_gitops.alerts.inserting import insert_link, insert_links
from sphinx_gitops.alerts.reading import read_alerts

URL = "https://docs.example/db.html#gitops-runbook-db"
RULES = {
    "annotations": "groups:\n- name: g\n  rules:\n  - alert: A  # it\n    annotations:\n      # why\n      summary: x\n    expr: up\n",
    "no annotations": "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: up\n    labels:\n        severity: page\n  - alert: B\n    annotations: {a: b}\n",
    "annotations above": "groups:\n- name: g\n  rules:\n  - annotations:\n      summary: x\n    alert: A\n    expr: up\n",
    "wide": "groups:\n    -   name: g\n        rules:\n        -   alert: A\n            annotations:\n                summary: x\n",
    "a long way": "rules:\n- alert: A\n  expr: |\n    up\n\n    == 0\n  annotations:\n    summary: x\n",
    "empty annotations": "rules:\n- alert: A\n  annotations:\n  expr: up\n",
    "lines of both": "rules:\r\n- alert: A\n  expr: up\n  annotations:\r\n    summary: x\r\n- alert: B\r",
    "lines of Windows": "rules:\r\n- alert: A\r\n  annotations:\r\n    summary: x\r\n",
    "Grafana": "groups:\n- name: g\n  rules:\n  - uid: a\n    title: A\n    condition: C\n    annotations:\n      summary: x\n",
    "behind one that has some": "rules:\n- alert: Z\n  annotations:\n    summary: y\n- alert: A\n",
    "behind one that has some, marks alone": "rules:\n-\n  alert: Z\n  annotations:\n    summary: y\n-\n  alert: A\n  expr: up\n",
    "behind one that has some, a comment at the mark": "rules:\n  - # z\n    alert: Z\n    annotations:\n      summary: y\n  -   # a\n    alert: A\n",
    "behind a list in the rule": "rules:\n- tags:\n  - a\n  annotations:\n    summary: x\n  more:\n  - b\n  alert: A\n",
    "at the end": "rules:\n- alert: A",
}  # fmt: skip


@pytest.mark.parametrize("form", RULES)
def test_a_link_is_added_to_the_rule(form):
    text = RULES[form]
    number, first = next((at, one) for at, one in enumerate(read_alerts(text.encode(), "x").alerts) if one.name == "A")
    after = insert_link(text, first.span.line, "runbook_url", URL)
    again = read_alerts(after.encode(), "x").alerts
    assert [address for _, address in again[number].links(("runbook_url",))] == [URL]
    assert {one.name: one.value for one in again[number].annotations} == {
        **{one.name: one.value for one in first.annotations},
        "runbook_url": URL,
    }
    assert [one.name for one in again] == [one.name for one in read_alerts(text.encode(), "x").alerts]
    changed = [line for line in difflib.ndiff(text.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert [line.strip("+ ") for line in changed][-1] == f"runbook_url: {URL}"
    assert all(line.startswith("+ ") for line in changed)
    assert ("\r\n" in after) == ("\r\n" in text)


@pytest.mark.parametrize("text", ["rules: [{alert: A}]\n", "rules:\n- alert: A\n  annotations: {a: b}\n", "rules:\n- {alert: A}\n", "rules:\n- alert: A\n  annotations: *x\n"])  # fmt: skip
def test_a_rule_in_braces_takes_none(text):
    line = next(number for number, one in enumerate(text.splitlines(), 1) if "alert" in one)
    assert insert_link(text, line, "runbook_url", URL) is None
    assert insert_links(text, [(line, "runbook_url", URL)]) == (text, [line])


@pytest.mark.parametrize(
    "braces",
    [
        "rules: [{\n  alert: A,\n  expr: up\n}]\n",
        "rules: [\n  alert: A\n]\n",
        "rules:\n- {\n  alert: A\n  }\n",
        "rules:\n- alert: A\n  annotations:\n    {a: b}\n",
    ],
)
def test_a_rule_in_braces_on_several_lines_takes_none_and_leaves_the_others_theirs(braces):
    others = "---\nrules:\n- alert: B\n- alert: C\n"
    text = braces + others
    found = read_alerts(text.encode(), "x").alerts
    assert [one.name for one in found] == ["A", "B", "C"]
    after, refused = insert_links(text, [(one.span.line, "runbook_url", URL) for one in found])
    assert refused == [found[0].span.line]
    assert after.startswith(braces)
    again = read_alerts(after.encode(), "x").alerts
    assert [[address for _, address in one.links(("runbook_url",))] for one in again] == [[], [URL], [URL]]


def test_several_links_are_added_from_the_last_on():
    text = "rules:\n- alert: A\n- alert: B\n"
    after, refused = insert_links(text, [(2, "runbook_url", URL + "a"), (3, "runbook_url", URL + "b")])
    assert refused == []
    found = read_alerts(after.encode(), "x").alerts
    assert [one.annotations[0].value for one in found] == [URL + "a", URL + "b"]
