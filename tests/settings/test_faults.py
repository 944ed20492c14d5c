"""Faults of values of ``conf.py``: each under the name of its setting, with what is known beside it."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.settings.faults import CONF, Faults


def messages(faults: Faults) -> list[str]:
    return [problem.text for problem in faults.problems]


def test_a_fault_stands_where_its_setting_stands():
    faults = Faults({"gitops_kinds": Span("conf.py", 7)})
    faults.add("gitops_kinds['flag']", "no")
    faults.add("gitops_theme", "no")
    assert [problem.span for problem in faults.problems] == [Span("conf.py", 7), CONF]


def test_of_a_mapping_only_known_keys_are_left():
    faults = Faults()
    assert faults.mapping({"fill": 1, "strok": 2, "zzz": 3}, ("fill", "stroke"), "x") == {"fill": 1}
    assert messages(faults) == [
        "x: unknown key 'strok'; did you mean 'stroke'?",
        "x: unknown key 'zzz'; expected one of fill, stroke",
    ]


@pytest.mark.parametrize("value", [None, 3, "fill", ["fill"]])
def test_what_is_no_mapping_is_empty(value):
    faults = Faults()
    assert faults.mapping(value, ("fill",), "x") == {}
    assert list(faults.entries("y", value)) == []
    assert [message[:2] for message in messages(faults)] == ["x:", "y:"]


@pytest.mark.parametrize("name", ["", "a b", "a:b", 3, None, "-", "a'b"])
def test_an_entry_has_a_name(name):
    faults = Faults()
    assert list(faults.entries("x", {name: 1, "good": 2})) == [("good", 2)]
    assert len(faults.problems) == 1


@pytest.mark.parametrize(
    ("value", "said"),
    [("gren", "did you mean 'green'?"), ("zzz", "known: green, red"), (3, "known:"), (["red"], "known:")],
)
def test_a_word_is_one_of_those_known(value, said):
    faults = Faults()
    assert faults.word("red", "colour", ("green", "red"), "x") == "red"
    assert messages(faults) == []
    assert faults.word(value, "colour", ("green", "red"), "x") is None
    assert said in messages(faults)[0]
