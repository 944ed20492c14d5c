"""How Mermaid draws in a browser: the theme's colours, and a project's own configuration laid over it."""

from __future__ import annotations

import json

from sphinx_gitops.emit.mermaid_config import LIMITS, mermaid_config, overlay
from sphinx_gitops.palette import STAGE
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.mistakes import read


def test_labels_stand_on_the_colour_of_stages():
    found = scene(read("stages: {s: {components: {A: a}}}").workflow, DEFAULT)
    config = mermaid_config(found)
    assert config["themeVariables"]["edgeLabelBackground"] == found.swatches[STAGE].light.fill
    assert json.loads(json.dumps(config)) == config


def test_a_mapping_is_laid_over_key_by_key():
    base = {"a": {"b": 1, "c": 2}, "d": 3}
    assert overlay(base, {"a": {"b": 9}, "e": 4}) == {"a": {"b": 9, "c": 2}, "d": 3, "e": 4}
    assert overlay(base, {"a": 5}) == {"a": 5, "d": 3}
    assert base == {"a": {"b": 1, "c": 2}, "d": 3}


def test_more_is_allowed_than_mermaid_allows():
    assert LIMITS["maxEdges"] > 500
    assert LIMITS["maxTextSize"] > 50_000
