"""A placeholder resolved: its workflow, the part that is shown, and what is wrong with the options that select it."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.drawing.resolved_diagram import resolve
from sphinx_gitops.ext.nodes import gitops_diagram

PAGE = """T
=

.. gitops-workflow::
OPTIONS
   id: w
   stages: {s: {components: {A: Aa, B: Bb}}, t: {components: {C: Cc}}}
   flows: [A --> B --> C]
"""


def resolved(build, options: str = "", **conf):
    app = build({"index.rst": PAGE.replace("OPTIONS", options + "\n" if options else "")}, **conf)
    (node,) = app.env.get_doctree("index").findall(gitops_diagram)
    app.env.temp_data["docname"] = "index"  # as while it is resolved
    return resolve(app.env, node)


@pytest.mark.parametrize(
    ("options", "shown"),
    [("", "ABC"), ("   :show: stage:s\n", "AB"), ("   :focus: C\n", "BC"), ("   :hide: A\n", "BC")],
)
def test_the_scene_is_that_of_the_part(build, options, shown):
    found = resolved(build, options)
    assert "".join(sorted(node.id for node in found.scene.all_nodes())) == shown
    assert found.problems == []


def test_what_selects_nothing_is_told_at_the_directive(build):
    (problem,) = resolved(build, "   :hide: X\n").problems
    assert "'X' matches no thing of this workflow" in problem.message
    assert problem.span.line in {4, 5}


def test_a_picture_that_is_folded_unasked_is_a_notice(build):
    found = resolved(build, gitops_collapse_above=2)
    (notice,) = found.notices
    assert notice.code == "folded"
    assert {node.id for node in found.scene.all_nodes()} == {"s", "t"}
    assert resolved(build, "   :collapse: none\n", gitops_collapse_above=2).notices == []
