"""The repositories of a workflow count in builds: findings of manifests are warnings at their lines."""

from __future__ import annotations

from support.audit_pages import FILES

SECRET = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: hunter2}\n"  # noqa: S105 - a manifest


def test_a_manifest_that_breaks_a_rule_is_a_warning_at_its_line(build, warnings):
    assert warnings(build(FILES)) == []
    (line,) = warnings(build(FILES | {"deploy/secret.yaml": SECRET}))
    assert "deploy/secret.yaml:1: WARNING: the Secret s has password in plain text" in line
    assert line.endswith("[gitops.secret-plaintext]")


def test_a_folder_that_is_not_there_has_no_findings(build, warnings):
    app = build(FILES | {"delivery.yaml": FILES["delivery.yaml"].replace("[deploy]", "[gone]")})
    assert [line for line in warnings(app) if "secret" in line] == []


def test_a_manifest_that_two_workflows_name_is_told_once_or_waived_by_one(build, warnings):
    second = ".. gitops-workflow::\n\n   id: second\n   manifests: [deploy]\n   stages: {s: {components: {A: B}}}\n"
    files = FILES | {"deploy/secret.yaml": SECRET, "index.rst": FILES["index.rst"] + "\n" + second}
    (line,) = warnings(build(files, source="a"))
    assert "secret-plaintext" in line
    waived = files | {
        "index.rst": files["index.rst"].replace("id: second", "id: second\n   waive: {secret-plaintext: A test.}")
    }
    assert warnings(build(waived, source="b")) == []
