"""Values that mean the same are the same."""

import pytest

from sphinx_gitops.drift.values.comparing import default_of, field_of, full_name, is_same, is_unverifiable
from support.drift import inventory
from support.repositories import application, ks


@pytest.mark.parametrize(
    ("field", "one", "other", "expected"),
    [
        ("spec.path", "./apps", "apps/", True),
        ("spec.path", "./", "", True),
        ("spec.path", "apps", "app", False),
        ("spec.interval", "1h", "60m", True),
        ("spec.interval", "1h", "1h0m0s", True),
        ("spec.interval", "1h", "61m", False),
        ("spec.interval", "soon", "soon", True),
        ("spec.prune", "True", True, True),
        ("spec.prune", "no", False, False),
        ("spec.source.targetRevision", "1.10", "1.1", False),
        ("spec.source.targetRevision", "1h", "60m", False),
    ],
)
def test_the_same(field, one, other, expected):
    assert is_same(field, one, other) is expected


def test_what_is_not_there_has_the_meaning_of_its_tool():
    assert [default_of(field) for field in ("spec.prune", "spec.source.targetRevision", "spec.interval")] == [
        "false",
        "HEAD",
        "",
    ]


def test_short_names_mean_the_one_field_that_ends_in_them(tmp_path):
    found = inventory(tmp_path, {"a.yaml": application("shop", "x"), "b.yaml": ks("apps", "${P}")})
    shop, apps = (
        found.objects["Application/argocd/shop"],
        next(one for one in found.objects.values() if one.name == "apps"),
    )
    assert full_name(found, shop, "path") == "spec.source.path"
    assert full_name(found, shop, "namespace") == "spec.destination.namespace"
    assert full_name(found, apps, "namespace") == "metadata.namespace"
    assert full_name(found, shop, "other") == "other"
    assert field_of(found, apps, "metadata.namespace").value == "flux-system"
    assert field_of(found, apps, "metadata.name").value == "apps"
    assert field_of(found, apps, "other") is None
    assert is_unverifiable(apps, "spec.path", field_of(found, apps, "spec.path"))
    assert not is_unverifiable(shop, "spec.source.path", field_of(found, shop, "spec.source.path"))
    assert is_unverifiable(shop, "environment", field_of(found, shop, "environment"))
