"""What a name may mean that is no id of the workflow."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.reader.places import KnownIds

PLACES = KnownIds(
    around={"ci": (), "SCAN": ("ci",), "BUILD": ("ci",)},
    removed=frozenset({"OLD"}),
    titles={"ci": "Continuous Integration", "SCAN": "Image Scan", "BUILD": "Build"},
    generated=frozenset({"template.yaml"}),
    workflow="w",
)


@pytest.mark.parametrize(
    ("name", "own", "foreign"),
    [
        ("w.SCAN", "SCAN", False),
        ("SCAN", "SCAN", False),
        ("other.SCAN", "other.SCAN", True),
        ("w.X", "w.X", False),
        ("ci.SCAN", "ci.SCAN", False),
    ],
)
def test_a_full_name_is_own_or_foreign(name, own, foreign):
    assert PLACES.own(name) == own
    assert PLACES.foreign(name) is foreign


@pytest.mark.parametrize(("name", "meant"), [("w.X", "X"), ("ci.SCAN", "SCAN"), ("a.b", "a.b"), ("SCAN", "SCAN")])
def test_a_name_inside_a_box_is_that_without_it(name, meant):
    assert PLACES.inside(name) == meant


def test_only_a_template_may_name_what_was_removed():
    assert PLACES.quiet("OLD", Span("template.yaml", 3))
    assert not PLACES.quiet("OLD", Span("body", 3))
    assert not PLACES.quiet("NEW", Span("template.yaml", 3))
    assert KnownIds(around={}, removed=frozenset(), incomplete=True).quiet("ANY", Span("body", 1))


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("image  SCAN", "; did you mean 'SCAN', the id of 'Image Scan'?"),
        ("scan", ""),  # the id in other case, which another hint names
        ("image", "; did you mean 'SCAN', the id of 'Image Scan'?"),
        ("nothing", ""),
    ],
)
def test_a_title_where_an_id_is_meant_gets_the_id(name, hint):
    assert PLACES.titled(name, Diagnostics()) == hint


MANY = KnownIds(around={f"C{number}": () for number in range(40)}, removed=frozenset(), workflow="w")


@pytest.mark.parametrize(
    ("places", "name", "remedy"),
    [
        (PLACES, "SCN", "; did you mean 'SCAN'?"),
        (PLACES, "image", "; did you mean 'SCAN', the id of 'Image Scan'?"),
        (PLACES, "other:argo", "; what is in another project is written PROJECT:WORKFLOW.ID"),
        (PLACES, "nothing", "; there are ci, SCAN, BUILD"),
        (MANY, "nothing", "; add a component 'nothing', or write one of the 40 ids that there are"),
        (MANY, "w.nothing", "; add a component 'nothing', or write one of the 40 ids that there are"),
        (MANY, "infra.", "; there are 40, such as C0, C1, C2"),  # which can be no id
    ],
)
def test_a_name_that_is_no_id_is_told_with_what_to_write(places, name, remedy):
    assert places.remedy(name, Diagnostics()) == remedy


def test_a_title_inside_a_flow_is_found_by_its_longest():
    assert PLACES.title_in("Image Scan --> ci", Diagnostics()) == "; a flow names ids: write 'SCAN' for 'Image Scan'"
    assert PLACES.title_in("Build --> ci", Diagnostics()) == ""


def test_without_time_for_hints_there_are_none():
    assert (
        PLACES.titled("scan", Diagnostics(hints=0)) == PLACES.title_in("Image Scan --> ci", Diagnostics(hints=0)) == ""
    )
