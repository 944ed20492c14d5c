"""The label of a flow leads to its page: by the document that says it, in every picture that has links."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest

from support.sites import html

FLOWS = """
   id: w
   direction: LR
   stages: {ci: {components: {A: Application repository, B: Image registry}}, run: {components: {C: Cluster of production}}}
   flows:
     - {from: A, to: B, label: out, url: "https://e.example/a_b~(c?a=1&b=%232"}
     - {from: A, to: B, label: beside, doc: near}
     - {from: B, to: C, label: above, doc: /top}
     - {from: B, to: C, label: mark, doc: A-Label}
     - {from: C, to: A, label: here, doc: w}
     - {from: C, to: B, label: none}
     - {from: C, to: B, doc: near}
"""
FILES = {
    "index.rst": "T\n=\n\n.. toctree::\n\n   sub/w\n   sub/near\n   top\n   deep/er/view\n",
    "sub/w.rst": "W\n=\n\n.. gitops-workflow::\n" + FLOWS,
    "sub/near.rst": "Near\n====\n\n.. _a-label:\n\nSection\n-------\n\nText.\n",
    "top.rst": "Top\n===\n",
    "deep/er/view.rst": "V\n=\n\n.. gitops-view:: w\n",
}
LINK = re.compile(r'<a class="gitops-label" href="([^"]*)" aria-label="([^"]*)"')
PAGES = {
    "html": ["sub/near.html", "top.html", "sub/near.html#a-label", "sub/w.html"],
    "dirhtml": ["sub/near", "top", "sub/near#a-label", "sub/w"],
}


def landed(page: str, href: str) -> str:
    """The address from the root of the site that a link on a page leads to."""
    path, _, anchor = href.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return target.removesuffix("/index.html") + (f"#{anchor}" if anchor else "")


@pytest.mark.parametrize("builder", PAGES)
@pytest.mark.parametrize("page", ["sub/w", "deep/er/view"])
def test_a_link_is_relative_to_the_document_that_says_it_wherever_it_is_drawn(build, warnings, builder, page):
    app = build(FILES, builder=builder, gitops_html_output="svg")
    file = f"{page}.html" if builder == "html" else f"{page}/index.html"
    found = {said: href for href, said in LINK.findall(Path(app.outdir, file).read_text(encoding="utf-8"))}
    outside = found.pop("out: Application repository \u2192 Image registry")
    assert outside == "https://e.example/a_b~(c?a=1&amp;b=%232"
    assert [landed(file, href) for href in found.values()] == PAGES[builder]
    assert next(iter(found)) == "beside: Application repository \u2192 Image registry"
    assert not warnings(app)


def test_on_one_page_they_lead_into_it(build):
    page = html(build(FILES, builder="singlehtml", gitops_html_output="svg"))
    inside = [href for href, _ in LINK.findall(page) if href.startswith("#")]
    assert inside[:4] == ["#document-sub/near", "#document-top", "#a-label", "#document-sub/w"]
    assert all(f'id="{href[1:]}"' in page for href in inside)


def test_the_file_of_the_whole_picture_leads_back(build):
    app = build(FILES, gitops_html_output="svg")
    for file in Path(app.outdir, "_images").glob("gitops-w-*.svg"):
        links = [href for href, _ in LINK.findall(file.read_text(encoding="utf-8"))]
        assert links[0].startswith("https://e.example/")
        assert [landed(f"_images/{file.name}", href) for href in links[1:]] == PAGES["html"]
    assert len(list(Path(app.outdir, "_images").glob("gitops-w-*.svg"))) == 2


def test_a_page_that_is_not_there_is_one_warning_and_no_link(build, warnings):
    app = build({**FILES, "sub/w.rst": FILES["sub/w.rst"].replace("doc: /top", "doc: /tip")}, gitops_html_output="svg")
    (warning,) = warnings(app)
    assert "'/tip' is no document and no label" in warning
    for page in ("sub/w", "deep/er/view"):
        assert [said.partition(":")[0] for _, said in LINK.findall(html(app, page))] == [
            "out",
            "beside",
            "mark",
            "here",
        ]
        assert "gitops-flow:" not in html(app, page)


def test_what_the_output_leaves_out_is_no_link(build):
    hidden = {**FILES, "index.rst": FILES["index.rst"].replace("   top\n", "")}
    page = html(build({**hidden, "top.rst": ":orphan:\n\nTop\n===\n"}, builder="singlehtml", gitops_html_output="svg"))
    assert "above" not in [said.partition(":")[0] for _, said in LINK.findall(page)]


def test_an_arrow_for_several_flows_has_no_link(build):
    files = {**FILES, "sub/w.rst": FILES["sub/w.rst"].replace("workflow::\n", "workflow::\n   :collapse: stages\n", 1)}
    assert not LINK.findall(html(build(files, gitops_html_output="svg"), "sub/w"))


def test_paper_by_latex_has_links_over_the_labels(build):
    app = build(FILES, builder="latex", latex_documents=[("index", "p.tex", "T", "A", "manual")])
    text = Path(app.outdir, "p.tex").read_text(encoding="utf-8")
    over = re.findall(r"\\gitopslink(?:\{[\d.-]+\}){4}\{\\detokenize\{([^}]*)\}\}", text)
    assert {"sub/near::doc", "top::doc", "sub/near:a-label", "sub/w::doc"} <= set(over)
    assert text.count("\\gitopsaddress") == 2
    assert r"{https://e.example/a\%5Fb\%7E\%28c?a=1\&b=\%232}" in text


@pytest.mark.parametrize(
    ("builder", "outline"), [("html", "html=none"), ("latex", "paper=none"), ("latex", "paper=short")]
)
def test_a_page_that_is_not_there_is_one_warning_without_a_text_version_too(build, warnings, builder, outline):
    body = FLOWS.replace("doc: /top", "doc: /tip").replace("C: Cluster of production", "C: {title: Cc, doc: gone}")
    text = f"W\n=\n\n.. gitops-workflow::\n   :outline: {outline}\n{body}"
    app = build({**FILES, "sub/w.rst": text}, builder=builder, gitops_html_output="svg")
    found = sorted(line for line in warnings(app) if "no document and no label" in line)
    assert ["'/tip'" in line or "'gone'" in line for line in found] == [True, True]
    assert all("sub/w.rst:" in line for line in found)
