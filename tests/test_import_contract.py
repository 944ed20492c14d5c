"""The contract on imports covers the whole package, and is held."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from support.project import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    tomllib = pytest.importorskip("tomli")

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]


def modules() -> set[str]:
    """The modules and packages of the package's own folder."""
    found = {path.stem for path in (ROOT / "sphinx_gitops").glob("*.py")}
    return found | {path.parent.name for path in (ROOT / "sphinx_gitops").glob("*/__init__.py")} - {"__init__"}


def contract(name: str) -> dict:
    return next(contract for contract in CONTRACTS if contract["name"] == name)


def test_the_list_of_what_does_not_know_sphinx_is_the_folder():
    named = {
        name.removeprefix("sphinx_gitops.") for name in contract("Only ext knows Sphinx and docutils")["source_modules"]
    }
    assert named == modules() - {"__init__", "ext"}


def test_the_layers_are_the_folder():
    layers = contract("An import goes down, never up, never sideways")
    named = [name.strip() for layer in layers["layers"] for name in layer.split("|")]
    assert layers["exhaustive"] is True
    assert sorted(named) == sorted(modules() - {"__init__"})


ONLY = {
    "sphinxcontrib.mermaid": {"ext/outputs/mermaid.py"},
    "pydyf": {"render/printing/fonts.py", "render/printing/pdf.py"},
    "pypdfium2": {"render/printing/png.py"},
    "budoux": {"render/text_fitting/break_opportunities.py"},
}
"""The packages that a few modules stand for, so that another can take their place."""


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("name", ONLY)
def test_a_package_of_another_project_is_imported_in_its_place_alone(name):
    package = ROOT / "sphinx_gitops"
    found = {path.relative_to(package).as_posix() for path in package.rglob("*.py") if name in imported(path)}
    assert found
    assert found <= ONLY[name]
