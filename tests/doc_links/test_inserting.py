"""Where the lines of a link go, by the layout of its object."""

from __future__ import annotations

import pytest
import yaml

from sphinx_gitops.doc_links.inserting import CannotInsertError, insertion, values_of
from sphinx_gitops.doc_links.manifest import Holder
from sphinx_gitops.doc_links.reading import read_manifests

ADDRESS = "https://docs.example/a.html#gitops-x.A"
ARGO, FLUX, BACKSTAGE = "argoproj.io/v1alpha1", "kustomize.toolkit.fluxcd.io/v1", "backstage.io/v1alpha1"


def inserted(text: str) -> str:
    """The lines that are inserted, below the line that they follow."""
    lines = text.split("\n")
    (manifest,) = read_manifests(text.encode(), "a.yaml", "my/key").manifests
    found = insertion(manifest, "my/key", ADDRESS, lines)
    if found.line is not None:
        lines[found.below - 1] = found.line
    after = "\n".join([*lines[: found.below], *found.lines, *lines[found.below :]])
    assert ADDRESS in str(yaml.safe_load(after))
    return "\n".join([lines[found.below - 1], *found.lines])


HEAD = "apiVersion: {}\nkind: {}\nmetadata:\n"
DEPLOYMENT, APPLICATION = HEAD.format("apps/v1", "Deployment"), HEAD.format(ARGO, "Application") + "  name: a\n"
ENTITY = HEAD.format(BACKSTAGE, "Component")
SET = HEAD.format(ARGO, "ApplicationSet") + "  name: a\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DEPLOYMENT}  name: a  # x\n  labels: {{}}\n", f"  name: a  # x\n  annotations:\n    my/key: {ADDRESS}"),
        (f"{DEPLOYMENT}    name: a\n", f"    name: a\n    annotations:\n        my/key: {ADDRESS}"),
        (f"{DEPLOYMENT}  name: >-\n    a\n", f"metadata:\n  annotations:\n    my/key: {ADDRESS}"),
        (f"{DEPLOYMENT}  annotations:  # all\n    # one\n    b: c\n  name: a\n", f"  annotations:  # all\n    my/key: {ADDRESS}"),
        (f"{DEPLOYMENT}  annotations: {{}}  # none\n  name: a\n", f"  annotations:  # none\n    my/key: {ADDRESS}"),
        (f"{DEPLOYMENT}  name: a\n  'annotations':\n", f"  'annotations':\n    my/key: {ADDRESS}"),
        (f"{DEPLOYMENT}  name: a\n  annotations: null\n", f"  annotations:\n    my/key: {ADDRESS}"),
        (f"{APPLICATION}spec:\n  # p\n  project: x\n", f"spec:\n  info:\n    - name: Documentation\n      value: {ADDRESS}"),
        (f"{APPLICATION}spec:\n  sources:\n  - path: x\n", f"spec:\n  info:\n  - name: Documentation\n    value: {ADDRESS}"),
        (f"{APPLICATION}spec:\n  sources:\n  - helm:\n      parameters:\n        - a: b\n", f"spec:\n  info:\n  - name: Documentation\n    value: {ADDRESS}"),
        (f"{APPLICATION}spec:\n  a: [{{b: [c]}}]\n", f"spec:\n  info:\n    - name: Documentation\n      value: {ADDRESS}"),
        (f"{APPLICATION}spec:\n  info:\n  - name: x\n    value: y\n", f"  info:\n  - name: Documentation\n    value: {ADDRESS}"),
        (f"{APPLICATION}spec:\n  info: []\n", f"  info:\n    - name: Documentation\n      value: {ADDRESS}"),
        (f"{SET}spec:\n  template:\n    spec:\n      project: x\n", f"    spec:\n      info:\n        - name: Documentation\n          value: {ADDRESS}"),
        (f"{ENTITY}  name: a\nspec: {{}}\n", f"  name: a\n  links:\n    - url: {ADDRESS}\n      title: Documentation"),
        (f"{ENTITY}  name: a\n  links:\n  - url: x\n", f"  links:\n  - url: {ADDRESS}\n    title: Documentation"),
    ],
)  # fmt: skip
def test_lines_follow_the_layout_around_them(text, expected):
    assert inserted(text) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n", "metadata has an anchor, or is written in braces"),
        (f"{DEPLOYMENT}  name: a\n  annotations: {{b: c}}\n", "annotations has an anchor, or is written in braces"),
        (f"{DEPLOYMENT}  name: a\n  annotations: &x\n    b: c\n", "annotations has an anchor, or is written in braces"),
        (f"x: &x {{b: c}}\n{DEPLOYMENT}  name: a\n  annotations: *x\n", "annotations has an anchor, or is written in braces"),
        (f"{DEPLOYMENT}  name: a\n  annotations: x\n", "annotations has an anchor, or is written in braces"),
        (APPLICATION, "it has no spec"),
        (f"{APPLICATION}spec: {{}}\n", "spec has an anchor, or is written in braces"),
        (f"{SET}spec: {{}}\n", "it has no spec.template.spec"),
        (f"{DEPLOYMENT}  name: a\n  ? annotations\n  : b: c\n", "its layout is not understood"),
    ],
)  # fmt: skip
def test_what_is_no_block_is_left_with_the_reason(text, why):
    with pytest.raises(CannotInsertError, match=why):
        inserted(text)


def test_a_list_has_names_for_its_links():
    assert values_of(Holder.ANNOTATION, "x") == ("x",)
    assert values_of(Holder.INFO, "x") == ("Documentation", "x")
