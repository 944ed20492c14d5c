"""Parts are the same by id, by a former id, and in workflows of repositories by what they document."""

from __future__ import annotations

from sphinx_gitops.diff.matching import matched, placed
from support.two_versions import OLD, edited, said, workflow

REPOSITORY = "stages:\n  cd:\n    components:\n      {}: {{title: {}, manifest: Application/argocd/{}}}\n"


def test_parts_know_the_box_around_them():
    found = placed(workflow(OLD))
    assert {name: one.box for name, one in found.items()} == {
        "ci": "", "SCAN": "ci", "build": "ci", "BUILD": "build", "TEST": "build", "cd": "", "ARGO": "cd",
    }  # fmt: skip


def test_a_former_id_counts_where_nothing_else_has_it():
    new = workflow(
        edited(("SCAN: {", "S: {formerly: [SCAN, OTHER], "), ("TEST --> SCAN", "TEST --> S"), ("- SCAN", "- S"))
    )
    assert matched(workflow(OLD), new)["S"] == "SCAN"


def test_what_a_part_documents_counts_in_repositories_alone():
    old, new = REPOSITORY.format("shop", "Shop", "shop"), REPOSITORY.format("shop_2", "Shop", "shop")
    assert said(new, old, by_manifest=True) == ["~ The component shop is renamed to shop_2."]
    assert len(said(new, old)) == 2


def test_an_id_that_stands_for_another_object_is_another_part():
    old = REPOSITORY.format("a", "A", "one") + "      b: {title: B, manifest: Application/argocd/two}\n"
    new = REPOSITORY.format("b", "A", "one") + "      c: {title: B, manifest: Application/argocd/two}\n"
    assert matched(workflow(old), workflow(new), by_manifest=True) == {"b": "a", "c": "b", "cd": "cd"}
