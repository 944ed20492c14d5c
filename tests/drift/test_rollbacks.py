"""A rollback is promised by a flow, a component or a runbook, and each Application is told once."""

import pytest

from support.drift import documented
from support.repositories import application

WORKFLOW = """
manifests: [deploy]
stages:
  cd: {components: {SHOP: {kind: KIND, manifest: Application/argocd/shop}}}
  run: {components: {PROD: {kind: environment, tier: production}, UNDO: {kind: rollback}}}
flows: FLOWS
"""
AUTOMATED = "  syncPolicy: {automated: {}}\n"


def lines(root, flows="[SHOP --> PROD]", kind="reconciler", extra=AUTOMATED, **known):
    text = WORKFLOW.replace("FLOWS", flows).replace("KIND", kind)
    findings = documented(root, text, {"shop.yaml": application("shop", "x", extra=extra)}).drift(**known)
    assert {one["code"] for one in findings} <= {"rollback-auto-sync-conflict"}
    return [one["documented"]["line"] for one in findings]


@pytest.mark.parametrize(
    ("flows", "found"),
    [
        ("[SHOP --> PROD]", []),
        ("[{from: PROD, to: SHOP, kind: rollback}]", [5]),
        ("[UNDO --> SHOP]", [5]),
        ("[{from: PROD, to: cd, kind: rollback}, UNDO --> SHOP]", [5]),
        ("[{from: PROD, to: UNDO, kind: rollback}]", []),
        ("[{from: SHOP, to: other.SHOP, kind: rollback}]", [5]),
    ],
)
def test_flows_promise(tmp_path, flows, found):
    assert lines(tmp_path, flows) == found
    assert lines(tmp_path, flows, extra="") == []


def test_components_promise(tmp_path):
    assert lines(tmp_path, kind="rollback") == [5]
    assert lines(tmp_path, "[]", kind="rollback") == [3]


def test_runbooks_promise(tmp_path):
    assert lines(tmp_path, rolled_back=frozenset({"SHOP"})) == [3]
    assert lines(tmp_path, rolled_back=frozenset({"NONE"})) == []


@pytest.mark.parametrize(
    "source",
    ["src: {kind: source, components: {GIT: {title: Git}}}", "src: {components: {GIT: {kind: environment-config}}}"],
)
def test_a_revert_in_git_works_always(tmp_path, source):
    text = WORKFLOW.replace("stages:\n", f"stages:\n  {source}\n").replace("KIND", "reconciler")
    for flows, found in (
        ("[{from: SHOP, to: GIT, kind: rollback}]", 0),
        ("[{from: PROD, to: SHOP, kind: rollback}]", 1),
    ):
        checked = documented(
            tmp_path, text.replace("FLOWS", flows), {"shop.yaml": application("shop", "x", extra=AUTOMATED)}
        )
        assert len(checked.drift()) == found


def test_automation_that_is_disabled_is_none(tmp_path):
    extra = "  syncPolicy: {automated: {enabled: false}}\n"
    assert lines(tmp_path, "[UNDO --> SHOP]", extra=extra) == []
