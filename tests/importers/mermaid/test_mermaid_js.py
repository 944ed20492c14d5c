"""Mermaid's own script reads the flowcharts of the catalogue, and those of the corpora, as our reader does."""

from __future__ import annotations

import pytest

from support.flowcharts import FLOWCHARTS, answers, comparable, read
from support.project import corpus


@pytest.mark.browser
def test_the_answers_of_the_catalogue_are_those_of_mermaid(page, tmp_path):
    sources = [one["source"] for one in FLOWCHARTS]
    assert len(sources) > 400
    found = answers(page, tmp_path, sources)
    assert [one for one, answer in zip(FLOWCHARTS, found, strict=True) if one["answer"] != answer] == []


@pytest.mark.browser
def test_mermaid_reads_diagrams_of_others_as_we_do(page, tmp_path):
    sources = [path.read_text(encoding="utf-8") for path in sorted(corpus("mermaid").glob("*.mmd"))]
    assert len(sources) > 9
    assert [read(source) for source in sources] == [comparable(one) for one in answers(page, tmp_path, sources)]
