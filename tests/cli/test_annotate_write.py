"""What ``annotate --fix`` says: how many links were written, and each that was not, with what to write."""

from __future__ import annotations

import pytest

from sphinx_gitops.cli.annotate_write import fix
from sphinx_gitops.doc_links.check import check_links
from sphinx_gitops.doc_links.files import read_sources
from support.doc_links_site import FORMER, SETTINGS, SHOP, SITE, application, deployment, written_to


@pytest.fixture
def fixing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sphinx_gitops.doc_links.files.cache_folder", lambda: tmp_path / "cache")

    def run(**texts: str) -> tuple[tuple[int, int], str]:
        written_to(tmp_path / "deploy", {f"{name}.yaml": text for name, text in texts.items()})
        sources = read_sources(["deploy"], SETTINGS.docs_annotation)
        outcome = check_links(sources, SITE, SETTINGS)
        if "gone" in texts:
            (tmp_path / "deploy/gone.yaml").unlink()
        return fix(outcome, sources, SETTINGS.docs_annotation), capsys.readouterr().err

    return run


def test_links_are_counted_over_all_files(fixing, tmp_path):
    assert fixing(shop=application(), web=deployment(FORMER)) == ((2, 0), "2 links written\n")
    assert (tmp_path / "deploy/web.yaml").read_text(encoding="utf-8") == deployment(SHOP)
    assert fixing(shop=application(), web=deployment(SHOP))[0] == (1, 0)


def test_what_is_not_written_is_told_with_what_to_write(fixing):
    counts, err = fixing(web=deployment(f"&x {FORMER}"), todo=deployment("TODO"))
    assert counts == (0, 0)
    assert err == (
        "deploy/todo.yaml:4: info: Deployment/shop/web: not fixed, its own link is there, and no address: 'TODO': "
        f"write {SHOP}\n"
        "deploy/web.yaml:7: info: Deployment/shop/web: not fixed, the value has an anchor or a tag, or is a block: "
        f"write {SHOP}\n0 links written\n"
    )


def test_a_file_that_cannot_be_written_fails(fixing):
    counts, err = fixing(gone=deployment(FORMER))
    assert counts == (0, 1)
    assert "deploy/gone.yaml: error: cannot be fixed" in err
