"""What each rule says of a workflow, before evidence is asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_gitops.audit.subject import Answer
from sphinx_gitops.problems import Span
from sphinx_gitops.runbook import Procedure
from support.audits import WORKFLOW, audited
from support.repositories import application, ks
from support.rules import settings

SECRET = "apiVersion: v1\nkind: Secret\nmetadata: {name: s%d}\nstringData: {password: hunter2}\n"  # noqa: S105 - a manifest


def test_a_rule_about_workflows_is_kept_broken_waived_or_not_known():
    assert audited().answer("prod-without-security") == Answer()
    assert audited().answer("secret-manager-missing").broken[0].startswith("nothing shows where secrets")
    waived = audited(text=WORKFLOW.replace("id: w", "id: w\nwaive: {secret-manager-missing: Outside.}"))
    assert waived.answer("secret-manager-missing").waived == (
        "Outside. (nothing shows where secrets of the environments come from)",
    )
    part = audited(text=WORKFLOW.replace("SCAN --> PROD", "SCAN"))
    assert part.answer("rollback-none").unknown == ("no way from code to production is shown",)
    assert audited().answer("runbook-missing").unknown == ("runbooks are not known here",)
    assert audited(runbooks={}).answer("runbook-missing").broken


def test_a_rule_that_is_off_is_not_known():
    off = audited(settings=settings(secret_manager_missing=None))
    assert off.answer("secret-manager-missing").unknown == ("the project has turned this rule off",)


def test_the_profile_does_not_count():
    assert audited(settings=settings("minimal")).answer("dr-missing").broken


def test_a_rule_about_manifests_needs_a_repository(tmp_path):
    assert audited().answer("suspended").unknown == ("the workflow names no repository under manifests",)
    assert audited(tmp_path, {}).answer("suspended") == Answer()
    found = audited(tmp_path, {"clusters/a.yaml": ks("a", "./x", extra="  suspend: true\n")}).answer("suspended")
    assert found.broken[0].endswith("(deploy/clusters/a.yaml:8)")


def test_a_rule_that_has_looked_at_nothing_for_production_is_not_known(tmp_path):
    staging = {"clusters/staging/a.yaml": application("a", "x")}
    (why,) = audited(tmp_path, staging).answer("revision-floating").unknown
    assert why == "nothing in the repository is known to be for production and to take a revision"
    production = {"clusters/production/a.yaml": application("a", "x")}
    assert audited(tmp_path, production).answer("revision-floating").broken


def test_a_template_is_neither_kept_nor_broken(tmp_path):
    found = audited(tmp_path, {"a.yaml": ks("a", "./x", extra="  suspend: ${X}\n")}).answer("suspended")
    assert found.broken == ()
    assert len(found.unknown) == 1


def test_of_many_findings_some_are_told(tmp_path):
    found = audited(tmp_path, {f"{n}.yaml": SECRET % n for n in range(9)}).answer("secret-plaintext")
    assert len(found.broken) == 6
    assert found.broken[-1] == "and 4 more"


def test_places_in_the_documentation_are_shown_from_its_folder(tmp_path):
    one = audited(runbooks={"PROD": {"back": Procedure.ROLLBACK}}, root=str(tmp_path))
    assert one.shown(Span(str(tmp_path / "a" / "b.md"), 3)) == "a/b.md:3"
    assert one.shown(Span("w.yaml", 3)) == "w.yaml:3"
    assert one.answer("rollback-none") == Answer()


def test_drift_is_asked_where_components_name_manifests(tmp_path):
    files = {"a.yaml": ks("a", "./x")}
    assert audited().answer("drift-component-missing").unknown == ("the workflow names no repository under manifests",)
    assert audited(tmp_path, files).answer("drift-component-missing").unknown == ("no component names a manifest",)
    gone = audited(tmp_path, files, manifest=", manifest: Kustomization/flux-system/b")
    assert len(gone.answer("drift-component-missing").broken) == 1
    there = audited(tmp_path, files, manifest=", manifest: Kustomization/flux-system/a")
    assert there.answer("drift-component-missing") == Answer()
    waived = audited(tmp_path, files, manifest=", manifest: x/y.yaml, waive: {drift-component-missing: Soon.}")
    assert waived.answer("drift-component-missing").waived[0].startswith("Soon. (")


@pytest.mark.parametrize(
    ("manifest", "component", "attribute"),
    [
        ("StatefulSet/data/db", 1, 0),
        ("{object: StatefulSet/data/db, spec.replicas: 3}", 1, 1),
        ("Kustomization/flux-system/eu-web", 1, 0),
        ("[Kustomization/flux-system/a, PeerAuthentication/mesh/default]", 1, 0),
        ("Kustomization/flux-system/a", 0, 0),
    ],
)
def test_what_nobody_looks_for_or_a_template_names_is_never_met(tmp_path, manifest, component, attribute):
    files = {"a.yaml": ks("a", "./x"), "b.yaml": ks("eu-${NAME}", "./y")}
    one = audited(tmp_path, files, manifest=f", manifest: {manifest}")
    assert [len(one.answer(code).unknown) for code in ("drift-component-missing", "drift-attribute")] == [component, attribute]  # fmt: skip
    assert one.answer("drift-component-missing").broken == ()


def test_what_manifests_do_not_say_is_not_missing():
    one = audited()
    declared = replace(one, workflow=replace(one.workflow, discovered=True))
    assert declared.answer("secret-manager-missing").broken == ()
    assert declared.answer("secret-manager-missing").unknown == (
        "manifests do not say, and the workflow is what they declare",
    )
