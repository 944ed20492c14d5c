"""Components before they have ids: what they stand for, and how many."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.discovery import DiscoveredObject, Field, Location
from sphinx_gitops.importers.workflow.draft import (
    ManifestEntry,
    bound_object,
    counted,
    uncounted,
    with_suspended,
    with_values,
)


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


def release(name, **values):
    at = Location(f"{name}.yaml", 1)
    fields = tuple(Field(f"spec.{field}", value, at) for field, value in values.items())
    return DiscoveredObject(
        id=f"HelmRelease/shop/{name}",
        family="flux",
        group="helm.toolkit.fluxcd.io",
        kind="HelmRelease",
        name=name,
        namespaces=("shop",),
        environments=(),
        location=at,
        fields=fields,
    )


def test_a_pattern_has_the_values_that_all_of_its_members_share():
    members = [
        release("a", targetNamespace="x", suspend=True),
        release("b", targetNamespace="x"),
        release("c", targetNamespace="x"),
    ]
    (bound,) = with_values([ManifestEntry(object="HelmRelease/shop/*")], members)
    assert bound.values == (("spec.targetNamespace", "x"),)
    members[2] = release("c", targetNamespace="y")
    (bound,) = with_values([ManifestEntry(object="HelmRelease/shop/*")], members)
    assert bound.values == ()


def test_members_that_are_listed_have_values_of_their_own():
    members = [release("a", targetNamespace="x"), release("b", suspend=True)]
    bound = with_values([ManifestEntry(object=one.id) for one in members], members)
    assert [one.values for one in bound] == [(("spec.targetNamespace", "x"),), (("spec.suspend", True),)]
    assert with_suspended(bound, members) == bound


def test_what_git_suspends_is_said_beside_a_pattern():
    members = [release("a", suspend=True), release("b", suspend=False)]
    first, second = with_suspended([ManifestEntry(object="HelmRelease/shop/*")], members)
    assert first.values == ()
    assert second == ManifestEntry(object="HelmRelease/shop/a", values=(("spec.suspend", True),))
