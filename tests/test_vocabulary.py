"""Kinds and classes as one table, over which a project lays its own."""

from __future__ import annotations

from sphinx_gitops.palette import PARTS
from sphinx_gitops.vocabulary import DEFAULT, KINDS, STAGE_KINDS, Kind


def test_each_kind_has_a_class_that_there_is():
    assert KINDS
    assert [kind.name for kind in KINDS.values() if kind.colour not in DEFAULT.classes] == []
    assert [name for name, kind in KINDS.items() if kind.name != name] == []
    assert set(STAGE_KINDS.values()) <= set(DEFAULT.classes)


def test_parts_of_the_picture_are_no_classes():
    assert not set(DEFAULT.classes) & set(PARTS)


def test_a_kind_of_the_project_wins_over_a_built_in_one():
    own = Kind(name="build", colour="ops")
    vocabulary = DEFAULT.with_kinds({"build": own})
    assert vocabulary.kinds["build"] is own
    assert DEFAULT.kinds["build"].colour == "build"
    assert set(vocabulary.kinds) == set(DEFAULT.kinds)
