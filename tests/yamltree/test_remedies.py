"""A line that YAML refuses: which value has to be quoted, and where it stands."""

from __future__ import annotations

import pytest

from sphinx_gitops.yamltree.remedies import LONGEST, hidden, remedy, without_colon


@pytest.mark.parametrize(
    ("line", "value", "written"),
    [
        ("- A -->|Task: git-clone| B", "A -->|Task: git-clone| B", '"A -->|Task: git-clone| B"'),
        ("  A: @team", "@team", 'A: "@team"'),
        ("  A: [CI] Build", "[CI] Build", 'A: "[CI] Build"'),
        ('  A: "Scan" step', '"Scan" step', "A: '\"Scan\" step'"),
        ("  {title: Build: image}", "Build: image", 'title: "Build: image"'),
        ("  label: image: latest", "image: latest", 'label: "image: latest"'),
        ("  A: %done", "%done", 'A: "%done"'),
        ("  - `code`", "`code`", '"`code`"'),
    ],
)
def test_the_value_to_quote_is_named_and_written(line, value, written):
    found = remedy(line)
    assert found is not None
    assert found.message.startswith(f"the value {value!r} ")
    assert found.message.endswith(f"quote all of it, {written}")
    assert line[found.column :].startswith(value)


@pytest.mark.parametrize(
    "line", ["", "   ", "A: plain", "- A --> B", "key:", "- key:", "A: 'a: b'", "A: {b: c}", "# a: b: c"]
)
def test_a_line_on_which_nothing_is_wrong_has_no_remedy(line):
    assert remedy(line) is None


def test_a_bracket_too_many_is_to_be_removed():
    found = remedy("A: {b: c}}")
    assert found is not None
    assert found.message == "a bracket '}' too many: remove it"


@pytest.mark.parametrize("fence", ["```", "   ```", ":::", "  :::{note}"])
def test_a_fence_is_told_as_one(fence):
    found = remedy(fence)
    assert found is not None
    assert "close the directive's fence before it" in found.message


def test_a_line_that_nobody_typed_is_not_looked_at():
    line = "A: @" + "x" * LONGEST
    assert (remedy(line), hidden(line)) == (None, None)


def test_what_a_comment_hides_is_told():
    found = hidden("A: {title: CI #1, kind: build}")
    assert found is not None
    assert found.message == "a blank and '#' start a comment: quote the whole value, title: \"CI #1\""
    assert found.column == 14
    assert hidden("A: {title: CI}  # good") is None
    assert hidden("A: title  # good") is None


def test_an_entry_without_a_colon_is_told():
    assert without_colon("A Build") is not None
    assert [without_colon(line) for line in ("A: b", "- A", "", "...", "# A")] == [None] * 5
