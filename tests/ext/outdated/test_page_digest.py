"""A page is written again when what it shows of others changes, and only then."""

from __future__ import annotations

from sphinx_gitops.ext.outdated.page_digest import digest
from support.sites import site


def of(build, files, docname="other") -> str:
    return digest(build(files).env.get_domain("gitops"), docname, None)


def test_what_a_role_shows_counts_and_lines_do_not(build):
    files = site(other="Other\n=====\n\n:gitops:component:`delivery.SCAN`\n")
    first = of(build, files)
    assert of(build, {**files, "index.rst": files["index.rst"].replace("title: Scanner", "title: Inspector")}) != first
    assert of(build, files) == first
    assert of(build, {**files, "index.rst": "A line more.\n\n" + files["index.rst"]}) == first


def test_what_others_know_of_a_page_counts(build):
    domain = build(site()).env.get_domain("gitops")
    assert digest(domain, "other", ["a"]) != digest(domain, "other", ["b"])
