"""Flows end in another project, as intersphinx knows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.sites import html

OTHER = "Other\n=====\n\n.. gitops-workflow::\n\n   id: argo\n   title: Delivery\n   stages: {cd: {components: {SYNC: Argo CD}}}\n"
PAGE = "Site\n====\n\n.. gitops-workflow::\n\n   id: shop\n   stages: {s: {components: {A: Build}}}\n   flows:\n     - A --> {}\n"
EXTENSIONS = ["sphinx_gitops", "sphinx.ext.intersphinx"]


def page(end: str) -> dict[str, str]:
    return {"index.rst": PAGE.replace("{}", end), "deep/page.rst": ":orphan:\n\nDeep\n====\n\n.. gitops-view:: shop\n"}


@pytest.fixture
def mapping(build):
    inventory = Path(build({"index.rst": OTHER}, source="other").outdir, "objects.inv")
    return {"platform": ("https://platform.example/", str(inventory))}


@pytest.mark.parametrize(("end", "title"), [("SYNC", "Argo CD"), ("cd", "cd")])
def test_a_picture_and_its_text_lead_there(build, warnings, mapping, end, title):
    app = build(page(f"platform:argo.{end}"), extensions=EXTENSIONS, intersphinx_mapping=mapping, nitpicky=True)
    assert warnings(app) == []
    for name in ("index", "deep/page"):
        text = html(app, name)
        assert text.count(f'href="https://platform.example/index.html#gitops-argo.{end}"') == 2
        assert f"{title}, in another project" in text
        assert "Delivery (platform)" in text


def test_an_address_beside_this_project_is_relative_to_each_page(build, mapping):
    beside = {"platform": ("../other", mapping["platform"][1])}
    app = build(page("platform:argo.SYNC"), extensions=EXTENSIONS, intersphinx_mapping=beside)
    for name, address in (("index", "../other/"), ("deep/page", "../../other/")):
        assert html(app, name).count(f'href="{address}index.html#gitops-argo.SYNC"') == 2


@pytest.mark.parametrize(
    ("end", "message"),
    [
        ("platform:argo.SYNK", "the project 'platform' has no 'argo.SYNK'; did you mean 'argo.SYNC'?"),
        ("platform:zz.zz", "the project 'platform' has no 'zz.zz'; there are argo, argo.SYNC, argo.cd"),
        ("platfrom:argo.SYNC", "intersphinx_mapping has no project 'platfrom'; did you mean 'platform'?"),
    ],
)
def test_what_is_not_there_is_named_at_its_line(build, warnings, mapping, end, message):
    (line,) = warnings(build(page(end), extensions=EXTENSIONS, intersphinx_mapping=mapping, nitpicky=True))
    assert "index.rst:9: WARNING:" in line
    assert message in line


def test_a_project_without_intersphinx_is_told_to_load_it(build, warnings):
    (line,) = warnings(build(page("platform:argo.SYNC")))
    assert "load 'sphinx.ext.intersphinx'" in line


def test_paper_has_no_link_to_another_project_in_its_picture(build, warnings, mapping):
    app = build(page("platform:argo.SYNC"), builder="latex", extensions=EXTENSIONS, intersphinx_mapping=mapping)
    assert warnings(app) == []
    (text,) = (path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("*.tex"))
    assert "https://platform.example/index.html" in text
    assert "platform:argo" not in text


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
@pytest.mark.parametrize(
    ("uri", "address"), [("https://platform.example/", "https://platform.example/"), ("../other", "../../other/")]
)
def test_the_file_of_the_whole_picture_leads_there_too(build, mapping, builder, uri, address):
    known = {"platform": (uri, mapping["platform"][1])}
    chain = " --> ".join(f"C{number}" for number in range(6))
    wide = "{A: Build, " + ", ".join(f"C{number}: Component number {number}" for number in range(6)) + "}"
    text = page("platform:argo.SYNC")["index.rst"].replace("{A: Build}", wide)
    files = {"index.rst": text.replace("   id: shop\n", "   id: shop\n   direction: LR\n") + f"     - A --> {chain}\n"}
    app = build(files, builder=builder, extensions=EXTENSIONS, intersphinx_mapping=known)
    files = list(Path(app.outdir, "_images").glob("gitops-shop-*.svg"))
    assert files
    for file in files:
        assert f'href="{address}index.html#gitops-argo.SYNC"' in file.read_text(encoding="utf-8")


def test_a_project_whose_inventory_is_not_there_is_intersphinx_s_to_tell(build, warnings):
    gone = {"platform": ("https://platform.example/", "gone.inv")}
    app = build(page("platform:argo.SYNC"), extensions=EXTENSIONS, intersphinx_mapping=gone)
    assert [line for line in warnings(app) if "argo.SYNC" in line] == []
    assert "platform" in html(app, "index")
