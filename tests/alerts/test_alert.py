"""What an alert says of its links."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.alert import Alert, Annotation
from sphinx_gitops.problems import Span

HERE = Span("rules.yaml", 3)


def annotation(name: str, value: str) -> Annotation:
    return Annotation(name, value, HERE, HERE)


@pytest.mark.parametrize(
    ("value", "addresses"),
    [
        ("https://a.example", ("https://a.example",)),
        ("see https://a.example and https://b.example", ("https://a.example", "https://b.example")),
        ("{{ .Values.docs }}/db.html", ("{{ .Values.docs }}/db.html",)),
        ("${DOCS}", ("${DOCS}",)),
        ("docs/db.md", ()),
        (" ", ()),
    ],
)
def test_an_annotation_has_addresses_or_is_a_template_of_one(value, addresses):
    assert annotation("runbook", value).addresses == addresses


def test_links_are_in_the_order_of_the_names_that_are_asked_for():
    alert = Alert(name="A", span=HERE, annotations=(annotation("doc", "https://b.example"), annotation("runbook", "https://a.example"), annotation("x", "https://c.example")))  # fmt: skip
    assert [address for _, address in alert.links(("runbook", "doc"))] == ["https://a.example", "https://b.example"]


def test_a_name_may_be_templated_and_a_label_may_be_missing():
    alert = Alert(name="{{ $x }}Down", span=HERE, labels=(("team", "a"),))
    assert alert.is_templated
    assert (alert.label("team"), alert.label("severity")) == ("a", "")
