"""Where tests are: folders and names are those of the package, and what tests share is in ``support``."""

from __future__ import annotations

import ast
import re
from collections import Counter
from configparser import ConfigParser
from pathlib import Path
from statistics import median

import pytest

from support.project import ROOT, corpus

TESTS = ROOT / "tests"
PACKAGE = ROOT / "sphinx_gitops"
FILES = sorted(TESTS.rglob("test_*.py"))
# What no single module does: pages in a browser, builds as a whole, the manual, and the project's tools.
WHOLE = {"browser", "builds", "docs", "tools"}


def modules() -> list[Path]:
    found = [path for path in sorted(PACKAGE.rglob("*.py")) if not path.name.startswith("__")]
    return [path.relative_to(PACKAGE) for path in found]


def namesakes(module: Path) -> list[Path]:
    """The tests of a module: ``ext/theme.py`` has ``tests/ext/test_theme.py`` and ``tests/ext/test_theme_*.py``."""
    folder = TESTS / module.parent
    return [*folder.glob(f"test_{module.stem}.py"), *folder.glob(f"test_{module.stem}_*.py")]


def test_every_module_has_a_test_of_its_name():
    assert modules()
    assert [module.as_posix() for module in modules() if not namesakes(module)] == []


def test_no_file_is_longer_than_can_be_read_at_once():
    """And no folder has more modules than a reader keeps apart."""
    found = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}
    assert found
    assert {path.relative_to(ROOT).as_posix(): lines for path, lines in found.items() if lines > 250} == {}
    folders = Counter(path.parent for path in found)
    assert {path.relative_to(ROOT).as_posix(): count for path, count in folders.items() if count > 20} == {}
    assert median(found.values()) <= 90


def names_of(path: Path) -> list[str]:
    """The classes and the aliases of types that a module defines and shares."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [each.name for each in tree.body if isinstance(each, ast.ClassDef)]
    aliases = [
        each.target.id
        for each in tree.body
        if isinstance(each, ast.AnnAssign)
        and isinstance(each.target, ast.Name)
        and isinstance(each.annotation, ast.Name)
        and each.annotation.id == "TypeAlias"
    ]
    return [name for name in (*classes, *aliases) if not name.startswith("_")]


def test_a_name_of_a_class_means_one_thing_in_the_whole_package():
    """Aliases of types too; a name with an underscore before it is known to its own module alone."""
    found: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for name in names_of(path):
            found.setdefault(name, []).append(path.relative_to(PACKAGE).as_posix())
    assert len(found) > 200
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}


def is_of_the_package(folder: Path) -> bool:
    return folder.parts[0] in WHOLE or (PACKAGE / folder).is_dir() or (PACKAGE / folder).with_suffix(".py").is_file()


def test_folders_are_those_of_the_package():
    folders = {path.parent.relative_to(TESTS) for path in FILES} - {Path()}
    assert Path("ext/domain") in folders
    assert [str(folder) for folder in folders if not is_of_the_package(folder)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_no_test_imports_from_another(path):
    nodes = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)]
    names = [node.module or "" for node in nodes]
    assert [name for name in names if name.split(".")[-1].startswith(("test_", "conftest"))] == []


def test_without_the_corpora_a_test_skips_and_names_them_in_ci_too(monkeypatch):
    monkeypatch.setenv("CI", "true")
    monkeypatch.delenv("GITOPS_CORPORA", raising=False)
    with pytest.raises(pytest.skip.Exception, match="GITOPS_CORPORA names no folder; this test reads clusters in it"):
        corpus("clusters")


def test_a_folder_of_the_corpora_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("GITOPS_CORPORA", str(tmp_path))
    with pytest.raises(pytest.skip.Exception, match="clusters is no folder"):
        corpus("clusters")
    (tmp_path / "clusters").mkdir()
    assert corpus("clusters") == tmp_path / "clusters"


def test_what_needs_a_browser_latex_or_minutes_is_where_its_environment_looks():
    """Collecting all the others twice takes longer than many of them."""
    tox = ConfigParser()
    tox.read(ROOT / "tox.ini", encoding="utf-8")
    listed = [ROOT / name for name in tox["marked"]["files"].replace("\\", " ").split()]
    assert all(path.exists() for path in listed)
    marked = [path for path in FILES if re.search(r"\bmark\.(browser|latex|slow)\b", path.read_text(encoding="utf-8"))]
    assert marked
    assert [path for path in marked if not any(path.is_relative_to(one) for one in listed)] == []
