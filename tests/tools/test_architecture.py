"""The pictures of the layers are what the contract and the imports say, and small enough to read."""

from __future__ import annotations

import importlib.util
import re
import sys

import pytest

from sphinx_gitops.reader import read_path
from support.project import ROOT

if sys.version_info < (3, 11):
    pytest.importorskip("tomli")


@pytest.fixture(scope="module")
def architecture():
    spec = importlib.util.spec_from_file_location("architecture", ROOT / "tools/architecture.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_files_are_what_the_command_writes(architecture):
    written = architecture.documents()
    assert len(written) == 2
    assert {path.name: path.read_text(encoding="utf-8") for path in written} == {
        path.name: text for path, text in written.items()
    }


def test_a_picture_has_at_most_twelve_boxes_and_every_one_is_imported_or_imports(architecture):
    for path in architecture.documents():
        workflow = read_path(path).workflow
        ids = {component.id for component in workflow.components()}
        assert len(ids) <= 12
        assert {end for flow in workflow.flows for end in (*flow.sources, *flow.targets)} == ids


def test_the_page_shows_every_picture(architecture):
    page = (ROOT / "docs/explanation/architecture.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```\{gitops-workflow\} architecture/(\S+)$", page, re.MULTILINE)
    assert sorted(shown) == sorted(path.name for path in architecture.documents())


def test_an_import_upwards_ends_the_command(architecture):
    layers = (("upper",), ("lower",))
    assert architecture.flows("p", layers, [("p.upper", "p.lower")]) == [(0, 1)]
    with pytest.raises(ValueError, match=r"p\.lower imports p\.upper"):
        architecture.flows("p", layers, [("p.lower", "p.upper")])


def test_what_others_imply_is_left_out(architecture):
    pairs = [("p.a", "p.b"), ("p.b", "p.c"), ("p.a", "p.c")]
    assert architecture.flows("p", (("a",), ("b",), ("c",)), pairs) == [(0, 1), (1, 2)]
