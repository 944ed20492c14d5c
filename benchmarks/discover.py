"""A repository of 4,081 files, read, drawn, held against, and a page in a build: seconds of processor, megabytes.

Each cold, unchanged and after one edit.

python benchmarks/discover.py [NUMBER OF APPLICATIONS]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from sphinx_gitops.importers.reading import discover

APPS = 580
NAMESPACES = 20
PROBE = """
import resource, sys, time
from sphinx_gitops.cli import main
status = main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
sys.stderr.write(f"{status} {used.ru_utime + used.ru_stime:.2f} {used.ru_maxrss / 1024:.0f}")
"""

BUILD = """
import resource, sys
from sphinx.cmd.build import main
status = main(["-q", sys.argv[2] + "/../docs", sys.argv[2] + "/../html"])
used = resource.getrusage(resource.RUSAGE_SELF)
sys.stderr.write(f"{status} {used.ru_utime + used.ru_stime:.2f} {used.ru_maxrss / 1024:.0f}")
"""

KUSTOMIZATION = """---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: &app app{app}
spec:
  commonMetadata:
    labels:
      app.kubernetes.io/name: *app
{waits}  interval: 1h
  path: ./kubernetes/apps/ns{ns}/app{app}/app
  prune: true
  sourceRef: {{kind: GitRepository, name: flux-system, namespace: flux-system}}
  targetNamespace: ns{ns}
"""
RELEASE = """---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: app{app}
spec:
  interval: 1h
  chartRef: {{kind: OCIRepository, name: app{app}}}
  values:
{values}
"""
SOURCE = """---
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: app{app}
spec:
  interval: 15m
  ref: {{tag: 4.2.{app}}}
  url: oci://example.org/charts/app
"""
EXTERNAL = """---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: app{app}
spec:
  secretStoreRef: {{kind: ClusterSecretStore, name: vault}}
  target: {{template: {{data: {{X: "{{{{ .X }}}}"}}}}}}
"""
VALUES = "\n".join(
    f"    key{n}:\n      enabled: true\n      image: example.org/x:{n}\n      env: {{A: b}}" for n in range(14)
)
PLAIN = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\nspec:\n" + "".join(
    f"  a{n}:\n    - b: c\n" for n in range(30)
)


def kustomization(*resources: str, extra: str = "") -> str:
    listed = "".join(f"  - {one}\n" for one in resources)
    return f"apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n{extra}resources:\n{listed}"


def files(apps: int):
    """Every file of the repository: a folder for each application, seven files in it."""
    yield (
        "kubernetes/clusters/home/apps.yaml",
        (
            "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n"
            "metadata: {name: cluster-apps, namespace: flux-system}\n"
            "spec: {path: ./kubernetes/apps, sourceRef: {kind: GitRepository, name: flux-system}}\n"
        ),
    )
    for ns in range(NAMESPACES):
        own = range(ns, apps, NAMESPACES)
        resources = [f"./app{app}/ks.yaml" for app in own]
        yield f"kubernetes/apps/ns{ns}/kustomization.yaml", kustomization(*resources, extra=f"namespace: ns{ns}\n")
        for app in own:
            folder = f"kubernetes/apps/ns{ns}/app{app}"
            waits = f"  dependsOn:\n    - name: app{app - NAMESPACES}\n" if app >= NAMESPACES else ""
            yield f"{folder}/ks.yaml", KUSTOMIZATION.format(app=app, ns=ns, waits=waits)
            names = ("externalsecret.yaml", "helmrelease.yaml", "ocirepository.yaml", "pvc.yaml", "deployment.yaml")
            yield f"{folder}/app/kustomization.yaml", kustomization(*names)
            yield f"{folder}/app/helmrelease.yaml", RELEASE.format(app=app, values=VALUES)
            yield f"{folder}/app/ocirepository.yaml", SOURCE.format(app=app)
            yield f"{folder}/app/externalsecret.yaml", EXTERNAL.format(app=app)
            yield f"{folder}/app/pvc.yaml", "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: x}\n"
            yield f"{folder}/app/deployment.yaml", PLAIN


def run(folder: Path, command: str, name: str = "fleet") -> tuple[str, str]:
    """Seconds of processor and megabytes of one process."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", BUILD if command == "build" else PROBE, command, str(folder / name)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    status, seconds, memory = done.stderr.split()[-3:]
    assert status == "0"
    return seconds, memory


def drawn(fleet: Path) -> str:
    """A workflow in which each reconciler is a component, with all its values and flows: more than a picture has."""
    found = discover(fleet)
    held = [one for one in found.objects if one.kind in {"Kustomization", "HelmRelease"}]
    ids = {one.id: f"c{number}" for number, one in enumerate(held)}
    lines = ["manifests: [fleet]", "stages:", "  cd:", "    components:"]
    for one in held:
        values = ", ".join(
            f"{field.name}: {json.dumps(field.value)}" for field in one.fields if field.name != "spec.path"
        )
        lines.append(f"      {ids[one.id]}: {{manifest: {{object: {one.id}, {values}}}}}")
    edges = [edge for edge in found.edges if edge.kind == "dependsOn"]
    lines += ["flows:", *(f"- {ids[edge.target]} --> {ids[edge.source]}" for edge in edges)]
    return "\n".join(lines) + "\n"


def main() -> None:
    apps = int(sys.argv[1]) if len(sys.argv) > 1 else APPS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        count = 0
        for path, text in files(apps):
            target = folder / "fleet" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            count += 1
        print(f"{count:,} files")
        rows = [("cold", run(folder, "discover")), ("unchanged", run(folder, "discover"))]
        edited = folder / "fleet" / "kubernetes/apps/ns0/app0/ks.yaml"
        edited.write_text(edited.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
        rows.append(("after one edit", run(folder, "discover")))
        rows.append(("init, warm", run(folder, "init")))
        (folder / "w.yaml").write_text(drawn(folder / "fleet"), encoding="utf-8")
        rows += [("drift, first", run(folder, "drift", "w.yaml")), ("drift, unchanged", run(folder, "drift", "w.yaml"))]
        (folder / "docs").mkdir()
        (folder / "docs" / "conf.py").write_text("extensions = ['sphinx_gitops']\n", encoding="utf-8")
        page = "Fleet\n=====\n\n.. gitops-workflow::\n   :from: ../fleet\n"
        (folder / "docs" / "index.rst").write_text(page, encoding="utf-8")
        rows += [("build, cold", run(folder, "build")), ("build, unchanged", run(folder, "build"))]
        edited.write_text(edited.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
        rows.append(("build, one edit", run(folder, "build")))
        for what, (seconds, memory) in rows:
            print(f"{what:<16} {seconds:>6} s {memory:>5} MB")


if __name__ == "__main__":
    main()
