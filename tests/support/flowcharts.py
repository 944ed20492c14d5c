"""Small flowcharts with what Mermaid itself reads of them, and what our reader does, in one form.

``flowcharts.json`` has the answers of mermaid.js 12.3.0: null where it refuses a diagram, else nodes with their label,
whether that is Markdown, their shape and their classes; links with their heads and line; subgraphs with what is in them.
``tests/importers/mermaid/test_mermaid_js.py`` holds them against mermaid.js, where there is one.
"""

from __future__ import annotations

import json
from pathlib import Path

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.mermaid.labels import lines_of
from sphinx_gitops.importers.mermaid.parser import parse
from sphinx_gitops.importers.mermaid.preprocessing import prepared
from sphinx_gitops.importers.mermaid.vertices import Label
from support.mermaid_js import mermaid_script
from support.project import ROOT

FLOWCHARTS = json.loads((ROOT / "tests/importers/mermaid/flowcharts.json").read_text(encoding="utf-8"))

_READ = """async (sources) => {
  mermaid.initialize({startOnLoad: false, suppressErrorRendering: true, maxEdges: 100000, maxTextSize: 1000000});
  const head = {arrow_point: '>', arrow_circle: 'o', arrow_cross: 'x', arrow_open: ''};
  const line = {normal: '-', thick: '=', dotted: '.', invisible: '~', INVALID: '!'};
  const read = async source => {
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(source);
    if (!diagram.type.startsWith('flowchart')) return null;
    return {
      nodes: Object.fromEntries([...diagram.db.getVertices().values()].map(node => [node.id, [
        String(node.text), node.labelType === 'markdown', node.type || '', node.classes.filter(name => name !== 'clickable')]])),
      links: diagram.db.getEdges().map(edge => {
        const double = edge.type.startsWith('double_'), end = head[edge.type.replace('double_', '')] ?? '>';
        return [edge.start, double ? {'>': '<'}[end] ?? end : '', end, line[edge.stroke], edge.end,
                edge.text, edge.labelType === 'markdown'];
      }),
      subgraphs: Object.fromEntries(diagram.db.getSubGraphs().map(box => [box.id, [
        box.title, box.labelType === 'markdown', [...box.nodes].sort(), box.dir ?? '']])),
    };
  };
  const answers = [];
  for (const source of sources) {
    try { answers.push(await read(source)); } catch (error) { answers.push(null); }
  }
  return answers;
}"""


def answers(page, folder: Path, sources: list[str]) -> list[dict | None]:
    """What Mermaid's own script reads of each source."""
    path = folder / "read.html"
    script = f'<script src="{mermaid_script().as_uri()}"></script>'
    path.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body>{script}', encoding="utf-8")
    page.goto(path.as_uri())
    return page.evaluate(_READ, sources)


def _words(text: str, *, is_markdown: bool) -> list[str]:
    return list(lines_of(Label(text, is_markdown=is_markdown)))


def comparable(answer: dict | None) -> dict | None:
    """An answer with its labels as they are to be read."""
    if answer is None:
        return None
    return {
        "nodes": {name: [_words(text, is_markdown=md), *rest] for name, (text, md, *rest) in answer["nodes"].items()},
        "links": [[*ends, _words(text, is_markdown=md)] for *ends, text, md in answer["links"]],
        "subgraphs": {
            name: [_words(text, is_markdown=md), *rest] for name, (text, md, *rest) in answer["subgraphs"].items()
        },
    }


def read(source: str) -> dict | None:
    """What our reader reads of a source, as an answer that is comparable."""
    try:
        text = prepared(source, 1).text
        graph = parse(text) if text.text.startswith(("graph", "flowchart")) else None
    except DiagramError:
        return None
    if graph is None:
        return None
    labels = {one.id: one.label or Label(one.id) for one in graph.vertices.values()}
    return {
        "nodes": {one.id: [list(lines_of(labels[one.id])), one.shape, one.classes] for one in graph.vertices.values()},
        "links": [
            [source, link.start, link.end, link.stroke, target, list(lines_of(link.label)) if link.label else []]
            for source, target, link, _ in graph.links
        ],
        "subgraphs": {
            one.id: [list(lines_of(one.label)), sorted(one.members), one.direction] for one in graph.subgraphs.values()
        },
    }
