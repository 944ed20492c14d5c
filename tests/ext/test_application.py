"""Whose environment it is, also with two applications in one process; nothing is kept of one that is gone."""

from __future__ import annotations

import gc

import pytest

from sphinx_gitops.ext import application as module
from sphinx_gitops.ext.application import application


def test_each_environment_has_its_application(build):
    first = build({"index.rst": "T\n=\n"}, source="a")
    second = build({"index.rst": "T\n=\n"}, source="b")
    assert application(first.env) is first
    assert application(second.env) is second


def test_one_that_is_not_known_is_an_error():
    class Env:
        events = type("Events", (), {})()

    with pytest.raises(KeyError):
        application(Env())


def test_what_is_remembered_keeps_no_application(build):
    build({"index.rst": "T\n=\n"}, source="a")
    gc.collect()
    assert all(found() is not None for found in module._apps.values())


def test_a_project_that_uses_nothing_of_this_is_left_alone(build):
    used = build({"index.rst": "T\n=\n\n.. gitops-workflow::\n\n   stages: {s: {components: {A: a}}}\n"}, source="a")
    unused = build({"index.rst": "T\n=\n"}, source="b")
    assert used.env.get_domain("gitops").in_use
    assert not unused.env.get_domain("gitops").in_use
