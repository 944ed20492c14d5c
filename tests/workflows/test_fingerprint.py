"""Two workflows that say the same have one fingerprint, wherever they are written."""

from __future__ import annotations

import pytest

from sphinx_gitops.workflows.fingerprint import fingerprint, unplaced
from support.mistakes import read

TEXT = "stages:\n  s: {components: {A: {title: Aa, manifest: {object: Application/x, path: y}}, B: Bb}}\nflows: [A --> B]\n"


def of(text: str) -> str:
    reading = read(text)
    assert not reading.problems
    return fingerprint(reading.workflow)


def test_other_lines_and_comments_change_nothing():
    assert of("# a comment\n\n" + TEXT.replace("{A:", "{  A:")) == of(TEXT)


@pytest.mark.parametrize(
    ("old", "new"), [("Aa", "Ab"), ("A --> B", "A ==> B"), ("path: y", "path: z"), ("B: Bb", "C: Bb")]
)
def test_other_content_changes_it(old, new):
    assert of(TEXT.replace("B]", "C]").replace(old, new) if old == "B: Bb" else TEXT.replace(old, new)) != of(TEXT)


def test_a_component_without_its_places_is_the_same_on_another_line():
    first, second = (next(iter(read(prefix + TEXT).workflow.components())) for prefix in ("", "\n\n"))
    assert first != second
    assert unplaced(first) == unplaced(second)
    assert unplaced(first).bindings[0].object == "Application/x"
