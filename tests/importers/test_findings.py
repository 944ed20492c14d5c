"""What is wrong with manifests says what to do."""

from __future__ import annotations

pytest_plugins = ("support.repositories",)


TEXT = "apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: n%s}\n%s\n"


def test_every_message_says_what_to_do(read, make):
    found = read(
        {
            "a.yaml": TEXT % ("", "data: {password: cGFzc3dvcmQ=}"),
            "b.yaml": make["ks"]("b", "./x", extra="  suspend: true\n  dependsOn: [{name: c}]\n"),
            "x/kustomization.yaml": make["kustomization"]("github.com/org/repo//deploy"),
        }
    )
    assert found.codes == ["secret-plaintext", "suspended", "dependency-dangling", "remote-base-unpinned"]
    assert all(":" in one["message"] for one in found.json["problems"])
