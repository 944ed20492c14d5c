"""The table of themes and extensions is made by a command, row by row, and keeps what cannot be tried."""

from __future__ import annotations

import sys

import compatibility
import pytest

PAGE = (
    "# T\n\n<!-- themes -->\n| theme | builds |\n|---|---|\n| furo | no |\n| shibuya | yes |\n<!-- end -->\n\nText.\n"
)


def test_a_row_is_replaced_and_others_stay():
    text = compatibility.merged(
        PAGE, "themes", {"furo": "furo | yes", "haiku": "haiku | yes"}, ["haiku", "furo", "shibuya"]
    )
    assert text == PAGE.replace("| furo | no |", "| haiku | yes |\n| furo | yes |")


@pytest.mark.parametrize("heading", ["themes", "extensions"])
def test_the_page_has_a_row_for_each_name_that_could_be_tried(heading):
    names = {"themes": compatibility.THEMES, "extensions": compatibility.EXTENSIONS}[heading]
    text = compatibility.PAGE.read_text(encoding="utf-8")
    table = text.partition(f"<!-- {heading} -->\n")[2].partition("<!-- end -->")[0].splitlines()[2:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    assert len(rows) > 8
    assert [row[0] for row in rows if row[0] not in names] == []
    bad = [
        row
        for row in rows
        for cell in row[1:7]
        if "too low" in cell or "dead" in cell or "warnings" in cell or cell == "no"
    ]
    assert bad == []


def test_the_first_interpreter_that_has_all_is_taken():
    assert compatibility.installed([sys.executable], "sphinx", "docutils") == sys.executable
    assert compatibility.installed([sys.executable], "sphinx", "no_such_module") == ""
    assert compatibility.installed([], "sphinx") == ""
