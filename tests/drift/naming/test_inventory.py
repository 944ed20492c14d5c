"""What a repository declares, by kind, by name, and by the ends of edges; places as messages show them."""

from sphinx_gitops.drift.difference import RepositoryLine
from sphinx_gitops.drift.naming.inventory import Inventory
from sphinx_gitops.importers.discovery import Discovery, Location
from support.drift import inventory
from support.fleets import FLEETS


def test_objects_by_kind_and_name(tmp_path):
    found = inventory(tmp_path, FLEETS["tekton"]())
    assert found.by_kind["Application"] == ["Application/argocd/shop"]
    assert "Pipeline/ci/build" in found.by_name["Pipeline", "build"]
    assert set(found.parts["Pipeline/ci/build"]) == {f"Pipeline/ci/build#{one}" for one in ("clone", "compile", "push")}
    assert found.owners["Pipeline/ci/build#clone"] == "Pipeline/ci/build"


def test_edges_by_their_ends(tmp_path):
    found = inventory(tmp_path, FLEETS["tekton"]())
    assert {edge.target for edge in found.leaving["Pipeline/ci/build#push"]} == {"Pipeline/ci/build#compile"}


def test_kinds_are_those_that_are_listed_and_those_that_are_there(tmp_path):
    found = inventory(tmp_path, {})
    assert {"Application", "Kustomization", "Secret"} <= found.kinds
    assert "Deployment" not in found.kinds


def test_places_start_where_the_repository_is_shown():
    for shown, file, folder in (
        ("deploy", "deploy/a.yaml", "deploy/"),
        (".", "a.yaml", "./"),
        ("../x", "../x/a.yaml", "../x/"),
    ):
        found = Inventory(shown=shown, discovery=Discovery(found=False))
        assert found.place(Location("a.yaml", 3)) == RepositoryLine(file, 3)
        assert found.path("./") == folder


def test_what_a_folder_is_built_from_are_the_kustomizations_below_it_and_all_that_they_include(tmp_path):
    found = inventory(tmp_path, FLEETS["flux-clusters"]())
    assert found.built_from(["apps/staging/"]) >= {"apps/staging/", "apps/base/shop/", "apps/base/cart/"}
    assert found.built_from(["apps/base/"]) == {"apps/base/"}
    assert found.built_from([]) == frozenset()
