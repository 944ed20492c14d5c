"""Small repositories, written by a test and read by the importers."""

import os
from pathlib import Path
from textwrap import dedent

import pytest

from sphinx_gitops.importers.discovery_json import to_json
from sphinx_gitops.importers.reading import FileSelection, discover

CORPORA = Path(os.environ.get("GITOPS_CORPORA", Path(__file__).parents[3] / "shared" / "corpora"))


class Found:
    """What was found, with short ways to ask for it."""

    def __init__(self, json):
        self.json = json

    @property
    def ids(self):
        return [one["id"] for one in self.json["objects"]]

    def object(self, identity):
        return next(one for one in self.json["objects"] if one["id"] == identity)

    def edges(self, *kinds):
        """Edges of some kinds, as (from, to) where they are resolved, else with their state."""
        found = []
        for one in self.json["edges"]:
            if one["kind"] in kinds:
                pair = (one["from"], one["to"])
                found.append(pair if one["state"] == "resolved" else (*pair, one["state"]))
        return found

    def places(self, kind):
        return [(one["file"], one["line"]) for one in self.json["edges"] if one["kind"] == kind]

    @property
    def environments(self):
        return [one["name"] for one in self.json["environments"]]

    @property
    def codes(self):
        return [one["code"] for one in self.json["problems"]]


def write(root, files):
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            target.write_bytes(text)
        else:
            target.write_text(dedent(text).lstrip("\n"), encoding="utf-8")


@pytest.fixture
def read(tmp_path):
    """Write a repository and read it."""

    def run(files, name="fleet", **selection):
        root = tmp_path / name
        root.mkdir(exist_ok=True)
        write(root, files)
        return Found(to_json(discover(root, FileSelection(**selection))))

    return run


@pytest.fixture
def corpus():
    """The folder of a public repository, where the corpora are at hand."""

    def find(name):
        folder = CORPORA / name
        if not folder.is_dir():
            pytest.skip(f"no corpora in {CORPORA}: set GITOPS_CORPORA")
        return folder

    return find


def ks(name, path, *, namespace="flux-system", source="flux-system", kind="GitRepository", extra=""):
    """A Flux Kustomization on six lines or more."""
    return (
        "---\napiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n"
        f"metadata: {{name: {name}, namespace: {namespace}}}\n"
        f"spec:\n  path: {path}\n  sourceRef: {{kind: {kind}, name: {source}}}\n{extra}"
    )


def release(name, extra="", namespace=""):
    """A HelmRelease."""
    where = f", namespace: {namespace}" if namespace else ""
    return (
        "---\napiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\n"
        f"metadata: {{name: {name}{where}}}\n"
        f"spec:\n  chartRef: {{kind: OCIRepository, name: {name}}}\n{extra}"
    )


def kustomization(*resources, extra=""):
    """A kustomization file."""
    listed = "".join(f"  - {one}\n" for one in resources)
    return f"apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n{listed}{extra}"


def application(name, path, *, url="https://example.org/me/fleet", extra="", namespace="argocd", destination="shop"):
    """An Argo CD Application."""
    return (
        "---\napiVersion: argoproj.io/v1alpha1\nkind: Application\n"
        f"metadata: {{name: {name}, namespace: {namespace}}}\n"
        f"spec:\n  project: default\n  source:\n    repoURL: {url}\n    path: {path}\n    targetRevision: HEAD\n"
        f"  destination: {{server: https://kubernetes.default.svc, namespace: {destination}}}\n{extra}"
    )


@pytest.fixture
def make():
    """Builders of manifests."""
    return {"ks": ks, "release": release, "kustomization": kustomization, "application": application}
