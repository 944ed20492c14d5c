"""Workflows as bytes."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext import serialize as store
from sphinx_gitops.ext.serialize import pack, unpack
from sphinx_gitops.reader import read_path
from support.layouts import FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_workflow_is_the_same_again_and_in_the_same_bytes(path):
    workflow = read_path(path).workflow
    packed = pack(workflow)
    assert unpack(packed) is workflow  # the last ones are kept
    store._known.clear()
    again = unpack(packed)
    assert again == workflow
    assert again is not workflow
    assert pack(read_path(path).workflow) == packed
    assert {type(thing).__name__ for thing in again.parts()} >= {"Stage", "Component"}
