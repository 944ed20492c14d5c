"""Texts with their links mended: nothing else of them changes, and what cannot be mended is told."""

from __future__ import annotations

import pytest
import yaml

from sphinx_gitops.doc_links.check import check_links
from sphinx_gitops.doc_links.fixing import changes, fixed, refusal
from sphinx_gitops.settings.defaults import DOCS_ANNOTATION
from support.doc_links_site import CART, FORMER, INFRA, SETTINGS, SHOP, SITE, application, deployment, sources, thing


def mended(text: str, path: str = "x") -> tuple[str, list[str]]:
    found = sources(**{path: text})
    (file,) = found.files
    can, cannot = [], []
    for change in changes(found.files, check_links(found, SITE, SETTINGS).findings):
        why = refusal(change, file, DOCS_ANNOTATION)
        (cannot if why else can).append(why or change)
    after, refused = fixed(text, can, DOCS_ANNOTATION) if can else (text, [])
    return after, [*cannot, *(why for _, why in refused)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FORMER, SHOP),
        (f"'{FORMER}'", f"'{SHOP}'"),
        (f'"see {FORMER}, please"  # why', f'"see {SHOP}, please"  # why'),
        (CART, SHOP),
        (f"'{FORMER} {FORMER}'", f"'{SHOP} {SHOP}'"),
    ],
)
def test_an_address_is_written_in_its_place(before, after):
    assert mended(deployment(before)) == (deployment(after), [])
    assert mended(deployment(after)) == (deployment(after), [])


FLUX = thing("Kustomization", "infra", "kustomize.toolkit.fluxcd.io/v1", "flux-system", "spec: {path: ./x}")
THREE = f"# top\n{application()}---\n# web\n{deployment(FORMER)}---\n{FLUX}"
MENDED = (
    THREE.replace("spec:\n  project", f"spec:\n  info:\n    - name: Documentation\n      value: {SHOP}\n  project")
    .replace(FORMER, SHOP)
    .replace("name: infra\n", f"name: infra\n  annotations:\n    {DOCS_ANNOTATION}: {INFRA}\n")
)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_all_objects_of_a_file_are_mended_at_once_and_only_once(ending):
    text = THREE.replace("\n", ending)
    after, told = mended(text)
    assert (after, told) == (MENDED.replace("\n", ending), [])
    assert mended(after) == (after, [])


def test_an_object_in_braces_takes_no_link_and_the_others_theirs():
    names = "metadata:\n  name: infra\n  namespace: flux-system\n"
    braces = f"{FLUX.replace(names, 'metadata: {name: infra, namespace: flux-system}' + chr(10))}\n"
    assert "{name: infra" in braces
    after, told = mended(f"{braces}---\n{deployment(FORMER)}")
    assert after == f"{braces}---\n{deployment(SHOP)}"
    assert told == ["its metadata has an anchor, or is written in braces"]


def test_a_value_of_several_lines_moves_nothing_else():
    long = deployment(f'"see\n      {FORMER}"')
    after, told = mended(f"{long}---\n{application()}")
    assert told == []
    assert f'"see {SHOP}"' in after
    assert mended(after) == (after, [])


@pytest.mark.parametrize(
    ("text", "path", "why"),
    [
        (deployment(f"&link {FORMER}"), "x", "the value has an anchor or a tag, or is a block"),
        (deployment(f">-\n      {FORMER}"), "x", "the value has an anchor or a tag, or is a block"),
        (f"{deployment()}sops: {{mac: x}}\n", "x", "a checksum of SOPS is over it"),
        (f"{{{{ if x }}}}\n{deployment(FORMER)}{{{{ end }}}}\n", "chart__templates__x", "the file is a template"),
        (deployment("TODO"), "x", "its own link is there, and no address: 'TODO'"),
        (deployment("''"), "x", "its own link is there, and no address: 'empty'"),
        (application("spec:\n  info:\n  - {name: Docs, value: soon}\n"), "x", "its own link is there, and no address: 'soon'"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_stays_and_is_told(text, path, why):
    after, told = mended(text, path)
    assert (after, told) == (text, [why])


def test_what_two_objects_share_is_not_written_for_one_of_them():
    shared = "kind: List\nitems:\n- &x\n  apiVersion: apps/v1\n  kind: Deployment\n  metadata:\n    name: web\n    namespace: shop\n- *x\n"
    after, told = mended(shared)
    assert after == shared
    assert told == ["what holds it counts elsewhere, too"]


def test_a_waived_finding_is_not_mended():
    text = f"# gitops: waive docs-link-moved: until the move is done\n{deployment(FORMER)}"
    assert mended(text) == (text, [])


def test_one_that_cannot_be_written_keeps_no_other_from_it():
    shared = "kind: List\nitems:\n- &x\n  apiVersion: apps/v1\n  kind: Deployment\n  metadata:\n    name: web\n    namespace: shop\n- *x\n"
    empty = FLUX.replace("spec:", "  annotations: {}  # none\nspec:")
    after, told = mended(f"{shared}---\n{empty}\n")
    assert told == ["what holds it counts elsewhere, too"]
    assert after == f"{shared}---\n{empty}\n".replace(
        "annotations: {}  # none", f"annotations:  # none\n    {DOCS_ANNOTATION}: {INFRA}"
    )


def test_a_last_line_without_a_break_stays_one():
    text = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  namespace: shop\n  name: web"
    assert mended(text) == (f"{text}\n  annotations:\n    {DOCS_ANNOTATION}: {SHOP}", [])


def test_aliases_of_aliases_in_another_document_are_not_followed_for_ever():
    levels = "".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]\n" for n in range(1, 9))
    text = f"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\n---\nb0: &b0 [x, y]\n{levels}"
    with pytest.raises(yaml.YAMLError, match="its aliases make more than 1,000,000 values of it"):
        mended(text)
