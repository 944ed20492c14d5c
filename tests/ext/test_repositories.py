"""Folders with manifests: read once a build, and the documents that depend on one are read again when it says something else."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from sphinx_gitops.ext import repositories
from sphinx_gitops.importers import reading

CONF = """
from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from pathlib import Path
from sphinx_gitops.ext.repositories import discovery_for, note_folder

class Declared(SphinxDirective):
    required_arguments = 1

    def run(self):
        found = discovery_for(self.env, Path(self.env.relfn2path(self.arguments[0])[1]))
        return [nodes.paragraph("", ", ".join(one.id for one in found.objects) if found else "no folder")]

class Noted(SphinxDirective):
    required_arguments = 1

    def run(self):
        note_folder(self.env, Path(self.env.relfn2path(self.arguments[0])[1]))
        return []

def setup(app):
    app.add_directive("declared", Declared)
    app.add_directive("noted", Noted)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
PAGES = {
    "conf.py": CONF,
    "index.rst": "Top\n===\n\n.. toctree::\n   :glob:\n\n   p*\n",
    "p1.rst": "One\n===\n\n.. declared:: ../deploy\n",
    "p2.rst": "Two\n===\n\n.. declared:: /../deploy\n",
    "p3.rst": "Three\n=====\n\n.. declared:: ../other\n",
    "p4.rst": "Four\n====\n",
    "p5.rst": "Five\n====\n\n.. noted:: ../deploy\n",
}
SHOP = """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: shop, namespace: argocd}
    spec:
      source: {repoURL: https://example.org/deploy, path: apps, targetRevision: main}
      destination: {name: in-cluster, namespace: shop}
"""


@pytest.fixture
def deploy(tmp_path):
    for folder, name in (("deploy", "shop"), ("other", "till")):
        target = tmp_path / folder / "shop.yaml"
        target.parent.mkdir()
        target.write_text(dedent(SHOP).replace("shop", name), encoding="utf-8")
        (target.parent / "README.md").write_text("Words")
    return tmp_path / "deploy"


SPHINX = {"index", "genindex", "search"}
"""Pages that Sphinx itself writes again whenever it has read something: the parent of what was read is one."""


class Builds:
    """Builds of the pages, with what each has read and written."""

    def __init__(self, build, parallel):
        self._build, self._parallel, self.app = build, parallel, None

    def __call__(self, **files):
        before = self.times()
        self.app = self._build(
            {**PAGES, **{f"{name}.rst": text for name, text in files.items()}}, parallel=self._parallel
        )
        after = self.times()
        self.written = {name for name, time in after.items() if before.get(name) != time} - SPHINX
        return self

    def times(self):
        pages = Path(self.app.outdir).glob("*.html") if self.app else ()
        return {path.stem: path.stat().st_mtime_ns for path in pages}

    @property
    def read(self):
        """The documents that have been read, by what Sphinx says."""
        return re.search(r"\d+ added, \d+ changed, \d+ removed", self.app.status.getvalue())[0]

    def text(self, page):
        return Path(self.app.outdir, f"{page}.html").read_text(encoding="utf-8")


@pytest.fixture(params=[0, 2], ids=["serial", "parallel"])
def builds(build, request, deploy):
    if request.param and sys.platform == "win32":
        pytest.skip("Sphinx reads in one process here")
    return Builds(build, request.param)()


def test_a_document_has_what_its_folder_declares(builds):
    assert "Application/argocd/shop" in builds.text("p1")
    assert "Application/argocd/shop" in builds.text("p2")
    assert "Application/argocd/till" in builds.text("p3")


def test_nothing_is_read_where_nothing_has_changed(builds):
    assert builds().read == "0 added, 0 changed, 0 removed"
    assert builds.written == set()


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "shop.yaml").write_text(dedent(SHOP).replace("main", "v1"), encoding="utf-8"),
        lambda folder: (folder / "shop.yaml").write_text(dedent(SHOP) + "# a word\n", encoding="utf-8"),
        lambda folder: (folder / "new.yaml").write_text(dedent(SHOP).replace("shop", "new"), encoding="utf-8"),
        lambda folder: (folder / "shop.yaml").unlink(),
        lambda folder: (folder / "shop.yaml").rename(folder / "store.yaml"),
        lambda folder: (folder / "shop.yaml").write_text("a: [", encoding="utf-8"),
        lambda folder: shutil.copytree(folder.parent / "src", folder / "apps", ignore=shutil.ignore_patterns("*.yaml")),
        shutil.rmtree,
    ],
    ids=["changed", "a-comment", "new", "removed", "renamed", "broken", "the-folder-of-a-path", "all-gone"],
)
def test_a_manifest_that_says_something_else_has_the_documents_of_its_folder_read_and_no_other(builds, deploy, change):
    change(deploy)
    assert builds().read == "0 added, 3 changed, 0 removed"
    assert builds.written == {"p1", "p2", "p5"}
    assert builds().read == "0 added, 0 changed, 0 removed"
    assert builds.written == set()


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: os.utime(folder / "shop.yaml", (1, 1)),
        lambda folder: (folder / "README.md").write_text("Other words"),
        lambda folder: (folder / "notes.txt").write_text("More"),
    ],
    ids=["touched", "no-manifest-changed", "no-manifest-added"],
)
def test_what_says_nothing_has_no_document_read(builds, deploy, change):
    change(deploy)
    assert builds().read == "0 added, 0 changed, 0 removed"
    assert builds.written == set()


def test_a_document_that_no_longer_depends_on_a_folder_is_not_read_for_it(builds, deploy):
    builds(p1="One\n===\n", p5="Five\n====\n")
    (deploy / "shop.yaml").unlink()
    assert builds(p1="One\n===\n", p5="Five\n====\n").read == "0 added, 1 changed, 0 removed"
    assert builds.written == {"p2"}


def test_a_document_that_is_gone_is_forgotten(builds, deploy):
    Path(builds.app.srcdir, "p1.rst").unlink()
    left = {name: text for name, text in PAGES.items() if name != "p1.rst"}
    app = builds._build(left, parallel=builds._parallel)
    assert "p1" not in app.env.gitops_folders
    assert set(app.env.gitops_folders) == {"p2", "p3", "p5"}


def test_a_folder_that_appears_has_its_documents_read(builds, deploy):
    shutil.rmtree(deploy)
    assert "no folder" in builds().text("p1")
    deploy.mkdir()
    (deploy / "shop.yaml").write_text(dedent(SHOP), encoding="utf-8")
    assert builds().read == "0 added, 3 changed, 0 removed"
    assert "Application/argocd/shop" in builds.text("p1")


@pytest.mark.parametrize("parallel", [0, 3])
def test_a_repository_is_resolved_once_a_build_in_however_many_processes(
    build, deploy, tmp_path, monkeypatch, parallel
):
    if parallel and sys.platform == "win32":
        pytest.skip("Sphinx reads in one process here")
    count, assembled = tmp_path / "count", reading.assembled

    def counted(repository):
        with count.open("a") as stream:
            stream.write("x")
        return assembled(repository)

    monkeypatch.setattr(reading, "assembled", counted)
    pages = {f"p{number}.rst": f"P{number}\n====\n\n.. declared:: ../deploy\n" for number in range(20)}
    app = build({**PAGES, **pages}, parallel=parallel)
    assert count.read_text() == "x"
    assert len(app.env.gitops_folders) == 20
    (deploy / "new.yaml").write_text(dedent(SHOP).replace("shop", "new"), encoding="utf-8")
    build({**PAGES, **pages}, parallel=parallel)
    assert count.read_text() == "xx"


def test_checks_have_the_same_reading_as_directives_when_all_is_read(build, deploy, monkeypatch):
    app = build(PAGES)
    first = repositories.read_folder(app, deploy)
    monkeypatch.setattr(reading, "assembled", None)
    assert repositories.read_folder(app, deploy) is first
    assert [one.id for one in first.discovery.objects] == ["Application/argocd/shop"]
    assert repositories.folders_of(app.env, "p5") == (deploy,)
    assert repositories.folders_of(app.env, "p4") == ()


def test_what_is_kept_among_the_doctrees_and_is_damaged_is_read_anew(build, deploy):
    app = build(PAGES)
    kept = sorted(Path(app.doctreedir, "gitops-repositories").glob("*-discovery"))
    assert len(kept) == 2
    for path in kept:
        content = path.read_bytes()
        path.write_bytes(content[:-3] + b"xyz")
    os.utime(Path(app.srcdir, "p1.rst"), (2 * 10**9, 2 * 10**9))
    assert "Application/argocd/shop" in Path(build(PAGES).outdir, "p1.html").read_text(encoding="utf-8")


def test_what_the_build_writes_into_the_folder_counts_as_nothing(build, tmp_path):
    pages = {
        "conf.py": CONF,
        "index.rst": "Top\n===\n\n.. declared:: /\n\n:download:`shop.yaml`\n",
        "shop.yaml": dedent(SHOP),
    }
    app = build(pages)
    assert list(Path(app.outdir).rglob("shop.yaml"))
    page = Path(app.outdir, "index.html").read_text(encoding="utf-8")
    assert "Application/argocd/shop" in page
    assert "@" not in page.partition("Application/")[2].partition("<")[0]
    status = build(pages).status.getvalue()
    assert "0 added, 0 changed, 0 removed" in status


def test_a_project_that_names_no_folder_imports_no_reader_of_manifests():
    import subprocess

    read = tuple(f"sphinx_gitops.importers.{name}" for name in ("reading", "resolution", "kustomize"))
    code = f"import sys, sphinx_gitops.ext; print([m for m in sys.modules if m.startswith({read})])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
