"""A project has defaults for the options of pictures, which a directive replaces."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.nodes import gitops_diagram
from sphinx_gitops.view import ALL_LEVELS
from support.sites import html, site


def request(build, options: str = "   :caption: C", **config):
    app = build(site(options), **config)
    (diagram,) = app.env.get_doctree("index").findall(gitops_diagram)
    return diagram.request


def test_a_default_counts_where_the_directive_says_nothing(build):
    config = {
        "gitops_defaults": {"legend": "right", "direction": "lr", "collapse": "stages", "fit": 900, "width": "50%"}
    }
    found = request(build, **config)
    assert (found.legend, found.direction.value, found.depth, found.fit, found.width) == ("right", "LR", 0, 900, "50%")
    own = "   :legend: none\n   :direction: TB\n   :collapse: none\n   :fit: 300px\n   :width: 10em"
    found = request(build, own, **config)
    assert (found.legend, found.direction.value, found.depth, found.fit, found.width) == (
        "none",
        "TB",
        ALL_LEVELS,
        300,
        "10em",
    )


def test_a_depth_replaces_a_default_of_collapse(build):
    assert request(build, "   :depth: 3", gitops_defaults={"collapse": "stages"}).depth == 3


def test_flags_classes_alignment_and_configuration_have_defaults(build):
    defaults = {"show-source": True, "class": "ours", "align": "left", "config": {"flowchart": {"nodeSpacing": 9}}}
    app = build(site(), gitops_defaults=defaults)
    page = html(app)
    assert "gitops-source" in page
    assert "gitops-workflow ours" in page
    assert "gitops-float" in page
    (diagram,) = app.env.get_doctree("index").findall(gitops_diagram)
    assert diagram.request.config == {"flowchart": {"nodeSpacing": 9}}
    assert "gitops-source" not in html(build(site(), gitops_defaults={"show-source": False}))


def test_views_have_them_and_neighbourhoods_stay_as_they_are(build):
    files = site()
    files["other.rst"] += (
        "\n.. gitops-view:: delivery\n\n.. gitops-component:: delivery.SCAN\n   :diagram:\n\n   Words.\n"
    )
    app = build(files, gitops_defaults={"collapse": "stages", "legend": "right"})
    view, around = app.env.get_doctree("other").findall(gitops_diagram)
    assert (view.request.depth, view.request.legend) == (0, "right")
    assert (around.request.depth, around.request.legend) == (None, "none")


def test_the_width_of_the_project_is_that_of_each_picture(build):
    assert request(build).fit == 736
    assert request(build, gitops_width=1000).fit == 1000
    assert request(build, "   :fit: 400", gitops_width=1000).fit == 400


def test_a_legend_at_the_right_takes_room_from_the_width_of_the_project_and_from_no_other(build):
    assert request(build, "   :legend: right").fit == 736 - 192
    assert request(build, "   :legend: right", gitops_width=1000).fit == 1000 - 192
    assert request(build, "   :legend: right\n   :fit: 400").fit == 400
    assert request(build, "   :legend: right\n   :align: left").fit == 736
    assert request(build, "   :legend: right", gitops_defaults={"fit": 900}).fit == 900
    assert request(build, "   :legend: right", gitops_width=200).fit == 160


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"legnd": "right"}, "gitops_defaults['legnd']: there is no such option; did you mean 'legend'?"),
        ({"legend": "rihgt"}, "gitops_defaults['legend']: 'rihgt' is not known here; did you mean 'right'?"),
        ({"caption": "All"}, "gitops_defaults['caption']: this is an option of one picture, and no default"),
        ({"from": "."}, "gitops_defaults['from']: this is an option of one picture, and no default"),
        ({"no-index": True}, "gitops_defaults['no-index']: this is an option of one picture, and no default"),
        ({"show-source": "yes"}, "gitops_defaults['show-source']: expected True or False, found 'yes'"),
        ({"depth": None}, "gitops_defaults['depth']: expected the text of the option, found None"),
        ({3: "x"}, "gitops_defaults[3]: there is no such option"),
    ],
)
def test_each_default_that_cannot_be_used_is_named_once(build, warnings, config, message):
    (line,) = warnings(build(site(), gitops_defaults=config))
    assert f"conf.py:1: WARNING: {message}" in line
    assert line.endswith("[gitops.option]")


@pytest.mark.parametrize("width", [0, 159, 10_001, -1, True])
def test_a_width_out_of_range_is_named_and_the_usual_one_is_taken(build, warnings, width):
    app = build(site(), gitops_width=width)
    assert any(
        f"gitops_width: {width!r} is no width from 160 to 10000 px; 736 is taken" in line for line in warnings(app)
    )


@pytest.mark.parametrize("text", ["12", "wide", "40%", "99999999999999999999", "²00"])
def test_a_fit_out_of_range_is_named(build, warnings, text):
    (line,) = warnings(build(site(f"   :fit: {text}")))
    assert f"index.rst:9: WARNING: :fit: '{text}' is no width from 160 to 10000 px [gitops.option]" in line


def test_defaults_that_are_no_mapping_are_sphinx_s_to_tell_and_none_counts(build, warnings):
    app = build(site("   :caption: C"), gitops_defaults=["legend"])
    (line,) = warnings(app)
    assert "gitops_defaults" in line
    assert "<svg" in html(app)
