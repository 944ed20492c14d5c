"""One small site: a workflow, a page with it and a page that refers to it."""

from __future__ import annotations

from pathlib import Path

WORKFLOW = """\
id: delivery
title: Delivery
stages:
  ci:
    title: Integration
    components:
      SCAN: {title: Scanner, kind: security-scan, formerly: [OLD], url: 'https://scan.example/'}
      PKG: {title: Registry, kind: registry, doc: other}
flows:
  - SCAN -->|signed| PKG
"""
BODY = "".join(f"   {line}\n" if line else "\n" for line in WORKFLOW.splitlines())
INDEX = "Site\n====\n\n.. toctree::\n\n   other\n\n.. gitops-workflow::\n{options}\n\n" + BODY
OTHER = "Other\n=====\n\n:gitops:component:`SCAN` :gitops:component:`~delivery.PKG` :gitops:component:`words <OLD>` :any:`PKG`\n"


def site(options: str = "   :caption: Delivery", other: str = OTHER) -> dict[str, str]:
    return {"index.rst": INDEX.replace("{options}", options), "other.rst": other}


def html(app, page: str = "index") -> str:
    return Path(app.outdir, f"{page}.html").read_text(encoding="utf-8")


RENAMED = """W
=

.. gitops-workflow::

   id: w
   title: Flow
   formerly: [wold]
   stages: {s: {components: {New: {title: Fresh, formerly: [Old]}, B: Beta}}}
   flows: [B --> New]
"""
TWO = "T\n=\n\n.. gitops-workflow::\n{options}\n\n   stages: {a: {components: {A: Aa}}, b: {components: {B: Bb}}}\n   flows: [A --> B]\n"
