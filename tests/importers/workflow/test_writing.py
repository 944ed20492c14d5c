"""The text of a drawn workflow: bound, and accepted by ``check``."""

from __future__ import annotations

pytest_plugins = ("support.repositories", "support.drawn_workflows")


def test_values_that_matter_are_bound(draw, make):
    drawn = draw({"a.yaml": make["application"]("shop", "deploy/x"), "deploy/x/a.yaml": "a: b\n"})
    (binding,) = drawn.components["shop"].bindings
    assert {one.field: one.value for one in binding.expected} == {
        "spec.source.path": "deploy/x",
        "spec.source.targetRevision": "HEAD",
        "spec.destination.namespace": "shop",
        "spec.syncPolicy.automated": "false",
    }
