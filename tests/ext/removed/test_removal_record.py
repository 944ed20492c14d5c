"""What an output was last seen without, from one build to the next."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.removed import removal_record
from sphinx_gitops.ext.removed.writing import Removal

REMOVAL = Removal(frozenset({("workflows", "crypt"), ("views", "a")}), frozenset({(0, 1), (2,)}))


@pytest.fixture
def app(build):
    return build({"index.rst": "T\n=\n"})


def test_it_is_read_as_it_was_kept(app):
    removal_record.keep(app, {"index": REMOVAL})
    assert removal_record.read(app) == ({"index": REMOVAL}, [])


def test_a_document_that_is_no_more_is_forgotten(app):
    removal_record.keep(app, {"gone": REMOVAL})
    assert removal_record.read(app) == ({}, [])


def test_another_configuration_has_it_found_out_again(app):
    removal_record.keep(app, {"index": REMOVAL})
    app.config.project = "other"
    assert removal_record.read(app) == ({}, ["index"])


def test_another_tag_has_it_found_out_again(app):
    removal_record.keep(app, {"index": REMOVAL})
    app.tags.add("internal")
    assert removal_record.read(app) == ({}, ["index"])


def test_there_is_no_file_where_there_is_nothing(app):
    removal_record.keep(app, {"index": REMOVAL})
    removal_record.keep(app, {})
    assert not list(app.doctreedir.glob("*.removed"))
    assert removal_record.read(app) == ({}, [])


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"documents": {"index": 1}}', '{"documents": {"index": [["a"], []]}}']
)
def test_a_damaged_file_is_none(app, content):
    removal_record.keep(app, {"index": REMOVAL})
    next(app.doctreedir.glob("*.removed")).write_text(content)
    assert removal_record.read(app) == ({}, [])
