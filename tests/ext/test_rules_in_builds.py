"""In a build, what breaks a rule is a warning at the line of the workflow, and runbooks and other workflows count."""

from __future__ import annotations

from support.project import ROOT

FLOWS = "T\n=\n\n.. gitops-workflow::\n\n   id: w\n   stages:\n     s:\n       components:\n         APP: {kind: repository}\n         SCAN: {kind: security-scan}\n         PROD: {kind: environment, tier: production}\n   flows: [APP --> PROD, APP --> SCAN]\n"
RUNBOOK = (
    "\n.. gitops-runbook:: back\n   :title: Roll back\n   :procedure: rollback\n   :components: w.PROD\n\n   Do it.\n"
)


def test_a_finding_is_a_warning_at_its_line(build, warnings):
    (found,) = warnings(build({"index.rst": FLOWS}))
    assert "index.rst:12: WARNING: w.PROD: production is reached past every security check: APP → PROD;" in found
    assert found.endswith("[gitops.prod-without-security]")


def test_a_project_chooses_its_rules(build, warnings):
    app = build(
        {"index.rst": FLOWS}, gitops_rules={"prod-without-security": "info", "rollback-none": "error", "cycel": "off"}
    )
    found = warnings(app)
    assert "info: w.PROD: production is reached past every security check" in app.status.getvalue()
    assert [line.rpartition("[")[2] for line in found] == ["gitops.option]", "gitops.rollback-none]"]
    assert "there is no rule 'cycel'; did you mean 'cycle'?" in found[0]


def test_one_code_is_silenced(build, warnings):
    assert warnings(build({"index.rst": FLOWS}, suppress_warnings=["gitops.prod-without-security"])) == []


def test_a_runbook_is_a_way_back(build, warnings):
    rules = {"prod-without-security": "off", "rollback-none": "warning"}
    assert len(warnings(build({"index.rst": FLOWS}, source="a", gitops_rules=rules))) == 1
    assert warnings(build({"index.rst": FLOWS + RUNBOOK}, source="b", gitops_rules=rules)) == []


def test_the_platform_example_has_no_false_alarm(make_app, warnings, tmp_path):
    app = make_app(
        "html",
        srcdir=ROOT / "docs/examples/platform",
        builddir=tmp_path,
        confoverrides={"gitops_rules_profile": "recommended", "gitops_html_output": "mermaid"},
    )
    app.build()
    assert [line for line in warnings(app) if "gitops." in line] == []
