"""Tooltips as Mermaid decodes them."""

from __future__ import annotations

from sphinx_gitops.emit import MermaidOptions, to_mermaid
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.pictures import read


def test_a_tooltip_is_written_as_mermaid_decodes_it():
    tip = MermaidOptions(links={"A": "#a"}, tips={"A": 'Says "x" & <b> #35; `y` %%{init}%%\nthen 5 * 5'})
    shown = scene(read("stages: {s: {components: {A: One}}}").workflow, DEFAULT)
    line = to_mermaid(shown, tip).splitlines()[-1]
    said = "Says #34;x#34; #38;amp; #38;lt;b#38;gt; #35;35; #96;y#96; #37;#37;{init}#37;#37; then 5 #42; 5"
    assert line == f'  click A href "#a" "{said}"'
