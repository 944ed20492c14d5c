"""Properties of any input: a short and repeatable search here, a long one in ``tox run -e fuzz``, and what was found before."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.fuzzing import TARGETS
from support.project import ROOT

CORPUS = ROOT / "tests" / "corpus"


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=400, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=240))
def test_a_property_of_any_input(name, data):
    TARGETS[name](data)


@pytest.mark.parametrize(
    "path", sorted(path for path in CORPUS.rglob("*") if path.is_file()), ids=lambda path: "/".join(path.parts[-2:])
)
def test_what_was_found_once_holds(path):
    TARGETS[path.parent.name](path.read_bytes())
