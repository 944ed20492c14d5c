"""The files and folders that reconcilers reach: through kustomizations, folders as they are, and charts."""

from __future__ import annotations

from sphinx_gitops.importers.reading import discover
from support.repositories import application, ks, kustomization, write

SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n"


def reached(root, files):
    write(root, files)
    return discover(root).deployed


def test_a_kustomization_reaches_what_it_names(tmp_path):
    files = {
        "clusters/a.yaml": ks("a", "./apps/prod"),
        "apps/prod/kustomization.yaml": kustomization(
            "../base", "own.yaml", extra="components: [../part]\npatches: [{path: patch.yaml}]\n"
        ),
        "apps/prod/own.yaml": SERVICE,
        "apps/prod/patch.yaml": SERVICE,
        "apps/prod/other.yaml": SERVICE,
        "apps/base/kustomization.yaml": kustomization("x.yaml"),
        "apps/base/x.yaml": SERVICE,
        "apps/part/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n",
    }
    found = reached(tmp_path, files)
    assert found == {
        "apps/prod/",
        "apps/prod/kustomization.yaml",
        "apps/prod/own.yaml",
        "apps/prod/patch.yaml",
        "apps/base/",
        "apps/base/kustomization.yaml",
        "apps/base/x.yaml",
        "apps/part/",
        "apps/part/kustomization.yaml",
    }


def test_a_plain_folder_of_flux_has_all_below_and_one_of_argo_cd_where_it_says_so(tmp_path):
    files = {"flux/a/b.yaml": SERVICE, "argo/a/b.yaml": SERVICE, "argo/c.yaml": SERVICE, "all/a/b.yaml": SERVICE}
    files |= {"c/a.yaml": ks("a", "./flux"), "c/b.yaml": application("b", "argo")}
    files["c/d.yaml"] = application("d", "all").replace("path: all", "path: all\n    directory: {recurse: true}")
    found = reached(tmp_path, files)
    assert {"flux/a/b.yaml", "argo/c.yaml", "all/a/b.yaml"} <= found
    assert "argo/a/b.yaml" not in found


def test_a_chart_has_all_below(tmp_path):
    files = {"a.yaml": application("a", "chart"), "chart/Chart.yaml": "name: x\n", "chart/templates/b.yaml": SERVICE}
    assert "chart/templates/b.yaml" in reached(tmp_path, files)


def test_kustomizations_in_a_circle_end(tmp_path):
    files = {
        "a.yaml": ks("a", "./x"),
        "x/kustomization.yaml": kustomization("../y"),
        "y/kustomization.yaml": kustomization("../x"),
    }
    assert {"x/", "y/"} <= reached(tmp_path, files)
