"""The role that cites a manifest."""

from __future__ import annotations

import json

from support.audit_pages import FILES, INDEX


def test_a_manifest_is_shown_as_it_is_written(build, warnings):
    app = build({"index.rst": "T\n=\n\nSee :gitops:manifest:`Application/argocd/shop`.\n"})
    assert warnings(app) == []
    page = (app.outdir / "index.html").read_text(encoding="utf-8")
    assert (
        '<code class="gitops-manifest docutils literal notranslate"><span class="pre">Application/argocd/shop</span></code>'
        in page
    )


def test_a_practice_cites_components_runbooks_and_manifests_and_nothing_else(build, warnings):
    cited = "See :gitops:workflow:`delivery`, :gitops:component:`delivery.ARGO`, :doc:`index`, ``plain``, :gitops:runbook:`fix` and :gitops:manifest:`mesh/mtls.yaml`."
    audit = INDEX.split("   Access controls")[0] + f"   Access controls\n      {cited}\n\n.. gitops-runbook:: fix\n"
    app = build(FILES | {"index.rst": audit})
    assert warnings(app) == []
    (found,) = json.loads((app.outdir / "gitops-audit.json").read_text(encoding="utf-8"))["audits"]
    (control,) = (one for one in found["controls"] if one["id"] == "access-controls")
    (result,) = control["results"]
    names = [proof["name"] for proof in result["evidence"]]
    assert names == [
        "delivery.ARGO",
        "Application/argocd/shop",
        "fix",
        "mesh/mtls.yaml",
    ]  # the second deploys the first
