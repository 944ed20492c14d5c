"""The contract on imports covers the whole package, and is held."""

from __future__ import annotations

import sys

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
