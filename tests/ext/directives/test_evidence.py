"""What manifests say of components is in entries, descriptions and tables, and follows the manifests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinx_gitops.ext.directives import evidence

APPLICATION = """\
# The shop
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop, namespace: argocd}
spec:
  source: {repoURL: https://example.org/deploy, path: apps/shop, targetRevision: v1}
  destination: {name: in-cluster, namespace: shop}
  syncPolicy: {automated: {selfHeal: true}}
"""
BODY = """
   id: delivery
   manifests: [MANIFESTS]
   stages:
     cd: {components: {shop: {title: Shop, manifest: Application/argocd/shop}}}
"""
MORE = "\n.. gitops-table:: components\n   :columns: component file revision path automation\n\n.. gitops-component:: delivery.shop\n"


@pytest.fixture
def deploy(tmp_path):
    path = tmp_path / "deploy" / "argocd" / "shop.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(APPLICATION, encoding="utf-8")
    return path


def page(manifests, more=MORE):
    return f"Page\n====\n\n.. gitops-workflow::\n{BODY.replace('MANIFESTS', manifests)}{more}"


def words(app, name="index.html"):
    return " ".join(re.sub(r"<[^>]*>", " ", Path(app.outdir, name).read_text(encoding="utf-8")).split())


def test_entries_tables_and_descriptions_have_it(build, warnings, deploy):
    app = build({"index.rst": page("../deploy")})
    assert warnings(app) == []
    text = words(app)
    assert "Shop (deploy/argocd/shop.yaml:2, revision v1, path apps/shop, automated, self-heal)" in text
    assert "Shop deploy/argocd/shop.yaml:2 v1 apps/shop automated self-heal" in text
    assert re.search(r"Manifest file\s*: deploy/argocd/shop.yaml:2 Revision\s*: v1 Path\s*: apps/shop Automation\s*: automated, self-heal", text)  # fmt: skip


@pytest.mark.parametrize("builder", ["text", "latex", "man", "texinfo", "gettext"])
def test_every_builder_has_it(build, warnings, deploy, builder):
    app = build({"index.rst": page("../deploy")}, builder=builder, project="python")
    assert [line for line in warnings(app) if "gitops" in line] == []
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in Path(app.outdir).rglob("*") if path.is_file() and path.suffix in {".txt", ".tex", ".1", ".texi"}]  # fmt: skip
    assert texts or builder == "gettext"
    for text in texts:
        assert "shop.yaml" in text
        assert "automated" in text


def test_it_follows_the_manifest(build, warnings, deploy):
    files = {"index.rst": page("/../deploy")}
    build(files)
    deploy.write_text(APPLICATION.replace("v1\n", "v2\n").replace("targetRevision: v1", "targetRevision: v2"), encoding="utf-8")  # fmt: skip
    assert "revision v2" in words(build(files))


def test_a_line_above_moves_the_place_on_other_pages_too(build, warnings, deploy):
    files = {"index.rst": page("../deploy", "") + "\n.. toctree::\n\n   other\n", "other.rst": f"Other\n=====\n{MORE}"}
    assert "deploy/argocd/shop.yaml:2" in words(build(files), "other.html")
    deploy.write_text("#\n" + APPLICATION, encoding="utf-8")
    assert "deploy/argocd/shop.yaml:3" in words(build(files), "other.html")


def test_a_file_names_its_folders_from_its_own(build, warnings, deploy):
    body = "\n".join(line.removeprefix("   ") for line in BODY.replace("MANIFESTS", "../../deploy").splitlines())
    app = build({"flows/delivery.yaml": body, "index.rst": "Page\n====\n\n.. gitops-workflow:: flows/delivery.yaml\n"})
    assert warnings(app) == []
    assert "deploy/argocd/shop.yaml:2" in words(app)


@pytest.mark.parametrize(
    ("manifests", "code"),
    [
        ("../nowhere", "drift-component-missing"),
        ("../" * 40, "file-not-found"),
        ("../deploy/argocd/shop.yaml", "drift-component-missing"),
    ],
)
def test_what_is_no_folder_is_told_once_and_says_nothing(build, warnings, deploy, manifests, code):
    app = build({"index.rst": page(manifests)})
    (line,) = warnings(app)
    assert line.endswith(f"[gitops.{code}]")
    assert "shop.yaml:2" not in words(app)


@pytest.mark.parametrize(
    ("folder", "source", "shown"),
    [
        ("/builds/shop/deploy", "/builds/shop/docs", "deploy/"),
        ("/builds/shop", "/builds/shop/docs", ""),
        ("/builds/shop/docs/demo/fleet", "/builds/shop/docs", "demo/fleet/"),
        ("/builds/gitops/clusters", "/builds/shop/docs", "gitops/clusters/"),
        ("/srv/data/gitops", "/builds/shop/docs", "gitops/"),
        ("/home/me/work/gitops", "/home/me/site/docs", "gitops/"),
    ],
)
def test_no_path_of_the_machine_is_shown(monkeypatch, folder, source, shown):
    monkeypatch.setenv("HOME", "/home/me")
    monkeypatch.setenv("USERPROFILE", "/home/me")
    assert evidence._shown(Path(folder), Path(source)) == shown
