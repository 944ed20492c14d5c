"""A baseline is an earlier report; anything else says what is wrong with it."""

import json

import pytest

from sphinx_gitops.drift.baseline import BaselineError, read_baseline
from sphinx_gitops.reports.drift_reports import DRIFT_FORMATS
from support.drift import documented
from support.repositories import ks

FLOWS = """
manifests: [deploy]
stages:
  cd:
    components:
      A: {manifest: Kustomization/flux-system/a}
      B: {manifest: Kustomization/flux-system/b}
      C: {manifest: Kustomization/flux-system/c}
flows: [A --> C, B --> C]
"""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is no JSON"),
        ("[]", "no list of findings"),
        ('{"findings": {}}', "no list of findings"),
        ('{"findings": []}', "schema_version is None"),
        ('{"schema_version": 2, "findings": []}', "schema_version is 2, expected 1"),
        ('{"schema_version": 1, "findings": [{"code": "x"}]}', "lacks one of code, object, field"),
        ('{"schema_version": 1, "findings": [3]}', "lacks one of"),
        ("[" * 100_000, "it is no JSON"),
    ],
)
def test_what_is_no_report_is_told(text, reason):
    with pytest.raises(BaselineError, match=reason):
        read_baseline(text)


def test_lines_and_messages_do_not_matter(tmp_path):
    found = documented(tmp_path, FLOWS, {f"{name}.yaml": ks(name, f"./{name}") for name in "abc"})
    findings = found.outcome().findings
    report = json.loads(DRIFT_FORMATS["json"](findings))
    for one in report["findings"]:
        one["documented"]["line"] += 100
        one["message"] = "changed"
    baseline = read_baseline(json.dumps(report))
    assert len(findings) == 2
    assert all(map(baseline.has, findings))


def test_another_dependency_of_one_object_is_new(tmp_path):
    found = documented(tmp_path, FLOWS, {f"{name}.yaml": ks(name, f"./{name}") for name in "abc"})
    first, second = found.outcome().findings
    baseline = read_baseline(DRIFT_FORMATS["json"]([first]))
    assert baseline.has(first)
    assert not baseline.has(second)
