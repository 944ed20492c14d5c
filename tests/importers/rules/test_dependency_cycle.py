"""Dependencies in a circle are told once, and nothing else is."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.rules.dependency_cycle import RULE
from support.manifest_rules import BROKEN, KEPT, UNVERIFIABLE, verdicts
from support.repositories import ks

pytest_plugins = ("support.repositories",)


@pytest.mark.parametrize(
    ("depends", "broken"),
    [
        ({"a": ["b"], "b": ["c"], "c": ["a"]}, 1),
        ({"a": ["a"]}, 1),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, 0),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, 2),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, 1),
    ],
)
def test_each_circle_is_told_once(depends, broken, tmp_path):
    files = {
        f"clusters/x/{name}.yaml": ks(
            name, "./" + name, extra="  dependsOn: [" + ", ".join(f"{{name: {to}}}" for to in others) + "]\n"
        )
        for name, others in depends.items()
    }
    found = verdicts(RULE, files, tmp_path)
    assert found.count(BROKEN) == broken
    assert found.count(KEPT) == sum(map(len, depends.values())) - broken


def test_a_template_may_close_a_circle_or_not(tmp_path):
    files = {
        "clusters/x/a.yaml": ks("a", "./a", extra="  dependsOn: [{name: b}]\n"),
        "clusters/x/b.yaml": ks("b", "./b", extra="  dependsOn: [{name: '${NAME}'}]\n"),
    }
    assert sorted(verdicts(RULE, files, tmp_path)) == [KEPT, UNVERIFIABLE]


def test_a_circle_of_dependencies_is_an_error(read, make):
    found = read(
        {
            "clusters/home/a.yaml": make["ks"]("a", "./apps/a", extra="  dependsOn: [{name: b}]\n"),
            "clusters/home/b.yaml": make["ks"]("b", "./apps/b", extra="  dependsOn: [{name: a}]\n"),
            "apps/a/x.yaml": make["release"]("x"),
            "apps/b/y.yaml": make["release"]("y"),
        }
    )
    assert found.codes == ["dependency-cycle"]
