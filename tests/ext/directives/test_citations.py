"""The role that cites a manifest."""

from __future__ import annotations


def test_a_manifest_is_shown_as_it_is_written(build, warnings):
    app = build({"index.rst": "T\n=\n\nSee :gitops:manifest:`Application/argocd/shop`.\n"})
    assert warnings(app) == []
    page = (app.outdir / "index.html").read_text(encoding="utf-8")
    assert (
        '<code class="gitops-manifest docutils literal notranslate"><span class="pre">Application/argocd/shop</span></code>'
        in page
    )
