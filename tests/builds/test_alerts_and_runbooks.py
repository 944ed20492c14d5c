"""A documentation with a page for each alert, and the rules of a cluster: each kind of finding once, none false."""

from __future__ import annotations

import re

import pytest

GROUPS = {
    "kubernetes-apps": ("KubePodCrashLooping", "KubePodNotReady", "KubeDeploymentReplicasMismatch", "KubeJobFailed"),
    "kubernetes-system": ("KubeAPIDown", "KubeletDown", "KubeVersionMismatch"),
    "node-exporter": ("NodeFilesystemSpaceFillingUp", "NodeClockSkewDetected", "NodeRAIDDegraded"),
    "etcd": ("etcdInsufficientMembers", "etcdNoLeader", "etcdHighCommitDurations"),
    "alertmanager.rules": ("AlertmanagerFailedReload", "AlertmanagerMembersInconsistent"),
}
BASE = "https://runbooks.example/{version}/"
RULE = """\
    - alert: {name}
      annotations:
        description: '{{{{ $labels.namespace }}}}/{{{{ $labels.pod }}}} has a value of {{{{ $value | humanize }}}}.'
        runbook_url: {link}
        summary: What {name} says.
      expr: |
        increase(some_total{{job="x"}}[10m]) > 0
      for: 15m
      labels:
        severity: {severity}
"""
PAGE = """\
# {name}

:::{{gitops-runbook}} {name}
:title: {name}
:severity: {severity}
:procedure: incident-response

Look below.
:::

## Meaning

Something happened.

## Impact

Something stopped.

## Diagnosis

Look at it.

## Mitigation

Mend it.
"""


def severity(name: str) -> str:
    return "critical" if name.endswith(("Down", "Leader", "Members", "Degraded")) else "warning"


def path(group: str, name: str) -> str:
    return f"runbooks/{group.partition('-')[0].partition('.')[0]}/{name}"


def link(group: str, name: str, number: int) -> str:
    """Every second link is to the page as a whole, and versions differ."""
    base = BASE.replace("{version}", "stable" if number % 3 else "v1.2")
    anchor = ("", f"#gitops-runbook-{name}", "#diagnosis")[number % 3]
    return f"{base}{path(group, name)}{('', '.html', '/')[number % 3]}{anchor}"


def rule(name: str, address: str) -> str:
    return RULE.format(name=name, link=address, severity=severity(name))


def cluster() -> tuple[dict[str, str], dict[str, str]]:
    """The pages and the rule files, in which nothing is wrong."""
    pages = {"index": "# Runbooks\n\n```{toctree}\n:glob:\n\nrunbooks/**\n```\n\n```{gitops-table} alerts\n```\n"}
    rules = {}
    for group, names in GROUPS.items():
        text = "".join(rule(name, link(group, name, number)) for number, name in enumerate(names))
        head = f"apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: {group}\n  namespace: monitoring\nspec:\n  groups:\n  - name: {group}\n    rules:\n    - record: x:y:z\n      expr: sum(x)\n"  # fmt: skip
        rules[group] = head + text
        pages |= {path(group, name): PAGE.format(name=name, severity=severity(name)) for name in names}
    # What real rules have, and what is right: one name with two severities, windows as labels, a heartbeat.
    rules["etcd"] += rule("NodeFilesystemSpaceFillingUp", f"{BASE.replace('{version}', 'stable')}runbooks/node/NodeFilesystemSpaceFillingUp").replace("severity: warning", "severity: critical")  # fmt: skip
    return pages, rules


@pytest.fixture
def site(build):
    """Build the pages and the rules; a file that is not given is gone."""

    def run(pages: dict[str, str], rules: dict[str, str], builder: str = "html", parallel: int = 0, **conf: object):
        files = {f"{name}.md": text for name, text in pages.items()}
        files |= {f"rules/{name}.yaml": text for name, text in rules.items()}
        settings = {
            "extensions": ["sphinx_gitops", "myst_parser"],
            "myst_enable_extensions": ["colon_fence"],
            "gitops_alerts": ["rules/**/*.yaml"],
            "gitops_alerts_base": ["https://runbooks.example/*/"],
        }
        return build(files, builder=builder, parallel=parallel, **settings, **conf)

    return run


WAYS = [(builder, parallel) for builder in ("html", "dirhtml") for parallel in (0, 2)]
FINDING = re.compile(r"src/(\S+?):(\d+): (?:WARNING: |info: )?(?:info: )?(\S+?): .*\[gitops\.([a-z-]+)\]")


def findings(app) -> list[tuple[str, str, str]]:
    """The alert or runbook, the code and the file of each message about one, infos among them."""
    from sphinx.util.console import strip_colors

    lines = strip_colors(app.warning.getvalue() + app.status.getvalue()).replace("\\", "/").splitlines()
    found = [match for line in lines if (match := FINDING.search(line))]
    return sorted((match[3], match[4], match[1]) for match in found)


@pytest.mark.parametrize(("builder", "parallel"), WAYS)
def test_where_nothing_is_wrong_nothing_is_found(site, warnings, builder, parallel):
    app = site(*cluster(), builder, parallel)
    assert (findings(app), warnings(app)) == ([], [])


def wrong() -> tuple[dict[str, str], dict[str, str]]:
    """The same with each mistake once."""
    pages, rules = cluster()
    base = BASE.replace("{version}", "stable")
    rules["wrong"] = "groups:\n  - name: wrong\n    rules:\n" + "".join(
        (
            rule("PageGone", f"{base}runbooks/kubernetes/KubePodCrashLoping"),
            rule("AnchorGone", f"{base}runbooks/kubernetes/KubePodCrashLooping#diagnoses"),
            rule("Renamed", f"{base}runbooks/etcd/etcdNoLeader#gitops-runbook-etcdLeaderless"),
            rule("Templated", "'https://runbooks.example/stable/{{ $labels.alertname }}'"),
            "    - alert: Lonely\n      expr: up\n      labels: {severity: info}\n",
            "    - alert: PagesAndLonelyDown\n      expr: up\n      labels: {severity: critical}\n",
            rule("KubeJobFailed", f"{base}runbooks/kubernetes/KubeJobFailed"),
        )
    )
    pages["runbooks/etcd/etcdNoLeader"] = pages["runbooks/etcd/etcdNoLeader"].replace(":severity:", ":formerly: etcdLeaderless\n:severity:")  # fmt: skip
    pages["runbooks/kubernetes/KubeAPIDown"] = pages["runbooks/kubernetes/KubeAPIDown"].replace(":severity:", ":alerts: KubeAPIDwn\n:severity:")  # fmt: skip
    return pages, rules


EXPECTED = [
    ("AnchorGone", "alert-runbook-broken", "rules/wrong.yaml"),
    ("KubeAPIDown", "unknown-id", "runbooks/kubernetes/KubeAPIDown.md"),
    ("KubeJobFailed", "alert-duplicate", "rules/wrong.yaml"),
    ("Lonely", "alert-runbook-none", "rules/wrong.yaml"),
    ("PageGone", "alert-runbook-broken", "rules/wrong.yaml"),
    ("PagesAndLonelyDown", "alert-runbook-none", "rules/wrong.yaml"),
    ("Renamed", "alert-runbook-moved", "rules/wrong.yaml"),
    ("Templated", "alert-unverifiable", "rules/wrong.yaml"),
]


@pytest.mark.parametrize(("builder", "parallel"), WAYS)
def test_each_mistake_is_found_once(site, warnings, builder, parallel):
    app = site(*wrong(), builder, parallel)
    assert findings(app) == EXPECTED
    assert len(warnings(app)) == len(EXPECTED) - 2  # two are infos


@pytest.mark.parametrize(("builder", "parallel"), WAYS)
def test_a_runbook_that_no_alert_leads_to_is_found_where_a_project_asks(site, warnings, builder, parallel):
    pages, rules = cluster()
    rules = {file: text.replace("/#diagnosis", "/") for file, text in rules.items()}  # a section is not the runbook
    page = pages["runbooks/etcd/etcdNoLeader"]
    pages["runbooks/etcd/etcdForgotten"] = page.replace("etcdNoLeader", "etcdForgotten")
    unused = ("etcdForgotten", "runbook-unused", "runbooks/etcd/etcdForgotten.md")
    assert findings(site(pages, rules, builder, parallel)) == []
    asked = site(pages, rules, builder, parallel, gitops_rules={"runbook-unused": "warning"})
    assert findings(asked) == [unused]


@pytest.mark.parametrize(("builder", "parallel"), WAYS)
def test_an_incremental_build_finds_what_a_clean_one_does(site, builder, parallel):
    site(*cluster(), builder, parallel)
    assert findings(site(*wrong(), builder, parallel)) == EXPECTED
    pages, rules = cluster()
    assert findings(site(pages, rules | {"wrong": "groups: []\n"}, builder, parallel)) == []


def renamed(what: str) -> tuple[dict[str, str], dict[str, str], list[tuple[str, str, str]]]:
    pages, rules = cluster()
    page = "runbooks/kubernetes/KubeDeploymentReplicasMismatch"  # linked by '#diagnosis'
    other = "runbooks/kubernetes/KubePodNotReady"  # linked by its runbook
    if what == "a heading":
        pages[page] = pages[page].replace("## Diagnosis", "## Causes")
        return pages, rules, [("KubeDeploymentReplicasMismatch", "alert-runbook-broken", "rules/kubernetes-apps.yaml")]
    if what == "a page":
        pages["runbooks/kubernetes/Replicas"] = pages[page]
        pages[page] = "---\norphan: true\n---\n# Something else\n"
        return pages, rules, [("KubeDeploymentReplicasMismatch", "alert-runbook-broken", "rules/kubernetes-apps.yaml")]
    if what == "a runbook":
        pages[other] = pages[other].replace("{gitops-runbook} KubePodNotReady", "{gitops-runbook} PodNotReady")
        return pages, rules, [("KubePodNotReady", "alert-runbook-broken", "rules/kubernetes-apps.yaml")]
    if what == "a runbook, its old id kept":
        pages[other] = pages[other].replace("{gitops-runbook} KubePodNotReady", "{gitops-runbook} PodNotReady\n:formerly: KubePodNotReady")  # fmt: skip
        return pages, rules, [("KubePodNotReady", "alert-runbook-moved", "rules/kubernetes-apps.yaml")]
    rules["kubernetes-apps"] = rules["kubernetes-apps"].replace("alert: KubePodNotReady", "alert: PodNotReady")
    return pages, rules, []


@pytest.mark.parametrize("what", ["a heading", "a page", "a runbook", "a runbook, its old id kept", "a rule"])
@pytest.mark.parametrize(("builder", "parallel"), [("html", 0), ("dirhtml", 2)])
def test_after_a_rename_exactly_what_is_wrong_is_found(site, what, builder, parallel):
    site(*cluster(), builder, parallel)
    pages, rules, expected = renamed(what)
    assert findings(site(pages, rules, builder, parallel)) == expected
