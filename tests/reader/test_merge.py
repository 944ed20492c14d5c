"""A body over a template: by id, and what the body takes away is known."""

from __future__ import annotations

from sphinx_gitops.problems import Span
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.reader.merge import merge
from sphinx_gitops.yamltree import Mapping, parse

TEMPLATE = "stages: {ci: {title: CI, components: {A: Aa, B: {title: Bb, kind: build}}, groups: {g: {components: {C: Cc}}}}, cd: {components: {D: Dd}}}"


def tree(text: str):
    found, problems = parse(text, lambda line, column: Span("w", line + 1, column + 1))
    assert not problems
    return found


def plain(value):
    """A tree without its places."""
    if isinstance(value, Mapping):
        return {name.text: plain(inner) for name, inner in value.entries}
    return value.text


def lay(body: str):
    diagnostics = Diagnostics()
    merged = merge(tree(TEMPLATE), tree(body), diagnostics)
    return plain(merged.tree)["stages"], merged.removed, [problem.message for problem in diagnostics.problems]


def test_a_short_form_lies_over_a_long_one():
    stages, removed, problems = lay("stages: {ci: {components: {B: Better}}}")
    assert stages["ci"]["components"]["B"] == {"title": "Better", "kind": "build"}
    assert (removed, problems) == (frozenset(), [])


def test_what_is_new_comes_last():
    stages, _, _ = lay("stages: {ci: {components: {Z: Zz}}, ops: {components: {E: Ee}}}")
    assert list(stages) == ["ci", "cd", "ops"]
    assert list(stages["ci"]["components"]) == ["A", "B", "Z"]


def test_null_takes_away_with_all_that_is_inside():
    stages, removed, problems = lay("stages: {ci: {groups: {g: null}}}")
    assert stages["ci"]["groups"] == {}
    assert removed == {"g", "C"}
    assert problems == []


def test_what_moves_is_not_removed():
    stages, removed, _ = lay("stages: {ci: null, cd: {components: {A: {title: Aa}}}}")
    assert stages == {"cd": {"components": {"D": "Dd", "A": {"title": "Aa"}}}}
    assert removed == {"ci", "g", "B", "C"}


def test_null_of_what_is_not_there_names_what_may_be_meant():
    _, removed, (problem,) = lay("stages: {cdd: null}")
    assert "'cdd' is to be removed, and the template has no such id; did you mean 'cd'?" in problem
    assert removed == {"cdd"}
