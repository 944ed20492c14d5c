"""A body over a template: by id, and what the body takes away is known."""

from __future__ import annotations

from sphinx_gitops.problems import Span
from sphinx_gitops.reader.base import Base
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
    merged = merge(Base(tree=tree(TEMPLATE), what="the template"), tree(body), diagnostics)
    return plain(merged.tree)["stages"], merged.removed, [problem.message for problem in diagnostics.problems]


def test_a_short_form_lies_over_a_long_one():
    stages, removed, problems = lay("stages: {ci: {components: {B: Better}}}")
    assert stages["ci"]["components"]["B"] == {"title": "Better", "kind": "build"}
    assert (removed, problems) == (frozenset(), [])


def test_what_is_new_comes_last():
    stages, _, _ = lay("stages: {ci: {components: {Z: Zz}}, ops: {components: {E: Ee}}}")
    assert list(stages) == ["ci", "cd", "ops"]
    assert list(stages["ci"]["components"]) == ["A", "B", "Z"]


def test_what_is_new_comes_before_the_next_that_the_body_names():
    stages, _, _ = lay("stages: {ops: {}, cd: {}, later: {}, ci: {components: {Y: Yy, B: {}, Z: Zz}}}")
    assert list(stages) == ["ops", "cd", "later", "ci"]
    assert list(stages["ci"]["components"]) == ["A", "Y", "B", "Z"]


def test_what_the_body_names_is_in_its_order_and_the_rest_stays():
    stages, _, _ = lay("stages: {cd: {}, ci: {components: {B: {}, A: {}}}}")
    assert list(stages) == ["cd", "ci"]
    assert list(stages["ci"]["components"]) == ["B", "A"]


def test_what_moves_keeps_what_it_had():
    stages, _, problems = lay("stages: {cd: {groups: {h: {title: New, components: {B: {title: Other}, A: {}}}}}}")
    assert stages["cd"]["groups"]["h"]["components"] == {"B": {"title": "Other", "kind": "build"}, "A": {"title": "Aa"}}
    assert list(stages["ci"]["components"]) == []
    assert problems == []


def test_a_group_moves_with_what_is_in_it_less_what_moves_elsewhere():
    stages, _, _ = lay("stages: {cd: {groups: {g: {title: Gg}}, components: {C: {}}}}")
    assert stages["cd"]["groups"]["g"] == {"components": {}, "title": "Gg"}
    assert stages["cd"]["components"]["C"] == {"title": "Cc"}
    assert stages["ci"]["groups"] == {}


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
    _, _, (problem,) = lay("stages: {zzz: null}")
    assert "'zzz' is to be removed, and the template has no such id; there are ci, A, B, g, C, cd, D" in problem


def test_what_is_no_mapping_takes_the_place_of_what_is_there():
    stages, _, messages = lay("stages: {ci: {components: text}}")
    assert (stages["ci"]["components"], messages) == ("text", [])
