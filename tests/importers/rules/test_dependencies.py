"""Dependencies on what is not there, and dependencies in a circle."""

from __future__ import annotations

pytest_plugins = ("support.repositories",)


KS = "Kustomization.kustomize.toolkit.fluxcd.io/"


def test_a_dependency_on_nothing_is_missing_and_a_problem(read, make):
    found = read(
        {
            "clusters/home/a.yaml": make["ks"]("a", "./apps", extra="  dependsOn:\n    - name: typo\n"),
            "apps/x.yaml": make["release"]("x"),
        }
    )
    assert found.edges("dependsOn") == [(f"{KS}flux-system/a@home", f"{KS}flux-system/typo", "missing")]
    assert found.codes == ["dependency-dangling"]


def test_a_circle_of_dependencies_is_an_error(read, make):
    found = read(
        {
            "clusters/home/a.yaml": make["ks"]("a", "./apps/a", extra="  dependsOn: [{name: b}]\n"),
            "clusters/home/b.yaml": make["ks"]("b", "./apps/b", extra="  dependsOn: [{name: a}]\n"),
            "apps/a/x.yaml": make["release"]("x"),
            "apps/b/y.yaml": make["release"]("y"),
        }
    )
    assert found.codes == ["dependency-cycle"]
