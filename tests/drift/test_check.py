"""Workflows are held together: severities, waivers, the baseline and what several of them name."""

from sphinx_gitops.drift.baseline import read_baseline
from sphinx_gitops.drift.check import check_drift
from sphinx_gitops.drift.comparison import Documented
from sphinx_gitops.drift.repositories import Repositories
from sphinx_gitops.problems import Severity
from sphinx_gitops.reader import read_path
from sphinx_gitops.reports.drift_reports import DRIFT_FORMATS
from support.drift import discovered, documented, settings, written
from support.repositories import application, release

FILES = {"shop.yaml": application("shop", "shop"), "cart.yaml": application("cart", "cart")}
WORKFLOW = """
manifests: [deploy]
stages:
  cd:
    components:
      SHOP: {manifest: Application/argocd/shop}
      GONE: {manifest: HelmRelease/shop/gone, waive: WAIVE}
"""


def test_what_is_waived_has_its_reason_and_does_not_count(tmp_path):
    found = documented(tmp_path, WORKFLOW.replace("WAIVE", "{drift-component-missing: It comes back in May.}"), FILES)
    outcome = found.outcome()
    assert [(one.code, one.waived) for one in outcome.findings] == [
        ("drift-undocumented", ""),
        ("drift-component-missing", "It comes back in May."),
    ]
    assert not outcome.fails
    assert outcome.problems == ()


def test_a_waiver_that_waives_nothing_is_told(tmp_path):
    found = documented(tmp_path, WORKFLOW.replace("WAIVE", "{drift-attribute: For now.}"), FILES)
    (problem,) = found.outcome().problems
    assert (problem.code, problem.span.line) == ("waiver-unused", 6)


def test_severities_are_those_of_the_project(tmp_path):
    found = documented(tmp_path, WORKFLOW.replace("WAIVE", "{}"), FILES)
    own = settings(drift_component_missing=Severity.INFO, drift_undocumented=Severity.ERROR)
    assert [one.severity.value for one in found.outcome(settings=own).findings] == ["error", "info"]
    none = settings(drift_component_missing=None, drift_undocumented=None)
    assert found.outcome(settings=none).findings == ()


def test_what_another_workflow_names_is_documented(tmp_path):
    found = documented(tmp_path, WORKFLOW.replace("WAIVE", "{}"), FILES)
    (tmp_path / "other.yaml").write_text(
        "manifests: [deploy]\nstages: {cd: {components: {CART: {manifest: Application/argocd/cart}}}}\n"
    )
    assert [one["code"] for one in found.drift("delivery.yaml", "other.yaml")] == ["drift-component-missing"]


def test_the_nearest_of_one_workflow_is_not_undocumented_for_another(tmp_path):
    files = {**FILES, "release.yaml": release("here", namespace="shop")}
    found = documented(tmp_path, WORKFLOW.replace("WAIVE", "{}"), files)
    (tmp_path / "a.yaml").write_text(
        "manifests: [deploy]\nstages: {cd: {components: {CART: {manifest: Application/argocd/cart}}}}\n"
    )
    (finding,) = found.drift("a.yaml", "delivery.yaml")
    assert finding["found"]["file"] == "deploy/release.yaml"


def test_what_a_baseline_has_is_left_out(tmp_path):
    found = documented(tmp_path, WORKFLOW.replace("WAIVE", "{}"), FILES)
    baseline = read_baseline(DRIFT_FORMATS["json"](found.outcome().findings))
    inventories, _ = Repositories(discovered).of(written(("deploy",), tmp_path, "."))
    workflow = read_path(tmp_path / "delivery.yaml").workflow
    every = [Documented(workflow=workflow, settings=settings(), inventories=inventories)]
    assert check_drift(every, baseline).findings == ()


def test_findings_are_in_the_order_of_the_documentation(tmp_path):
    found = documented(tmp_path, WORKFLOW.replace("WAIVE", "{}").replace("/shop}", "/shap}"), FILES)
    lines = [one["documented"]["line"] for one in found.drift()]
    assert lines == sorted(lines)
    assert len(lines) > 1
