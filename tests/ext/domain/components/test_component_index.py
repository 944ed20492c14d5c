"""The page of all components is there where there is a component, and has its label then."""

from __future__ import annotations

from pathlib import Path

from sphinx_gitops.ext.domain.components.component_index import PAGE
from support.sites import html, site

REFERS = "Other\n=====\n\n:ref:`gitops-components`\n"
OWN = "Other\n=====\n\n.. _gitops-components:\n\nOwn\n---\n\n:ref:`gitops-components`\n"


def test_a_label_leads_to_it(build, warnings):
    app = build(site(other=REFERS), language="de")
    assert warnings(app) == []
    assert f'href="{PAGE}.html"' in html(app, "other")
    assert "Komponenten" in html(app, "other")


def test_without_a_component_there_is_neither_page_nor_label(build, warnings):
    app = build({"index.rst": "T\n=\n\n:ref:`gitops-components`\n"})
    assert len(warnings(app)) == 1
    assert not Path(app.outdir, f"{PAGE}.html").exists()


def test_a_label_of_the_writer_s_own_stands(build, warnings):
    for files in ({"index.rst": OWN}, site(other=OWN), site(other=OWN + "\nMore.\n")):
        app = build(files)
        assert warnings(app) == []
        page = html(app, "other" if "other.rst" in files else "index")
        assert 'href="#gitops-components"' in page
