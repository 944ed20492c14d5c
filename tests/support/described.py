"""A site whose components and runbooks are described, in reStructuredText and in MyST."""

from __future__ import annotations

import re

import pytest

WORKFLOW = """\
id: delivery
title: Delivery
stages:
  ci:
    title: Integration
    groups:
      build:
        title: Build Pipeline
        components:
          BUILD: {title: Builder, kind: build}
          SCAN: {title: Scanner, kind: security-scan, owner: security, formerly: [OLD], tags: [slsa]}
    components:
      PKG: {title: Registry, kind: registry}
flows:
  - BUILD --> SCAN
  - {from: SCAN, to: PKG, kind: security, label: signed}
"""
RST = {
    "index": "Site\n====\n\n.. toctree::\n\n   flow\n   parts\n   books\n   prose\n",
    "flow": "Flow\n====\n\n.. gitops-workflow::\n   :outline: open\n\n"
    + "".join(f"   {line}\n" for line in WORKFLOW.splitlines()),
    "parts": "Parts\n=====\n\n.. gitops-component:: delivery.SCAN\n   :url: https://scan.example/\n   :tags: prod\n\n   Scans *images*.\n",
    "books": "Books\n=====\n\n.. gitops-runbook:: scan-failed\n   :title: A scan failed\n   :components: delivery.SCAN PKG\n"
    "   :procedure: incident-response\n   :severity: SEV2\n   :owner: on-call\n   :formerly: scan-red\n\n   #. Read the report.\n",
    "prose": "Prose\n=====\n\n:gitops:component:`SCAN`, :gitops:component:`delivery.BUILD`, :gitops:runbook:`scan-red`\n",
}
MYST = {
    "index": "# Site\n\n```{toctree}\nflow\nparts\nbooks\nprose\n```\n",
    "flow": f"# Flow\n\n```{{gitops-workflow}}\n:outline: open\n\n{WORKFLOW}```\n",
    "parts": "# Parts\n\n:::{gitops-component} delivery.SCAN\n:url: https://scan.example/\n:tags: prod\n\nScans *images*.\n:::\n",
    "books": "# Books\n\n:::{gitops-runbook} scan-failed\n:title: A scan failed\n:components: delivery.SCAN PKG\n"
    ":procedure: incident-response\n:severity: SEV2\n:owner: on-call\n:formerly: scan-red\n\n1. Read the report.\n:::\n",
    "prose": "# Prose\n\n{gitops:component}`SCAN`, {gitops:component}`delivery.BUILD`, {gitops:runbook}`scan-red`\n",
}
SITES = {
    "rst": {f"{name}.rst": text for name, text in RST.items()},
    "myst": {f"{name}.md": text for name, text in MYST.items()},
}
MARKUP = {"extensions": ["sphinx_gitops", "myst_parser"], "myst_enable_extensions": ["colon_fence"]}


@pytest.fixture(params=list(SITES))
def app(build, request):
    return build(SITES[request.param], nitpicky=True, **MARKUP)


def fields(page: str) -> dict[str, str]:
    """The fields of the first object on a page, as text."""
    found = page[page.index('<dl class="gitops-facts') :]
    pairs = re.findall(r"<dt[^>]*>(.*?)<span class=\"colon\">.*?<dd[^>]*>(.*?)</dd>", found, re.DOTALL)
    return {name: " ".join(re.sub(r"<[^>]+>", " ", value).split()) for name, value in pairs}


def written(app) -> set[str]:
    """The documents that a build wrote."""
    from sphinx.util.console import strip_colors

    text = strip_colors(app.status.getvalue())
    return {name for name in RST if re.search(rf"(?:writing output|copying)[^\r\n]*\] {name}\b", text)}
