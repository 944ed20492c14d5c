"""Template actions are masked and come back; nothing is rendered."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.repository.masking import is_templated, mask

pytest_plugins = ("support.repositories",)


@pytest.mark.parametrize(
    "text",
    [
        "name: {{ .Values.x }}",
        'name: {{ "{{" }}x{{ "}}" }}',
        "name: '{{ `}}` }}'",
        "name: a-{{ .x }}-{{ .y }}",
        "name: {% if a %}x{% endif %}",
        "name: #{Name}#",
        "name: ${{ github.sha }}",
        "name: {# a comment #}x",
    ],
)
def test_an_action_becomes_a_word_and_comes_back(text):
    masked, restore, dropped = mask(text)
    assert "{" not in masked
    assert "#" not in masked
    assert restore(masked) == text
    assert not dropped


@pytest.mark.parametrize(
    "line",
    [
        "{{- if .Values.x }}",
        "  {{ end -}}  ",
        "{% for a in b %}",
        '{{/* it\'s a "comment" with }} in it */}}',
        "{{- if a }}{{ if b }}",
        "{# said #}",
    ],
)
def test_a_line_of_actions_alone_is_left_out(line):
    masked, _, dropped = mask(f"a: b\n{line}\nc: d")
    assert masked == "a: b\n\nc: d"
    assert dropped


def test_lines_keep_their_numbers_across_an_action_of_several_lines():
    masked, restore, _ = mask('a: {{ include "x" (dict\n  "a" .b\n) }}\nc: d\n')
    assert masked.split("\n")[3] == "c: d"
    assert restore(masked.split("\n")[0]).startswith("a: {{ include")


def test_a_text_with_the_signs_of_a_mask_in_it_is_kept():
    text = "a: {{ x }} \ue0f07\ue0f1 \ue0f2" + "9" * 5000 + "\ue0f1"
    masked, restore, _ = mask(text)
    assert restore(masked) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<your-repo>", True),
        (">=1.0 <2.0", False),
        ("${VAR}", True),
        ("$VAR", False),
        ("<< inputs.x >>", True),
        ("a << b", False),
        ("#{X}#", True),
        ("plain", False),
    ],
)
def test_what_is_a_template(text, expected):
    assert is_templated(text) is expected


@pytest.mark.parametrize(
    "text", ["{{", "{{ '", '{{ "', "{%", "{{ a }} ", "{{/*", "#{", "{#", "<a", "${", "{{ x }}a: ", "\ue0f0", "{{ `"]
)
def test_masking_ends_whatever_the_text(text):
    text *= 30_000
    masked, restore, _ = mask(text, everything=True)
    assert len(restore(masked)) <= len(text)


APPS = """
{{- range $name, $app := .Values.apps }}
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: {{ $name }}
  {{- if $app.annotations }}
  annotations:
    {{- toYaml $app.annotations | nindent 4 }}
  {{- end }}
spec:
  project: {{ $app.project | default "default" | quote }}
  source:
    {{- if $app.chart }}
    chart: {{ $app.chart }}
    {{- else }}
    path: {{ $app.path | default (printf "apps/%s" $name) }}
    {{- end }}
    repoURL: {{ $.Values.repo }}
    helm:
      values: |
        {{- toYaml $app.values | nindent 8 }}
      {{- with $app.parameters }}
      parameters: {{ toYaml . | nindent 8 }}
      {{- end }}
  destination:
    server: {{ $.Values.server }}
    namespace: {{ $app.namespace }}
{{- end }}
"""


def test_a_chart_of_applications_is_read(read):
    found = read({"chart/Chart.yaml": "name: x\n", "chart/templates/apps.yaml": APPS})
    (one,) = found.json["objects"]
    assert (one["name"], one["line"], found.codes) == ("{{ $name }}", 3, [])
    assert one["fields"]["spec.source.path"] == '{{ $app.path | default (printf "apps/%s" $name) }}'
    assert "spec.source.path" in one["unverifiable"]


def test_a_workflow_with_expressions_is_read_as_it_is(read):
    found = read(
        {
            ".github/workflows/ci.yml": """
                on: push
                jobs:
                  build:
                    if: ${{ !cancelled() && github.ref == 'x' }}
                    environment: ${{ inputs.environment }}
                    steps:
                      - run: |
                          {% raw %}
                          echo "${{ secrets.X }}"
            """
        }
    )
    assert found.object(".github/workflows/ci.yml#build")["fields"] == {"environment": "${{ inputs.environment }}"}
    assert found.object(".github/workflows/ci.yml#build")["unverifiable"] == ["environment"]
