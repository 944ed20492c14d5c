"""In Markdown every link of ours has its anchor, and a note on what is hidden stays."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.project import missing

pytestmark = pytest.mark.others

TEXT = """\
Md
==

.. gitops-workflow::

   id: delivery
   stages: {s: {components: {A: Build, B: Scan}}, t: {components: {C_x: Run}}}
   flows: [A --> B, B --> C_x]

.. gitops-view:: delivery
   :collapse: stages
   :caption: Folded

.. gitops-component:: delivery.A

   Prose on :gitops:component:`delivery.B`.

.. gitops-runbook:: again
   :components: delivery.C_x

   Do it. :gitops:runbook:`again`

.. gitops-table:: components
"""
BUILDS = {
    "sphinx_markdown_builder": ("markdown", "index.md"),
    "sphinx_llm.txt": ("html", "index.md"),
}


@pytest.mark.parametrize("extension", BUILDS)
def test_links_have_anchors_and_notes_stay(tmp_path, extension):
    if importlib.util.find_spec(extension.partition(".")[0]) is None:
        missing(f"{extension} is not installed")
    builder, name = BUILDS[extension]
    (tmp_path / "conf.py").write_text(f"extensions = ['sphinx_gitops', {extension!r}]\n", "utf-8")
    (tmp_path / "index.rst").write_text(TEXT, "utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", builder, str(tmp_path), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr[-3000:]
    text = Path(tmp_path, "out", name).read_text("utf-8")
    anchors = re.findall(r'<a id="([^"]*)"></a>', text)
    links = set(re.findall(r"\]\([^)#]*#([^)]*)\)", text))
    assert {"gitops-delivery.A", "gitops-delivery.C_x", "gitops-runbook-again"} <= links | set(anchors)
    assert links <= set(anchors)
    assert len(anchors) == len(set(anchors))
    assert "components are not shown" in text


PLACES = """\
Places
======

Words [#f]_.

.. [#f] A note:

   .. gitops-workflow::
      :caption: In a note

      id: note
      stages: {s: {components: {A: Build, B: Scan}}}
      flows: [A --> B]

.. list-table::

   * - .. gitops-workflow::

          id: cell
          title: In a cell
          stages: {s: {components: {A: Build, B: Scan}}}
     - .. gitops-view:: note
          :collapse: stages
          :caption: Beside it
"""


def test_what_markdown_has_no_diagrams_in_leads_to_the_diagram_after_it(tmp_path):
    if importlib.util.find_spec("sphinx_markdown_builder") is None:
        missing("sphinx_markdown_builder is not installed")
    (tmp_path / "conf.py").write_text("extensions = ['sphinx_gitops', 'sphinx_markdown_builder']\n", "utf-8")
    (tmp_path / "index.rst").write_text(PLACES, "utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "markdown", str(tmp_path), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr[-3000:]
    text = Path(tmp_path, "out", "index.md").read_text("utf-8")
    assert "A note:  [In a note](#gitops-note)" in text
    assert "| [In a cell](#gitops-cell)" in text
    fences = [line.strip() for line in text.splitlines() if "```" in line]
    assert fences == ["```mermaid", "```"] * 3
    anchors = re.findall(r'<a id="([^"]*)"></a>', text)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\([^)#]*#(gitops[^)]*)\)", text)) <= set(anchors)
