"""Codes of problems."""

from __future__ import annotations

import re

from sphinx_gitops.problems import Code


def test_codes_are_distinct_words():
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code.value) for code in Code)
