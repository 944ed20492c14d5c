"""Pictures for paper: which layout, which file."""

from __future__ import annotations

import pytest

from sphinx_gitops.reader import read_path
from sphinx_gitops.render.drawing import RenderError
from sphinx_gitops.render.painting.legends.legend_content import explained
from sphinx_gitops.render.printing.paper import COMFORTABLE, SMALLEST, Print, Sheet, typeset
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.paper import LETTER, read
from support.project import ROOT

DELIVERY = scene(read_path(ROOT / "docs/demo/delivery.yaml").workflow, DEFAULT)


@pytest.fixture(scope="module")
def printed():
    return typeset(DELIVERY, LETTER, prefix="p", legend=explained(DELIVERY))


def test_the_brief_is_comfortable_on_paper_and_the_template_can_be_read(printed):
    assert printed.text >= COMFORTABLE
    whole = read("", "gitops")
    found = typeset(whole, LETTER, prefix="p", legend=explained(whole))
    assert found.text >= SMALLEST
    assert not found.landscape


def test_a_picture_for_paper_knows_no_variables_and_no_links(printed):
    assert "var(" not in printed.picture.svg
    assert "<a " not in printed.picture.svg
    assert ">security check<" in printed.picture.svg


def test_a_print_is_read_from_a_cache_as_it_was_written(printed):
    assert Print.from_json(printed.to_json()) == printed


@pytest.mark.parametrize("text", ["null", "[1]", "[[], 1, true]", "[" * 100_000, "no JSON"])
def test_what_is_no_print_is_not_read_from_a_cache(text):
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        Print.from_json(text)


def test_spots_are_where_components_stand(printed):
    spots = {spot.id: spot.rect for spot in printed.picture.spots}
    assert {node.id for node in DELIVERY.all_nodes()} <= set(spots)
    for rect in spots.values():
        assert 0 <= rect.x < rect.right <= printed.picture.width
        assert 0 <= rect.y < rect.bottom <= printed.picture.height


def test_a_wide_page_lies_on_its_side_where_only_there_the_text_can_be_read():
    shown = read("stages: {s: {title: Stage, components: {A: A component}}}")
    found = typeset(shown, Sheet(60, 130), prefix="p")
    assert found.landscape
    assert found.text >= SMALLEST
    assert found.width <= 130 + 1e-6
    assert found.height <= 60 + 1e-6


def test_a_picture_that_cannot_be_printed_is_one_warning_and_the_words(build, warnings, monkeypatch):
    from support.sites import site

    def refuse(*_, **__):
        raise RenderError("no")

    monkeypatch.setattr("sphinx_gitops.render.printing.converters.to_pdf", refuse)
    app = build(site(), builder="latex")
    assert len(warnings(app)) == 1
    assert "no; its text equivalent stands in for it" in warnings(app)[0]
    assert "Scanner" in (app.outdir / "projectnamenotset.tex").read_text(encoding="utf-8")
