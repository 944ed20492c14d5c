"""Alerts are read from every form in which rules are kept, each with its places."""

from __future__ import annotations

from textwrap import dedent

import pytest

from sphinx_gitops.alerts.alert import Tool
from sphinx_gitops.alerts.reading import read_alerts
from sphinx_gitops.problems import Severity

RULES = """\
groups:
  - name: db
    rules:
      - record: job:up:sum
        expr: sum(up)
      - alert: DatabaseDown
        annotations:
          description: "{{ $labels.instance }} is gone"
          runbook_url: https://docs.example/db.html#down
          summary: The database
            is down.
        expr: |
          up{job="db"} == 0
        for: 5m
        labels:
          severity: critical
      - alert: Slow
        expr: rate(x[5m]) > 1
"""


def read(text: str, path: str = "rules.yaml"):
    return read_alerts(dedent(text).encode(), path)


def names(text: str) -> list[str]:
    return [alert.name for alert in read(text).alerts]


def test_a_rule_says_everything_with_its_places():
    found = read(RULES)
    down, slow = found.alerts
    assert (down.name, down.severity, down.group, down.duration) == ("DatabaseDown", "critical", "db", "5m")
    assert (down.expression, down.summary) == ('up{job="db"} == 0', "The database is down.")
    assert (down.span.line, down.start, down.tool) == (6, 6, Tool.PROMETHEUS)
    link = next(one for one in down.annotations if one.name == "runbook_url")
    assert (link.key.line, link.span.line, link.span.column) == (9, 9, 24)
    assert dict(down.labels) == {"severity": "critical"}
    assert (slow.severity, slow.annotations, slow.duration) == ("", (), "")
    assert (found.problems, found.is_template) == ((), False)


FORMS = {
    "PrometheusRule": """\
        apiVersion: monitoring.coreos.com/v1
        kind: PrometheusRule
        metadata: {name: db, namespace: data}
        spec:
          groups:
          - name: g
            rules: [{alert: A, expr: up}, {record: x, expr: up}]
        """,
    "VMRule": """\
        apiVersion: operator.victoriametrics.com/v1beta1
        kind: VMRule
        metadata: {name: db, namespace: data}
        spec: {groups: [{name: g, rules: [{alert: A, expr: up}]}]}
        """,
    "a file of Mimir": "namespace: data\ngroups: [{name: g, rules: [{alert: A, expr: up}]}]\n",
    "namespaces of Mimir": "data: [{name: g, rules: [{alert: A, expr: up}]}]\n",
    "a file of Thanos": "groups:\n- name: g\n  partial_response_strategy: warn\n  rules: [{alert: A, expr: up}]\n",
    "a list": """\
        kind: List
        apiVersion: v1
        items:
        - kind: PrometheusRule
          apiVersion: monitoring.coreos.com/v1
          metadata: {name: db, namespace: data}
          spec: {groups: [{name: g, rules: [{alert: A, expr: up}]}]}
        """,
    "values of a chart": "serverFiles: {alerting_rules.yml: {groups: [{name: g, rules: [{alert: A, expr: up}]}]}}\n",
    "Grafana": """\
        apiVersion: 1
        groups:
        - orgId: 1
          name: g
          folder: f
          rules:
          - {uid: a1, title: A, condition: C, for: 5m, data: [{refId: A, model: {expr: up}}]}
          - {uid: a2, title: R, record: {metric: x}, data: []}
        """,
    "GrafanaAlertRuleGroup": """\
        apiVersion: grafana.integreatly.org/v1beta1
        kind: GrafanaAlertRuleGroup
        metadata: {name: g, namespace: data}
        spec: {folderRef: f, rules: [{uid: a1, title: A, condition: C, data: [{model: {expr: up}}]}]}
        """,
    "several documents": "---\nkind: ConfigMap\n---\ngroups: [{name: g, rules: [{alert: A, expr: up}]}]\n---\n",
    "a text in a ConfigMap": """\
        kind: ConfigMap
        metadata: {name: rules, namespace: data}
        data:
          rules.yml: |
            groups:
            - name: g
              rules:
              - {alert: A, expr: up}
        """,
    "JSON": '{"groups": [{"name": "g", "rules": [{"alert": "A", "expr": "up"}]}]}\n',
    "CRLF and a mark": "\ufeffgroups:\r\n- name: g\r\n  rules:\r\n  - alert: A\r\n    expr: up\r\n",
}


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_read_and_what_records_a_series_is_left_out(form):
    (found,) = read(FORMS[form]).alerts
    assert (found.name, found.group, found.expression) == ("A", "g", "up")


@pytest.mark.parametrize("form", ["PrometheusRule", "VMRule", "a file of Mimir", "namespaces of Mimir", "a list", "GrafanaAlertRuleGroup"])  # fmt: skip
def test_a_rule_has_the_namespace_of_its_object_or_file(form):
    assert read(FORMS[form]).alerts[0].namespace == "data"


def test_an_object_owns_its_rules_and_the_place_in_a_text_of_a_config_map_is_right():
    assert read(FORMS["a list"]).alerts[0].owner == "PrometheusRule/data/db"
    embedded = read(FORMS["a text in a ConfigMap"])
    assert embedded.alerts[0].span.line == 8
    assert embedded.embedded == {8}


@pytest.mark.parametrize("version", ["v1beta2", "v1beta3"])
def test_an_alert_of_flux(version):
    (found,) = read(f"""\
        apiVersion: notification.toolkit.fluxcd.io/{version}
        kind: Alert
        metadata: {{name: on-call, namespace: flux-system}}
        spec:
          summary: Production
          providerRef: {{name: slack}}
          eventSeverity: error
          eventMetadata:
            runbook: https://docs.example/flux.html
            env: production
          eventSources:
          - {{kind: Kustomization, name: apps}}
          - {{kind: HelmRelease, name: '*', namespace: web}}
        """).alerts
    assert (found.name, found.severity, found.tool, found.summary) == ("on-call", "error", Tool.FLUX, "Production")
    assert found.sources == ("Kustomization/flux-system/apps", "HelmRelease/web/*")
    assert [one.name for one in found.annotations] == ["runbook", "env", "summary"]
    assert found.owner == "Alert/flux-system/on-call"


def test_an_alert_of_flux_is_an_info_unless_it_says_so_and_other_alerts_are_none():
    flux = "apiVersion: notification.toolkit.fluxcd.io/v1beta3\nkind: Alert\nmetadata: {name: a}\nspec: {}\n"
    assert read(flux).alerts[0].severity == "info"
    assert names(flux.replace("{name: a}", "{}")) == []
    assert names(flux.replace("notification.toolkit.fluxcd.io", "else.example")) == []


CHART = """\
{{- if .Values.rules.enabled }}
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: {{ include "x.name" . }}
spec:
  groups:
  - name: g
    rules:
{{- range $name := .Values.names }}
    - alert: {{ $name }}Down
      expr: up == 0
{{- end }}
    - alert: Plain
      annotations:
        runbook_url: {{ .Values.docs }}/db.html
        description: '{{`{{ $labels.pod }}`}} is gone'
      expr: up{namespace=~"{{ .Values.ns }}"} == 0
      labels:
        severity: {{ .Values.severity | default "critical" }}
{{- end }}
"""


def test_in_a_chart_templates_are_masked_and_stay_as_they_are_written():
    found = read(CHART)
    templated, plain = found.alerts
    assert found.is_template
    assert (templated.name, templated.is_templated, plain.is_templated) == ("{{ $name }}Down", True, False)
    assert plain.span.line == 14
    assert plain.annotations[0].addresses == ("{{ .Values.docs }}/db.html",)
    assert plain.severity == '{{ .Values.severity | default "critical" }}'


def test_a_template_that_yaml_takes_for_a_mapping_is_masked_too():
    found = read("groups: [{name: g, rules: [{alert: A, annotations: {runbook_url: {{ .Values.url }} }}]}]\n")
    assert found.is_template
    assert found.alerts[0].annotations[0].value == "{{ .Values.url }}"


def test_a_file_below_templates_that_yaml_reads_is_a_template_and_labels_of_prometheus_make_none():
    quoted = RULES.replace("https://docs.example", "{{ .Values.docs }}")
    assert read(quoted, "chart/templates/rules.yaml").is_template
    assert not read(RULES).is_template


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("groups:\n- name: g\n  rules: [\n", "yaml-syntax", Severity.WARNING),
        ("groups:\n- name: {{ x }}\n  rules: [\n", "alert-unverifiable", Severity.INFO),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(text, code, severity):
    (found,) = read(text).problems
    assert (str(found.code), found.severity) == (code, severity)
    assert found.span.line >= 3


def test_bytes_that_are_no_text_are_said():
    assert "UTF-8" in read_alerts(b"\xff\xfe\xfa", "x.yaml").problems[0].message


@pytest.mark.parametrize("text", ["", "a", "# rules: [{alert: A}]\n", "data: {note: '# - alert: A'}\n", "rules:\n", "rules: [x, {alert: }, {}]\n", "groups: {rules: {alert: A}}\n", "kind: Role\nrules: [{apiGroups: ['*'], verbs: [get]}]\n", "spec: {rules: [{host: a.example}]}\n", "- rules\n", "kind: x\nmetadata: rules\n"])  # fmt: skip
def test_what_declares_no_alert_has_none_and_is_no_problem(text):
    found = read(text)
    assert (found.alerts, found.problems) == ((), ())


def test_labels_of_a_group_count_for_its_rules():
    (found,) = read("groups: [{name: g, labels: {severity: page, team: a}, rules: [{alert: A, labels: {team: b}}]}]\n").alerts  # fmt: skip
    assert (found.severity, dict(found.labels)) == ("page", {"severity": "page", "team": "b"})


def test_waivers_of_a_rule_and_of_a_file():
    text = """\
        # gitops: waive alert-unverifiable: rendered elsewhere
        groups:
          - name: g
            rules:
              # gitops: waive alert-runbook-none: a heartbeat
              # that never pages
              - alert: A
                expr: up
              - alert: B  # gitops: waive alert-duplicate
                expr: up
                labels: {a: b}
        """
    first, second = read(text).alerts
    assert [(one.code, one.reason) for one in first.waivers] == [
        ("alert-runbook-none", "a heartbeat"),
        ("alert-unverifiable", "rendered elsewhere"),
    ]
    assert [(one.code, one.reason, one.span.line) for one in second.waivers[:1]] == [("alert-duplicate", "", 9)]


@pytest.mark.parametrize("text", ["rules: [", "# rules: none"], ids=["no YAML", "empty"])
def test_what_a_config_map_holds_besides_rules_is_passed_over(text):
    found = read_alerts(
        f"apiVersion: v1\nkind: ConfigMap\ndata: # rules\n  other.yaml: |\n    {text}\n".encode(), "a.yaml"
    )
    assert (list(found.alerts), list(found.problems)) == ([], [])
