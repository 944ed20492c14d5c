"""What a parser complains of, in the words of a writer."""

from __future__ import annotations

from sphinx_gitops.reader import read_path
from support.mistakes import BAD


def test_wrong_indentation_is_told_as_such():
    (found,) = read_path(BAD / "yaml" / "wrong-indent.yaml").problems
    assert "start in the same column" in found.message
