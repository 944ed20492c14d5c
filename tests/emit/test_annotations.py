"""Subtitles, notes, diamonds and numbers in Mermaid and in the outline."""

from __future__ import annotations

from sphinx_gitops.emit import to_mermaid, to_outline
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.view import numbered, scene
from sphinx_gitops.vocabulary import DEFAULT

TEXT = """\
stages:
  s:
    title: Cluster
    subtitle: eu-west-1
    note: No access.
    components:
      A: {title: Gate, kind: decision, subtitle: port <443>, note: "Who \\"decides\\"?"}
      B: Scan
flows:
  - A --> B --> A
  - {from: A, to: B, label: push, url: https://x.example/, doc: how}
"""


def workflow():
    return read_text(TEXT, locate=lambda *_: Span("w", 1), default="x").workflow


def test_a_subtitle_is_the_second_line_of_a_label():
    source = to_mermaid(scene(workflow(), DEFAULT))
    assert 'subgraph s["Cluster<br/>eu-west-1"]' in source
    assert 'A{"Gate<br/>port #lt;443#gt;"}' in source


def test_a_note_is_a_node_of_its_own_behind_all_edges():
    lines = to_mermaid(scene(workflow(), DEFAULT)).splitlines()
    assert '    gitops_note_s["No access."]' in lines
    assert '    gitops_note_A["Who #quot;decides#quot;?"]' in lines
    assert lines.index("  gitops_note_A -.- A") > lines.index('  A -->|"push"| B')
    assert "  class gitops_note_s,gitops_note_A gitopsNote" in lines


def test_flows_are_numbered_in_their_order():
    source = to_mermaid(scene(numbered(workflow()), DEFAULT))
    assert 'A -->|"1"| B' in source
    assert 'B -->|"2"| A' in source
    assert 'A -->|"3#46; push"| B' in source


def test_the_outline_has_second_lines_notes_and_pages():
    assert to_outline(workflow(), DEFAULT).splitlines() == [
        "X",
        "",
        "- Cluster, eu-west-1",
        "  Note: No access.",
        "  - Gate, port <443> (decision)",
        '    Note: Who "decides"?',
        "  - Scan",
        "",
        "Flows",
        "",
        "- Gate -> Scan",
        "- Scan -> Gate",
        "- Gate -> Scan (push) [https://x.example/, how]",
    ]


def test_a_box_has_its_own_direction():
    text = TEXT.replace("    title: Cluster\n", "    title: Cluster\n    direction: LR\n")
    shown = read_text(text, locate=lambda *_: Span("w", 1), default="x").workflow
    assert "    direction LR" in to_mermaid(scene(shown, DEFAULT)).splitlines()
