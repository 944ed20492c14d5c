"""Branches and tags of one repository, built by sphinx-multiversion: each version has the workflows that it had then."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.project import ROOT, missing

pytestmark = pytest.mark.others
CONF = """\
extensions = ["sphinx_gitops", "sphinx_multiversion"]
smv_branch_whitelist = r"^(main|first)$"
smv_tag_whitelist = r"^second$"
smv_remote_whitelist = None
"""
INDEX = """\
T
=

.. toctree::

   page

.. gitops-workflow::

   id: delivery
   manifests: [deploy]
   stages: {s: {components: {A: {title: Built first, doc: page, manifest: Deployment/x/shop}, B: Scan}}}
   flows: [A --> B]
"""
PAGE = "P\n=\n\n:gitops:component:`delivery.A`\n\n.. gitops-view:: delivery\n   :collapse: stages\n\n.. gitops-table:: components\n"
MANIFEST = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop, namespace: x}\n"
NAMES = {"git": ["-c", "user.name=N", "-c", "user.email=n@example.org"]}


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *NAMES["git"], *words], cwd=folder, check=True, capture_output=True, timeout=60)


@pytest.fixture
def versions(tmp_path) -> Path:
    if importlib.util.find_spec("sphinx_multiversion") is None:
        missing("sphinx_multiversion is not installed")
    if shutil.which("git") is None:
        missing("git is not installed")
    source = tmp_path / "repository" / "docs"
    (source / "deploy").mkdir(parents=True)
    for name, text in {"conf.py": CONF, "index.rst": INDEX, "page.rst": PAGE, "deploy/d.yaml": MANIFEST}.items():
        (source / name).write_text(text, encoding="utf-8")
    git(source.parent, "init", "-q", "-b", "main")
    git(source.parent, "add", "-A")
    git(source.parent, "commit", "-qm", "first")
    git(source.parent, "branch", "first")
    second = INDEX.replace("Built first", "Built second").replace("B: Scan", "B: Scan, C: Added")
    (source / "index.rst").write_text(second, encoding="utf-8")
    git(source.parent, "commit", "-qam", "second")
    git(source.parent, "tag", "second")
    main = second.replace("Built second", "Built on main").replace("id: delivery", "id: shop\n   formerly: [delivery]")
    (source / "index.rst").write_text(main, encoding="utf-8")
    git(source.parent, "commit", "-qam", "main")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "sphinx_multiversion", str(source), str(out), "-W", "--keep-going"]
    done = subprocess.run(
        command, cwd=source.parent, capture_output=True, text=True, check=False, timeout=300,
        env={"PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return out


def test_each_version_has_what_it_had(versions):
    assert sorted(path.name for path in versions.iterdir()) == ["first", "main", "second"]
    for name, workflow, title, more in (
        ("first", "delivery", "Built first", []),
        ("second", "delivery", "Built second", ["C"]),
        ("main", "shop", "Built on main", ["C"]),
    ):
        folder = versions / name
        exported = json.loads((folder / "gitops.json").read_text("utf-8"))["components"]
        assert [one["name"] for one in exported] == [f"{workflow}.{own}" for own in ("A", "B", *more)]
        assert exported[0]["title"] == title
        pages = {page: (folder / f"{page}.html").read_text("utf-8") for page in ("index", "page")}
        assert set(re.findall(r"Built (?:first|second|on main)", "".join(pages.values()))) == {title}
        assert f'href="index.html#gitops-{workflow}.A"' in pages["page"]
        for page in pages.values():
            for link in re.findall(r'href="([\w/-]*\.html)?#(gitops-[^"]*)"', page):
                assert f'id="{link[1]}"' in (pages[link[0].removesuffix(".html")] if link[0] else page)
        assert str(versions.parent) not in "".join(pages.values())
