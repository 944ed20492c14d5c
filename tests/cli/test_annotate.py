"""``sphinx-gitops annotate``: manifests against a finished build, as text, JSON, SARIF and annotations."""

from __future__ import annotations

import json

import pytest

from sphinx_gitops.cli import main
from support.doc_links_site import written_to

BASE = "https://docs.example/"
PAGE = """\
Shop
====

.. gitops-workflow::

   id: delivery
   stages:
     run:
       components:
         SHOP: {title: Shop, formerly: STORE, manifest: [Application/argocd/shop, Deployment/shop/web]}
         INFRA: {title: Infra, manifest: Kustomization/flux-system/infra}
   flows: [SHOP --> INFRA]

.. gitops-component:: delivery.SHOP

   The shop.
"""
APPLICATION = """\
# the shop
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop   # its name
  namespace: argocd
spec:
  project: default
  destination: {server: https://kubernetes.default.svc, namespace: shop}
  source: {repoURL: https://x.example/y, path: web}
"""
WEB = f"""\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  annotations:
    # where it is
    gitops.docs/url: "{BASE}shop.html#gitops-delivery.STORE"   # the old one
spec: {{}}
"""
SHOP = f"{BASE}shop.html#gitops-delivery.SHOP"


@pytest.fixture
def project(tmp_path, make_app, monkeypatch):
    """A repository: manifests, and a documentation that has been built."""
    monkeypatch.setattr("sphinx_gitops.doc_links.files.cache_folder", lambda: tmp_path / "cache")
    docs = tmp_path / "docs"
    (tmp_path / ".git").mkdir()
    index = "I\n=\n\n.. toctree::\n\n   shop\n"
    conf = f"extensions = ['sphinx_gitops']\nhtml_baseurl = {BASE!r}\n"
    written_to(docs, {"conf.py": conf, "index.rst": index, "shop.rst": PAGE})
    written_to(tmp_path, {"deploy/shop.yaml": APPLICATION, "deploy/web.yaml": WEB})
    app = make_app("html", srcdir=docs)
    app.build()
    assert app.warning.getvalue() == ""
    (tmp_path / "html").symlink_to(app.outdir, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    status = main(["annotate", *arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


DOCS = ("--docs", "html", "--conf", "docs")


def test_findings_are_printed_with_both_places_and_the_status_is_that_of_alerts(project, capsys):
    status, out, err = run(capsys, "deploy", *DOCS)
    assert status == 1
    assert [line.partition(": ")[0] + line[line.rindex(" (") :] for line in out.splitlines()] == [
        "deploy/shop.yaml:5:9 (that component at docs/shop.rst:14) [gitops.docs-link-missing]",
        "deploy/web.yaml:8:5 (there at docs/shop.rst:14) [gitops.docs-link-moved]",
    ]
    assert f"nothing in it leads to delivery.SHOP, which names it; write {SHOP} (" in out
    assert f"gitops-delivery.STORE works by a former id or a redirect alone; write {SHOP} (" in out
    assert err == "2 objects, 2 named by a component\n"


def test_json_and_sarif_name_the_component_and_the_manifest(project, capsys):
    _, out, _ = run(capsys, "deploy", *DOCS, "--format", "json")
    moved = next(one for one in json.loads(out)["findings"] if one["code"] == "docs-link-moved")
    assert moved["documented"] == {"file": "docs/shop.rst", "line": 14}
    assert moved["found"] == {"file": "deploy/web.yaml", "line": 8}
    assert moved["expected"] == SHOP
    run(capsys, "deploy", *DOCS, "--format", "sarif", "-o", "report.sarif")
    results = json.loads((project / "report.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert results[0]["relatedLocations"][0]["message"]["text"] == "the manifest"
    assert run(capsys, "deploy", *DOCS, "--format", "github")[1].startswith("::notice file=deploy/shop.yaml,line=5")


def test_one_file_is_bound_as_its_whole_checkout_says(project, capsys):
    status, out, err = run(capsys, "deploy/shop.yaml", *DOCS)
    assert (status, out.count("\n"), err) == (0, 1, "1 object, 1 named by a component\n")


def test_the_annotation_is_that_of_the_project(project, capsys):
    conf = project / "docs/conf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + "gitops_docs_annotation = 'my.example/docs'\n", encoding="utf-8")
    (project / "deploy/web.yaml").write_text(WEB.replace("gitops.docs/url", "my.example/docs").replace(f'"{BASE}shop.html#gitops-delivery.STORE"', "'{{ x }}'"), encoding="utf-8")  # fmt: skip
    assert "[gitops.docs-link-unverifiable]" in run(capsys, "deploy/web.yaml", *DOCS)[1]


def test_without_an_export_or_a_build_that_is_said(project, capsys, tmp_path):
    (tmp_path / "empty").mkdir()
    assert "the build has no gitops.json" in run(capsys, "deploy", "--docs", "empty", "--base", BASE)[2]
    status, out, err = run(capsys, "deploy")
    assert (status, out) == (0, "")
    assert "links are not resolved: --docs names no finished HTML build" in err


@pytest.mark.parametrize("arguments", [("gone.yaml",), ("deploy", "--docs", "gone"), ("deploy", "--conf", "gone")])
def test_wrong_usage_is_said(project, capsys, arguments):
    with pytest.raises(SystemExit) as stop:
        run(capsys, *arguments)
    assert stop.value.code == 2


def test_fix_writes_what_is_right_and_keeps_everything_else(project, capsys):
    status, out, err = run(capsys, "deploy", *DOCS, "--fix")
    assert (status, out) == (0, "")
    assert err == "2 links written\n2 objects, 2 named by a component\n"
    assert (project / "deploy/web.yaml").read_text(encoding="utf-8") == WEB.replace("STORE", "SHOP")
    info = f"spec:\n  info:\n    - name: Documentation\n      value: {SHOP}\n"
    assert (project / "deploy/shop.yaml").read_text(encoding="utf-8") == APPLICATION.replace("spec:\n", info)
    assert run(capsys, "deploy", *DOCS, "--fix")[2].startswith("0 links written\n")


def test_owners_are_held_against_those_of_components(project, capsys):
    (project / "CODEOWNERS").write_text("* @acme/web\n", encoding="utf-8")
    export = project / "html/gitops.json"
    export.write_text(export.read_text(encoding="utf-8").replace('"owner": ""', '"owner": "shop"'), encoding="utf-8")
    out = run(capsys, "deploy", *DOCS)[1]
    assert "CODEOWNERS:1:1: info: delivery.SHOP: its owner is 'shop', and that of deploy/shop.yaml is @acme/web (that component at docs/shop.rst:14) [gitops.owner-differs]" in out  # fmt: skip
