"""Folders of manifests are seen from the file that names them."""

from __future__ import annotations

from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Span
from sphinx_gitops.workflows.manifest_folders import folders_of


def test_folders_are_seen_from_the_file(tmp_path):
    span = Span(str(tmp_path / "docs/page.rst"), 3)
    workflow = Workflow(id="w", title="W", span=span, manifests=("../deploy", "x/"))
    assert [one.path for one in folders_of(workflow, tmp_path / "docs")] == [tmp_path / "deploy", tmp_path / "docs/x"]
    assert [one.text for one in folders_of(workflow, tmp_path)] == ["../deploy", "x/"]


def test_what_a_repository_has_written_names_that_repository(tmp_path):
    workflow = Workflow(id="w", title="W", span=Span(str(tmp_path), 1), manifests=("/deploy",))
    assert [one.path for one in folders_of(workflow, tmp_path)] == [tmp_path]


def test_a_leading_slash_is_the_folder_of_the_sources(tmp_path):
    (tmp_path / "src/deploy").mkdir(parents=True)
    workflow = Workflow(
        id="w", title="W", span=Span(str(tmp_path / "x/page.rst"), 3), manifests=("/deploy", str(tmp_path))
    )
    assert [one.path for one in folders_of(workflow, tmp_path / "src")] == [tmp_path / "src/deploy", tmp_path]
