"""Each build holds documentation against repository: once, at its lines, also where no page has changed."""

from __future__ import annotations

import json

import pytest

from sphinx_gitops.ext.drift.reported import outcome_of
from sphinx_gitops.reports.drift_reports import DRIFT_FORMATS
from support.repositories import application, ks, write

PAGE = """\
Delivery
========

.. gitops-workflow::

   id: delivery
   manifests: [../deploy]
   stages:
     cd:
       components:
         SHOP: {manifest: {object: Application/argocd/shop, spec.source.path: charts/shop}}
         CART: {manifest: Application/argocd/cart}
"""
MYST = (
    PAGE.replace("========\n", "")
    .replace("Delivery", "# Delivery")
    .replace(".. gitops-workflow::\n", "```{gitops-workflow}\n")
    + "```\n"
)
FILES = {"shop.yaml": application("shop", "charts/shop"), "cart.yaml": application("cart", "charts/cart")}
OTHER = "Other\n=====\n\n:orphan:\n"


@pytest.fixture
def site(tmp_path, build, warnings):
    write(tmp_path / "deploy", FILES)
    (tmp_path / ".git").mkdir()

    class Site:
        root = tmp_path
        app = None

        def build(self, files=None, **config):
            self.app = build(files or {"index.rst": PAGE, "other.rst": OTHER}, **config)
            return [line for line in warnings(self.app) if "[gitops." in line]

        def change(self, name, old, new):
            path = tmp_path / "deploy" / name
            text = path.read_text()
            assert old in text
            path.write_text(text.replace(old, new), encoding="utf-8")

    return Site()


def test_agreement_is_not_a_word(site):
    assert site.build() == []
    assert outcome_of(site.app).findings == ()


@pytest.mark.parametrize("parallel", [0, 2])
def test_a_difference_is_one_warning_with_both_places(site, parallel):
    site.change("shop.yaml", "charts/shop", "charts/shop2")
    (line,) = site.build(parallel=parallel)
    assert (
        "index.rst:11: WARNING: Application/argocd/shop has spec.source.path 'charts/shop2' in the repository " in line
    )
    assert "(deploy/shop.yaml:9), documented as 'charts/shop' [gitops.drift-attribute]" in line


def test_it_is_said_in_each_build_and_once(site):
    site.change("shop.yaml", "charts/shop", "charts/shop2")
    first = site.build()
    assert site.build() == first
    assert len(first) == 1
    changed = site.build({"index.rst": PAGE, "other.rst": OTHER + "\nMore.\n"})
    assert changed == first


def test_a_manifest_that_changes_between_builds_is_found(site):
    assert site.build() == []
    site.change("cart.yaml", "name: cart", "name: basket")
    (line,) = site.build()
    assert "index.rst:12: WARNING: Application/argocd/cart is not in the repository; nearest is" in line
    site.change("cart.yaml", "name: basket", "name: cart")
    assert site.build() == []


def test_places_are_those_of_the_file_of_a_workflow(site):
    body = "manifests: [../../deploy]\nstages: {cd: {components: {SHOP: {manifest: Application/argocd/till}, CART: {manifest: Application/argocd/cart}}}}\n"
    page = "Delivery\n========\n\n.. gitops-workflow:: flows/delivery.yaml\n"
    (line,) = site.build({"index.rst": page, "flows/delivery.yaml": body})
    assert "delivery.yaml:2: WARNING: Application/argocd/till is not in the repository" in line


def test_markdown_has_its_lines(site):
    site.change("shop.yaml", "charts/shop", "charts/shop2")
    (line,) = site.build({"index.md": MYST}, extensions=["sphinx_gitops", "myst_parser"])
    assert "index.md:10: WARNING" in line


def test_an_info_is_no_warning_and_severities_are_those_of_the_project(site):
    write(site.root / "deploy", {"new.yaml": application("new", "x")})
    assert site.build() == []
    (line,) = site.build(gitops_rules={"drift-undocumented": "error"})
    assert "Application/argocd/new is in the repository (deploy/new.yaml:2)" in line


def test_a_waiver_accepts_and_one_that_waives_nothing_is_told(site):
    site.change("shop.yaml", "charts/shop", "charts/shop2")
    waived = PAGE.replace("charts/shop}}", "charts/shop}, waive: {drift-attribute: Moves in May.}}")
    assert site.build({"index.rst": waived}) == []
    site.change("shop.yaml", "charts/shop2", "charts/shop")
    (line,) = site.build({"index.rst": waived})
    assert "the waiver of 'drift-attribute' waives nothing" in line


def test_a_baseline_lets_a_project_begin(site):
    site.change("shop.yaml", "charts/shop", "charts/shop2")
    site.build()
    text = DRIFT_FORMATS["json"](outcome_of(site.app).findings)
    files = {"index.rst": PAGE, "baseline.json": text}
    assert site.build(files, gitops_baseline="baseline.json") == []
    site.change("cart.yaml", "name: cart", "name: basket")
    (line,) = site.build(files, gitops_baseline="baseline.json")
    assert "drift-component-missing" in line


@pytest.mark.parametrize(
    ("value", "words"),
    [("none.json", "'none.json' cannot be used: No such file"), ("conf.py", "it is no JSON"), (7, "expected the path")],
)
def test_a_baseline_that_cannot_be_used_is_told_once(site, value, words):
    (line,) = site.build(gitops_baseline=value)
    assert words in line
    assert "[gitops.option]" in line


def test_what_a_description_binds_is_held(site):
    page = PAGE.replace("CART: {manifest: Application/argocd/cart}", "CART: Cart")
    page += "\n.. gitops-component:: delivery.CART\n   :manifest: Application/argocd/basket\n\n   Words.\n"
    (line,) = site.build({"index.rst": page})
    assert "Application/argocd/basket is not in the repository" in line


def test_a_runbook_promises_a_rollback(site):
    site.change("cart.yaml", "spec:\n", "spec:\n  syncPolicy: {automated: {}}\n")
    page = (
        PAGE
        + "\n.. gitops-runbook:: undo\n   :procedure: rollback\n   :components: CART\n\n   Run ``argocd app rollback cart``.\n"
    )
    (line,) = site.build({"index.rst": page})
    assert "a rollback of Application/argocd/cart is documented" in line


def test_workflows_of_several_pages_are_held_together(site):
    shop = PAGE.replace("         CART: {manifest: Application/argocd/cart}\n", "")
    cart = PAGE.replace("id: delivery", "id: cart").replace("Delivery\n========", ":orphan:\n\nCart\n====")
    cart = cart.replace(
        "         SHOP: {manifest: {object: Application/argocd/shop, spec.source.path: charts/shop}}\n", ""
    )
    assert site.build({"index.rst": shop, "cart.rst": cart}, gitops_rules={"drift-undocumented": "warning"}) == []


def test_a_workflow_from_a_repository_agrees_with_it(site):
    page = "Delivery\n========\n\n.. gitops-workflow::\n   :from: ../deploy\n"
    assert site.build({"index.rst": page}, gitops_rules={"drift-undocumented": "warning"}) == []


def test_a_builder_that_resolves_nothing_looks_at_nothing(site):
    site.change("shop.yaml", "charts/shop", "charts/shop2")
    assert site.build(builder="gettext") == []


def test_a_project_without_manifests_reads_no_repository(site, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.drift.check.check_drift", None)
    assert site.build({"index.rst": PAGE.replace("   manifests: [../deploy]\n", "")}) == []


def test_findings_are_the_same_in_every_build(site):
    site.change("shop.yaml", "charts/shop", "charts/shop2")
    site.build()
    first = json.loads(DRIFT_FORMATS["json"](outcome_of(site.app).findings))
    site.build(parallel=2)
    assert json.loads(DRIFT_FORMATS["json"](outcome_of(site.app).findings)) == first


def test_what_is_suspended_is_said_once(site):
    write(site.root / "deploy", {"apps.yaml": ks("apps", "./apps", extra="  suspend: true\n")})
    page = PAGE + "         APPS: {manifest: Kustomization/flux-system/apps}\n"
    (line,) = site.build({"index.rst": page})
    assert "[gitops.suspended]" in line
    assert "suspended" in {finding.code for finding in outcome_of(site.app).findings}
