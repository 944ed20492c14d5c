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
