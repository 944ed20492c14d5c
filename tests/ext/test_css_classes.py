"""Classes of pages: one for each workflow with colours of its own."""

from __future__ import annotations

from sphinx_gitops.ext.css_classes import style_class


def test_no_two_workflows_share_a_class():
    pairs = [("a", "b"), ("a/b", "c"), ("a", "b/c"), ("a-b", "c"), ("a", "b-c"), ("ä", "b"), ("a b", "c")]
    classes = {style_class(*pair) for pair in pairs}
    assert len(classes) == len(pairs)
    assert all(name.startswith("gitops-style-") and " " not in name for name in classes)
