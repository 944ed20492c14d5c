"""The configuration as a digest: the same in every process, another for another value."""

from __future__ import annotations

import os
import subprocess
import sys

from sphinx_gitops.ext.outputs.configuration import configuration, stable
from support.sites import site

SHOW = "from sphinx_gitops.ext.outputs.configuration import stable; print(stable({'b': {*'xyz'}, 'a': [frozenset('pqr')]}))"


def test_members_of_sets_and_mappings_have_an_order():
    found = {
        subprocess.run(
            [sys.executable, "-c", SHOW],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in range(1, 5)
    }
    assert len(found) == 1
    assert stable({"a": 1, "b": 2}) == stable({"b": 2, "a": 1}) != stable({"a": 2, "b": 1})
    assert stable((1,)) != stable([1])


def test_values_and_tags_decide(build):
    app = build(site())
    before = configuration(app)
    assert configuration(app) == before
    app.tags.add("draft")
    tagged = configuration(app)
    app.config.project = "Other"
    assert len({before, tagged, configuration(app)}) == 3
