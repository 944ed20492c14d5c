"""What CONTRIBUTING and the other pages name is there: files, folders, targets of make and environments of tox."""

from __future__ import annotations

import re

import pytest

from support.project import ROOT

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = [line for line in CONTRIBUTING.splitlines() if line.startswith("| a")]


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda line: line.split("|")[1].strip())
def test_a_recipe_names_files_that_are_there_and_a_test(recipe):
    _, _, files, tests, _ = recipe.split("|")
    named = re.findall(r"`([\w./-]+/[\w./-]+)`", files + tests)
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert re.search(r"`sphinx_gitops/[\w./]+`", files)
    assert re.search(r"`tests/[\w./]+`", tests)


def test_there_are_recipes():
    assert len(RECIPES) > 10


def test_targets_of_make_are_there_and_say_what_they_do():
    targets = dict(re.findall(r"^([a-z-]+):.*?## (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z-]+)\b", CONTRIBUTING)) <= set(targets)
    assert next(iter(targets)) == "help"


@pytest.mark.parametrize("page", [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"], ids=lambda path: path.name)  # fmt: skip
def test_tests_that_a_page_names_are_there(page):
    named = re.findall(r"\btests/[\w./-]*\w", page.read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_environments_that_are_named_are_there():
    tox = (ROOT / "tox.ini").read_text(encoding="utf-8")
    texts = "".join(
        path.read_text(encoding="utf-8") for path in [*(ROOT / "docs").rglob("*.md"), ROOT / "CONTRIBUTING.md"]
    )
    named = set(re.findall(r"tox run -e (\w+)", texts))
    assert "fuzz" in named
    assert [name for name in named if f"[testenv:{name}]" not in tox and name != "py"] == []


def test_a_fragment_of_the_changelog_has_a_name_that_towncrier_knows():
    names = [path.name for path in (ROOT / "changelog.d").iterdir() if path.name != "README.md"]
    assert [
        name for name in names if not re.fullmatch(r"(\+[\w-]+|\d+)\.(added|changed|fixed|removed)\.md", name)
    ] == []
