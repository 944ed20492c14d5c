"""A document depends on the folders that its workflow names; one that may not be read is told and left out."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.repositories import folders_of
from support.repositories import application, write

PAGE = """\
Delivery
========

.. gitops-workflow::

   id: w
   manifests: [FOLDER]
   stages: {cd: {components: {A: {manifest: Application/argocd/shop}}}}
"""


@pytest.fixture(autouse=True)
def repository(tmp_path):
    (tmp_path / "top/.git").mkdir(parents=True)
    write(tmp_path / "top/deploy", {"shop.yaml": application("shop", "x")})


def run(build, folder, **config):
    app = build({"index.rst": PAGE.replace("FOLDER", folder)}, source="top/src", **config)
    return app, gitops_domain(app.env).relations.workflow("w").manifests


def test_the_document_depends_on_the_folder(build, warnings, tmp_path):
    app, manifests = run(build, "../deploy")
    assert manifests == ("../deploy",)
    assert folders_of(app.env, "index") == (tmp_path / "top/deploy",)
    assert warnings(app) == []


@pytest.mark.parametrize("folder", ["../..", "../deploy/../../"])
def test_what_is_above_the_checkout_is_not_read(build, warnings, folder):
    app, manifests = run(build, folder)
    assert manifests == ()
    (line,) = warnings(app)
    assert "index.rst:7: WARNING: manifests: " in line
    assert "is above the repository that this documentation is in" in line


OFF = "def setup(app):\n    app.connect('builder-inited', lambda app: app.env.settings.update(file_insertion_enabled=False))\n"


def test_a_project_that_reads_no_files_reads_no_manifests(build, warnings):
    files = {"index.rst": PAGE.replace("FOLDER", "../deploy"), "conf.py": OFF}
    app = build(files, source="top/src")
    assert gitops_domain(app.env).relations.workflow("w").manifests == ()
    (line,) = warnings(app)
    assert "manifests: '../deploy' is not read: file_insertion_enabled is off [gitops.file-not-found]" in line
