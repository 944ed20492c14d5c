"""Components before they have ids: what they stand for, and how many."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.discovery import DiscoveredObject, Field, Location
from sphinx_gitops.importers.workflow.draft import bound_object, counted, uncounted


@pytest.mark.parametrize(("title", "count", "shown"), [("Apps", 1, "Apps"), ("Apps", 138, "Apps \u00d7 138")])
def test_a_fleet_says_how_many(title, count, shown):
    assert counted(title, count) == shown
    assert uncounted(shown) == title


def test_the_values_that_matter_and_are_known_are_bound():
    at = Location("a.yaml", 1)
    values = (
        ("spec.path", "./apps"),
        ("spec.suspend", True),
        ("spec.interval", "1m"),
        ("spec.targetNamespace", "{{ x }}"),
    )
    one = DiscoveredObject(
        id="Kustomization/n/a",
        family="flux",
        group="g",
        kind="Kustomization",
        name="a",
        namespaces=("n",),
        environments=(),
        location=at,
        fields=tuple(Field(name, value, at) for name, value in values),
        generates=None,
        unverifiable=("spec.targetNamespace",),
    )
    bound = bound_object(one)
    assert bound.object == "Kustomization/n/a"
    assert bound.values == (("spec.path", "./apps"), ("spec.suspend", True))
