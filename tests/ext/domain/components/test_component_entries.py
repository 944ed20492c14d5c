"""The index page of components."""

from __future__ import annotations

from pathlib import Path

from sphinx_gitops.ext.domain.components import component_entries as pages
from support.sites import html, site


def test_the_indices_have_the_components(build):
    app = build(site())
    page = html(app, "gitops-components")
    assert "Stage:\u00a0Integration" in page
    assert "Kind:\u00a0registry" in page
    assert "Scanner (component in Delivery)" in html(app, "genindex")


def test_a_large_index_page_is_written_when_garbage_is_gone(build, monkeypatch):
    cleared = []
    monkeypatch.setattr(pages, "_MANY", 3)
    monkeypatch.setattr(pages.gc, "collect", lambda: cleared.append(True))
    build(site())
    assert cleared == [True]
    monkeypatch.setattr(pages, "_MANY", 4)
    build(site())
    assert cleared == [True]


def test_the_index_of_a_pdf_has_the_components_of_its_pages_alone(build, warnings):
    page = "{0}\n=\n\n.. gitops-workflow::\n\n   id: {0}\n   stages: {{ci: {{components: {{Own{0}: x}}}}}}\n"
    files = {"index.rst": "T\n=\n\n.. toctree::\n\n   a\n   b\n", "a.rst": page.format("A"), "b.rst": page.format("B")}
    documents = [(name, f"{name}.tex", name, "Team", "manual") for name in ("a", "b")]
    app = build(files, builder="latex", latex_documents=documents)
    assert [line for line in warnings(app) if "gitops" in line] == []
    for name, other in ("ab", "ba"):
        text = Path(app.outdir, f"{name}.tex").read_text(encoding="utf-8")
        assert rf"\sphinxstyleindexextra{{{name.upper()}.Own{name.upper()}}}" in text
        assert f"Own{other.upper()}" not in text


def test_a_template_of_the_project_may_take_the_first_entries(build):
    template = "{% for name, entries in content %}<b>{{ name }}:{% for one in entries[:1] %} {{ one.name }}{% endfor %}</b>{% endfor %}"
    app = build(site() | {"own/domainindex.html": template}, templates_path=["own"])
    page = html(app, "gitops-components")
    assert "<b>Stage:\u00a0Integration: Registry</b>" in page
    assert "Scanner" in page  # in its own kind
