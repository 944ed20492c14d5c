"""What is generated and shipped is what its source says."""

from __future__ import annotations

import importlib.util
import re

from conftest import ROOT

from sphinx_gitops.export_schema import EXPORT_SCHEMA_FILE, export_schema_text
from sphinx_gitops.identifiers import mermaid_key
from sphinx_gitops.problems import Code
from sphinx_gitops.schema import SCHEMA_FILE, schema_text


def test_the_schema_is_the_table():
    assert (ROOT / "sphinx_gitops" / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()


def test_the_schema_of_the_export_is_shipped():
    assert (ROOT / "sphinx_gitops" / EXPORT_SCHEMA_FILE).read_text(encoding="utf-8") == export_schema_text()


def test_the_stylesheet_is_the_palette():
    spec = importlib.util.spec_from_file_location("stylesheet", ROOT / "tools/stylesheet.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.TARGET.read_text(encoding="utf-8") == module.stylesheet()


def test_codes_are_distinct_words():
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code.value) for code in Code)


def test_two_ids_never_share_a_mermaid_key():
    names = ["a-b", "a.b", "a_b", "id_a", "end", "END", "End", "x", "o", "naïve", "id_a_2d_b", "a-b_", "Build", "BUILD"]
    assert len({mermaid_key(name) for name in names}) == len(names)
