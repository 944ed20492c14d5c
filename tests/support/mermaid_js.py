"""Mermaid's own script, where this machine has it, and what it draws of a source in a browser."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

_DRAW = """async (sources) => {
  mermaid.initialize({startOnLoad: false});
  const texts = (drawn, selector) => [...drawn.querySelectorAll(selector)].map(found => found.textContent);
  const drawings = [];
  for (const [number, source] of sources.entries()) {
    const drawn = document.createElement('div');
    drawn.innerHTML = (await mermaid.render('drawing' + number, source)).svg;
    drawings.push({
      nodes: texts(drawn, '.node'),
      flows: texts(drawn, '.edgeLabels .edgeLabel'),
      boxes: texts(drawn, '.cluster-label'),
      titles: texts(drawn, 'title, desc'),
      tips: [...drawn.querySelectorAll('.node[title]')].map(node => node.getAttribute('title')),
      links: [...drawn.querySelectorAll('a')].map(a => a.getAttribute('href') || a.getAttribute('xlink:href')),
    });
  }
  return drawings;
}"""


def mermaid_script() -> Path:
    """Mermaid's script, from GITOPS_MERMAID or from a Node installation on the path; skips where there is none."""
    given, command = os.environ.get("GITOPS_MERMAID"), shutil.which("mmdc")
    found = [Path(given)] if given else []
    if command:
        found += [parent / "node_modules/mermaid/dist/mermaid.min.js" for parent in Path(command).resolve().parents]
    for path in found:
        if path.is_file():
            return path
    pytest.skip("Mermaid's own script is not here: set GITOPS_MERMAID to mermaid.min.js")


def drawings(page, folder: Path, sources: list[str]) -> list[dict[str, list[str]]]:
    """The texts and links of what Mermaid draws of each source."""
    path = folder / "mermaid.html"
    script = f'<script src="{mermaid_script().as_uri()}"></script>'
    path.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body>{script}', encoding="utf-8")
    page.goto(path.as_uri())
    return page.evaluate(_DRAW, sources)
