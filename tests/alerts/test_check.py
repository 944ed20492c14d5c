"""Rule files against a site: what a command asks."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.check import check_alerts
from sphinx_gitops.alerts.pages import Pages
from sphinx_gitops.alerts.reading import read_alerts
from sphinx_gitops.settings import read_settings


@pytest.mark.parametrize(
    ("rule", "fails"),
    [
        ("{alert: A, labels: {severity: page}}", True),
        ("{alert: A}", False),
        ("{alert: A, annotations: {runbook_url: 'https://docs.example/x.html'}}", True),
        ("{alert: A, annotations: {runbook_url: 'https://x.example/x.html'}}", False),
        ("{alert: A, labels: {severity: page}}  # gitops: waive alert-runbook-none: why", False),
    ],
)
def test_a_command_fails_for_a_warning_that_is_not_waived(rule, fails):
    settings = read_settings({"gitops_alerts_base": "https://docs.example/"})[0]
    file = read_alerts(f"rules:\n- {rule}\n".encode(), "rules.yaml")
    assert check_alerts([file], [], Pages([]), settings).fails is fails
