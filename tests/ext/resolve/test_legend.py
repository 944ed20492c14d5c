"""The legend of a page."""

from __future__ import annotations

import re

import pytest

from support.sites import html

TEMPLATE = "T\n=\n\n.. gitops-workflow::\n   :template: gitops\n"


@pytest.mark.parametrize("output", ["svg", "mermaid"])
def test_a_legend_is_a_list_with_drawn_signs_and_no_style(build, output):
    page = html(build({"index.rst": TEMPLATE}, gitops_html_output=output))
    legend = page.partition('<ul class="gitops-legend')[2].partition("</ul>")[0]
    assert legend.count("<li>") == legend.count('<svg class="gitops-sign"') == legend.count('aria-hidden="true"') >= 5
    assert "style=" not in legend
    assert ("\u25c6" in legend) == (output == "mermaid") == ('class="gitops-mark"' not in legend)
    for words in ("sync point", "verification step", "security check", "promotion: available to be pulled"):
        assert f"</svg>{words}</p>" in legend


def test_only_what_is_used_is_explained(build):
    text = "T\n=\n\n.. gitops-workflow::\n\n   stages: {s: {components: {A: {kind: build}, B: {kind: build}}}}\n   flows: [A ==> B]\n"
    legend = html(build({"index.rst": text})).partition('<ul class="gitops-legend')[2].partition("</ul>")[0]
    assert re.findall(r"</svg>([^<]*)", legend) == ["promotion: available to be pulled", "build"]
