"""What breaks rules, for a picture: by part and by flow, without what is waived or about the whole."""

from __future__ import annotations

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.rules.judging import WorkflowRepository
from sphinx_gitops.rules.marking import marked_by
from support.repositories import ks, write
from support.rules import PATHS, SECURITY, read, settings

TEXT = PATHS.replace("FLOWS", "APP --> BUILD --> PROD, BUILD --> SCAN")


def marked(text=TEXT, profile="recommended", sources=()):
    workflow = read(text)
    return workflow, marked_by(Delivery(workflow=workflow), settings(profile).rules, sources)


def test_parts_and_flows_have_their_rules_with_texts():
    workflow, found = marked()
    codes = [code for code, _ in found.parts["PROD"]]
    assert codes[0] == SECURITY
    assert "rollback-none" in codes
    assert "APP → BUILD → PROD" in found.parts["PROD"][0][1]
    assert [code for code, _ in found.flows[workflow.flows[1].span]] == ["push-deploy"]


def test_what_is_waived_or_about_the_whole_is_not_marked():
    _, found = marked(TEXT.replace("tier: production", "tier: production, waive: {rollback-none: Forward only.}"))
    assert "rollback-none" not in [code for code, _ in found.parts["PROD"]]
    assert "secret-manager-missing" not in [code for all_ in found.parts.values() for code, _ in all_]


def test_the_profile_counts():
    _, found = marked(profile="minimal")
    assert [code for code, _ in found.parts["PROD"]] == [SECURITY]


def test_manifests_are_marked_at_the_component_that_names_them(tmp_path):
    write(tmp_path, {"a.yaml": "".join(ks(name, "./x", extra="  suspend: true\n") for name in ("a", "unnamed"))})
    source = WorkflowRepository(shown="deploy", discovery=discover(tmp_path))
    text = TEXT.replace("{kind: build}", "{kind: build, manifest: Kustomization/flux-system/a}")
    _, found = marked(text, "minimal", [source])
    assert [code for code, _ in found.parts["BUILD"]] == ["suspended"]


def test_what_drifted_is_marked_where_it_is_unless_its_rule_is_off():
    workflow = read(TEXT)
    build, flow = next(one for one in workflow.components() if one.id == "BUILD"), workflow.flows[1]
    drifted = [
        (build, "drift-attribute", "a says x"),
        (build, "drift-component-missing", "gone"),
        (workflow, "drift-undocumented", "z is not drawn"),
        (flow, "drift-flow-missing", "a leads to y"),
        (flow, "drift-component-missing", "gone"),
    ]
    found = marked_by(Delivery(workflow=workflow), settings("minimal", drift_component_missing=None).rules, (), drifted)
    assert found.parts["BUILD"] == (("drift-attribute", "a says x"),)
    assert found.flows == {flow.span: (("drift-flow-missing", "a leads to y"),)}
