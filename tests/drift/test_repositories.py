"""Each folder is read once for all workflows, and is known by its number; one that is not there has a nearest."""

import pytest

from sphinx_gitops.drift.repositories import Repositories
from support.drift import discovered, written


def test_a_folder_is_read_once_however_it_is_named(tmp_path):
    (tmp_path / "deploy").mkdir()
    (tmp_path / "docs").mkdir()
    asked = []
    repositories = Repositories(lambda folder: (asked.append(folder), discovered(folder))[1])
    first, _ = repositories.of(written(("deploy", "./deploy/"), tmp_path, "."))
    second, _ = repositories.of(written(("../deploy",), tmp_path / "docs", "docs"))
    assert list(first) == list(second) == [0]
    assert len(asked) == 1
    assert first[0].shown == second[0].shown == "deploy"


@pytest.mark.parametrize(
    ("name", "nearest"), [("gone", "docs/"), ("a/b/c", "docs/a/"), ("../x/y", "./"), ("x\0y", "docs/")]
)
def test_one_that_is_not_there_has_a_nearest(tmp_path, name, nearest):
    (tmp_path / "docs/a").mkdir(parents=True)
    found, (absent,) = Repositories(discovered).of(written((name,), tmp_path / "docs", "docs"))
    assert found == {}
    assert absent.text == name
    assert absent.nearest == nearest
