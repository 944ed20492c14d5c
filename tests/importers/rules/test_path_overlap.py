"""Two reconcilers of one folder."""

from __future__ import annotations

from support.manifests import git_repository

pytest_plugins = ("support.repositories",)


def test_two_kustomizations_of_one_path_overlap(read, make):
    files = {"clusters/home/a.yaml": make["ks"]("a", "./apps") + make["ks"]("b", "./apps/")}
    files["apps/x.yaml"] = make["release"]("x", namespace="shop")
    assert read(files).codes == ["path-overlap"]
    files["clusters/home/a.yaml"] += "  targetNamespace: other\n"
    assert read(files).codes == []


def test_one_path_of_two_branches_or_of_two_demonstrations_is_no_overlap(read, make):
    files = {"apps/x.yaml": make["release"]("x", namespace="shop")}
    own = git_repository("flux-system", "https://example.org/me/fleet") + git_repository(
        "next", "https://example.org/me/fleet", "branch: next"
    )
    files["clusters/home/a.yaml"] = own + make["ks"]("a", "./apps") + make["ks"]("b", "./apps", source="next")
    assert read(files).codes == []
    demos = {f"demo/{one}/a.yaml": make["application"](one, "apps") for one in ("one", "two")}
    assert read(demos).codes == []
