"""What kustomizations name and include, and which of them no other includes."""

from __future__ import annotations

pytest_plugins = ("support.repositories",)


def test_overlays_lead_to_folders_and_not_to_files(read, make):
    found = read(
        {
            "apps/kustomization.yaml": make["kustomization"](
                "a.yaml", "../base", "../gone", "https://example.org/x//y?ref=v1"
            ),
            "apps/a.yaml": make["release"]("a"),
            "base/kustomization.yaml": make["kustomization"]("b.yaml"),
            "base/b.yaml": make["release"]("b"),
        }
    )
    assert found.edges("overlay") == [
        ("apps/", "base/"),
        ("apps/", "gone/", "missing"),
        ("apps/", "https://example.org/x//y?ref=v1", "unverifiable"),
    ]


def test_what_leaves_the_tree_or_is_templated_is_unverifiable(read, make):
    found = read({"apps/kustomization.yaml": make["kustomization"]("../../out", "${BASE}/x")})
    assert found.edges("overlay") == [
        ("apps/", "${BASE}/x", "unverifiable"),
        ("apps/", "../../out", "unverifiable"),
    ]


def test_a_file_that_only_patches_is_no_object(read, make):
    patch = make["release"]("a")
    found = read(
        {
            "apps/kustomization.yaml": make["kustomization"](
                "a.yaml", extra="namespace: n\npatches: [{path: p.yaml}]\n"
            ),
            "apps/a.yaml": make["release"]("a"),
            "apps/p.yaml": patch,
        }
    )
    assert [one for one in found.ids if one.startswith("HelmRelease")] == ["HelmRelease/n/a"]
