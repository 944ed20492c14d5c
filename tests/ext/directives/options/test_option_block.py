"""A blank line that is missing after an option is one message with the remedy, at its directive."""

from __future__ import annotations

import pytest

BODIES = {
    "gitops-workflow": ".. gitops-workflow::\n   :caption: C\n   id: w\n   stages: {s: {components: [A]}}\n",
    "gitops:workflow": ".. gitops:workflow::\n   :caption: C\n   id: w\n",
    "gitops-component": ".. gitops-component:: w.A\n   :owner: x\n   Words.\n",
    "gitops-runbook": ".. gitops-runbook:: again\n   :owner: x\n   Words.\n",
}


@pytest.mark.parametrize("name", BODIES)
def test_it_is_named(build, warnings, name):
    (line,) = warnings(build({"index.rst": f"T\n=\n\n{BODIES[name]}"}))
    assert f"index.rst:4: ERROR: {name}: a blank line is missing between the options and what follows them" in line
    assert line.endswith("[gitops.option]")


def test_directives_of_others_keep_their_message(build, warnings):
    found = warnings(build({"index.rst": "T\n=\n\n.. figure:: x.png\n   :alt: y\n   Words.\n"}))
    assert any("invalid option block" in line for line in found)
    assert not any("blank line" in line for line in found)
