"""An alert of Flux."""

from __future__ import annotations

from sphinx_gitops.alerts.formats import flux
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree.documents import parse_all

TEXT = "{apiVersion: notification.toolkit.fluxcd.io/v1beta3, kind: Alert, metadata: {name: a}, spec: {}}"


def tree(text: str):
    return parse_all(text, lambda line, column: Span("x", line + 1, column + 1))[0].tree


def test_an_alert_without_more_is_an_info():
    found = flux.read_alert(tree(TEXT))
    assert (found.name, found.severity, found.sources, found.annotations) == ("a", "info", (), ())


def test_one_without_a_name_is_none_and_another_kind_is_no_alert():
    assert flux.read_alert(tree(TEXT.replace("name: a", "x: y"))) is None
    assert not flux.is_alert(tree(TEXT.replace("kind: Alert", "kind: Provider")))
