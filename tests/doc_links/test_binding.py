"""Which component is bound to an object: the nearest of those that name it, its file or its folder."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_gitops.alerts.pages import Pages
from sphinx_gitops.bindings.declarations import DeclaredRepository
from sphinx_gitops.doc_links.binding import Bindings, place_of
from sphinx_gitops.doc_links.documented import components_of
from sphinx_gitops.importers.discovery import DiscoveredObject, Discovery, Location
from support.doc_links_site import component, deployment, sources


def bound(text: str, repositories=(), path: str = "apps__web", **manifests: str) -> list[str]:
    export = {"components": [component(name, manifest) for name, manifest in manifests.items()]}
    bindings = Bindings(components_of(export, Pages([])), repositories)
    (file,) = sources(**{path: text}).files
    return [one.name.partition(".")[2] for one in bindings.of(file, file.manifests[0]).components]


@pytest.mark.parametrize(
    ("manifests", "expected"),
    [
        ({"A": "Deployment/shop/web"}, ["A"]),
        ({"A": "Deployment.apps/web"}, ["A"]),
        ({"A": "Deployment.batch/shop/web"}, []),
        ({"A": "Deployment/other/web"}, []),
        ({"A": "StatefulSet/shop/web"}, []),
        ({"A": "Deployment/shop/w*", "B": "Deployment/shop/web"}, ["B"]),
        ({"A": "apps/web.yaml", "B": "Deployment/shop/w*"}, ["B"]),
        ({"A": "apps/", "B": "./apps/web.yaml"}, ["B"]),
        ({"A": "./", "B": "apps"}, ["B"]),
        ({"A": "./"}, []),
        ({"A": "apps/web.yaml#x", "B": "app/"}, ["A"]),
        ({"A": "apps/web.yaml", "B": "apps/web.yaml"}, ["A", "B"]),
        ({"A": "Deployment/shop/web@production"}, []),
    ],
)
def test_the_nearest_binding_counts(manifests, expected):
    assert bound(deployment(), **manifests) == expected


def test_an_environment_is_a_part_of_the_path():
    text = deployment().replace("  namespace: shop\n", "")
    assert bound(text, path="production__web", A="Deployment/shop/web@production") == ["A"]
    assert bound(text, path="staging__web", A="Deployment/shop/web@production") == []


def test_what_only_the_whole_tree_tells_counts():
    one = DiscoveredObject(
        id="Deployment/prod/web",
        family="",
        group="apps",
        kind="Deployment",
        name="web",
        namespaces=("prod",),
        environments=("production",),
        location=Location("web.yaml", 2),
    )
    repository = DeclaredRepository(shown="apps/", discovery=Discovery(found=True, objects=(one,)))
    assert bound(deployment(), [repository], A="Deployment/prod/web@production") == ["A"]
    moved = DeclaredRepository(
        shown="apps/", discovery=Discovery(found=True, objects=(replace(one, location=Location("web.yaml", 90)),))
    )
    assert bound(deployment(), [moved], A="Deployment/prod/web@production") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("apps/", "apps"),
        ("./apps", "apps"),
        ("./", ""),
        ("/", ""),
        (".github/ci.yml#build", ".github/ci.yml"),
        ("a@x", "a"),
    ],
)
def test_a_place_is_the_path_of_a_binding(text, expected):
    assert place_of(text) == expected


def test_of_several_one_that_is_described_counts():
    found = [component(name, "Deployment/shop/web") for name in ("A", "B", "C")]
    found[1]["described"] = True
    bindings = Bindings(components_of({"components": found}, Pages([])), ())
    (file,) = sources(web=deployment()).files
    assert [one.name for one in bindings.of(file, file.manifests[0]).components] == ["delivery.B"]
