"""What holds in every environment: with the lowest versions and the newest, with an engine and without one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import sphinx

BODY = "id: w\nstages: {s: {components: {A: {title: Aa, kind: registry, url: 'https://a.example'}, B: {title: Bb, doc: other}}}}\nflows: [A -.-> B]\n"
INDENTED = "".join(f"   {line}\n" for line in BODY.splitlines())
PAGES = {
    "rst": f"Site\n====\n\n.. toctree::\n\n   other\n\n.. gitops-workflow::\n   :caption: Words\n\n{INDENTED}\n:gitops:component:`A`\n",
    "md": f"# Site\n\n```{{toctree}}\nother\n```\n\n```{{gitops-workflow}}\n:caption: Words\n\n{BODY}```\n\n{{gitops:component}}`A`\n",
}


def site(suffix: str) -> dict[str, str]:
    return {f"index.{suffix}": PAGES[suffix], "other.rst": "Other\n=====\n\nText.\n"}


@pytest.mark.parametrize("suffix", PAGES)
@pytest.mark.parametrize("output", ["auto", "mermaid"])
def test_a_page_has_its_picture_and_its_words(build, warnings, suffix, output):
    app = build(site(suffix), extensions=["sphinx_gitops", "myst_parser"], nitpicky=True, gitops_html_output=output)
    assert warnings(app) == []
    page = Path(app.outdir, "index.html").read_text(encoding="utf-8")
    static = output == "auto"
    assert ('<div class="gitops-diagram' in page) is static
    assert ('class="mermaid"' in page) is not static
    assert page.count('id="gitops-w.A"') == 1
    assert page.count('href="#gitops-w.A"') >= 1


@pytest.mark.parametrize("builder", ["text", "man", "texinfo", "latex", "epub", "gettext", "dummy"])
def test_every_builder_takes_it_without_a_warning(build, warnings, builder):
    app = build(site("rst"), builder=builder, version="1", copyright="x")
    assert [line for line in warnings(app) if "gitops" in line] == []


@pytest.mark.skipif("GITOPS_SPHINX" not in os.environ, reason="GITOPS_SPHINX names no version")
def test_the_environment_has_the_sphinx_that_it_is_named_for():
    assert ".".join(map(str, sphinx.version_info[:2])) == os.environ["GITOPS_SPHINX"]
