"""ApplicationSets of a test, and the folders that they find."""

from __future__ import annotations

FLEET = """---
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {{name: fleet, namespace: argocd}}
spec:
  goTemplate: {go}
  generators:
{generators}
  template:
    metadata: {{name: '{name}'}}
    spec:
      project: default
      source: {{repoURL: 'https://example.org/me/fleet.git', path: '{path}', targetRevision: HEAD}}
      destination: {{server: 'https://kubernetes.default.svc', namespace: '{namespace}'}}
"""


def fleet(generators, name, path, *, go=False, namespace="shop"):
    listed = "\n".join(f"    {line}" for line in generators.strip("\n").splitlines())
    return FLEET.format(generators=listed, name=name, path=path, go=str(go).lower(), namespace=namespace)


GIT = "- git: {repoURL: https://example.org/me/fleet.git, revision: HEAD, directories: [{path: apps/*}, {path: apps/old, exclude: true}]}"


APPS = {"apps/one/cm.yaml": "a: b\n", "apps/two/cm.yaml": "a: b\n", "apps/old/cm.yaml": "a: b\n"}
