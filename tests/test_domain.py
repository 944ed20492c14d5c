"""The domain over several builds: what two documents both say, and what changes between builds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from test_build import html, site

TWICE = ":orphan:\n\nT\n=\n\n.. gitops-workflow::\n\n   id: twice\n   stages: {ci: {title: %s, components: {X: x}}}\n"


def test_the_second_definition_takes_over_where_the_first_goes(build, warnings):
    first = {"index.rst": "I\n=\n\n:gitops:stage:`twice.ci`\n", "a.rst": TWICE % "Old", "b.rst": TWICE % "New"}
    app = build(first)
    assert ">Old<" in html(app)
    assert [
        line
        for line in warnings(app)
        if "b.rst:6" in line and "'twice' is taken, by the document 'a', line 6: give" in line
    ]
    app = build({**first, "a.rst": ":orphan:\n\nT\n=\n"})
    assert ">New<" in html(app)
    assert warnings(app) == []


def test_any_role_is_rewritten_with_its_target(build):
    files = site(other="Other\n=====\n\n:any:`delivery.SCAN`\n")
    build(files)
    files["index.rst"] = files["index.rst"].replace("title: Scanner", "title: Inspector")
    assert "Inspector" in html(build(files), "other")


DRAWN = "\n.. gitops-workflow::\n%s\n   id: w\n   title: %s\n   stages: {s: {components: {A: %s, %s: New}}}\n"


@pytest.mark.parametrize("option", ["", "   :no-index:\n"])
def test_a_second_workflow_of_one_id_on_a_page_leaves_the_first_as_it_is(build, warnings, option):
    page = "I\n=\n" + DRAWN % ("", "First", "Alpha", "B") + DRAWN % (option, "Second", "Other", "Q")
    app = build(
        {"index.rst": page + "\n:gitops:workflow:`w`: :gitops:component:`w.A`\n\n.. gitops-table:: components\n"}
    )
    assert [">First<" in html(app), ">Alpha</span></a></p>" in html(app)] == [True, True]
    components = json.loads(Path(app.outdir, "gitops.json").read_text())["components"]
    assert [(found["name"], found["title"]) for found in components] == [("w.A", "Alpha"), ("w.B", "New")]
    assert len(warnings(app)) == (0 if option else 1)


def test_links_of_an_unregistered_picture_in_a_book_stay_in_its_document(build):
    page = "A\n=\n" + DRAWN % ("   :no-index:\n", "First", "Alpha", "B")
    app = build({"index.rst": "I\n=\n\n.. toctree::\n\n   a\n", "a.rst": page}, builder="latex", project="Book")
    text = Path(app.outdir, "book.tex").read_text()
    links = set(re.findall(r"\\gitopslink(?:\{[\d.]+\}){4}\{\\detokenize\{([^}]*)\}\}", text))
    assert {"a:gitops-w.A", "a:gitops-w.B"} <= links <= set(re.findall(r"\\label\{\\detokenize\{([^}]*)\}\}", text))


def test_a_component_of_an_unregistered_workflow_leads_to_itself_and_not_to_a_workflow_of_its_name(build):
    page = "I\n=\n\n.. gitops-workflow::\n   :no-index:\n\n   id: w\n   stages: {s: {components: {twice: Deliver, B: b}}}\n"
    page = html(build({"index.rst": page, "a.rst": TWICE % "CI"}))
    assert re.findall(r'<a class="gitops-node[^>]*href="([^"]*)"', page) == ["#gitops-w.twice", "#gitops-w.B"]


def test_a_label_of_the_writer_s_own_that_is_added_later_stands_as_in_a_clean_build(build, warnings):
    files = site(other="Other\n=====\n")
    build(files)
    files["other.rst"] = ".. _gitops-delivery.SCAN:\n\nOther\n=====\n"
    files["use.rst"] = ":orphan:\n\nUse\n===\n\n:ref:`gitops-delivery.scan`\n"
    for app in (build(files), build(files, source="clean")):
        assert warnings(app) == []
        assert 'href="other.html#gitops-delivery-scan"' in html(app, "use")


RENAMED = """W
=

.. gitops-workflow::

   id: w
   title: Flow
   formerly: [wold]
   stages: {s: {components: {New: {title: Fresh, formerly: [Old]}, B: Beta}}}
   flows: [B --> New]
"""
USED = """I
=

.. toctree::

   w

.. gitops-component:: %s
   :owner: platform
   :diagram:

.. gitops-runbook:: k
   :components: wold.Old

:gitops:component:`wold.Old`, :gitops:component:`w.New`

.. gitops-table:: components
   :workflow: wold
   :columns: component, owner

.. gitops-table:: runbooks
   :workflow: wold
"""


@pytest.mark.parametrize("builder", ["html", "singlehtml"])
@pytest.mark.parametrize("name", ["w.New", "w.Old", "wold.New", "wold.Old"])
@pytest.mark.parametrize("place", ["index", "w"])
def test_a_former_name_does_what_the_name_of_today_does(build, warnings, name, builder, place):
    files = {"index.rst": USED % name, "w.rst": RENAMED}
    if place == "w":
        described = USED[USED.index(".. gitops-comp") : USED.index(".. gitops-run")] % name
        files = {"index.rst": USED.replace(described.replace(name, "%s"), ""), "w.rst": f"{RENAMED}\n{described}"}
    app = build(files, builder=builder)
    assert warnings(app) == []
    pages = {page: html(app, page) for page in (["index"] if builder == "singlehtml" else ["index", "w"])}
    ids = {page: re.findall(r'\bid="([^"]*)"', text) for page, text in pages.items()}
    assert all(len(set(found)) == len(found) for found in ids.values())
    links = [(page, link) for page, text in pages.items() for link in re.findall(r'href="([^"]*#gitops-[^"]+)"', text)]
    for page, link in links:
        there, _, anchor = link.replace("#document-w#", "#").partition("#")  # Sphinx's own contents have two
        assert anchor in ids[there.removesuffix(".html") or page], link
    assert len([link for _, link in links if link.endswith(f"#gitops-{name}")]) >= 4
    assert re.search(r">Fresh<.*?<p>platform</p>", pages["index"].split("<table")[1], re.DOTALL)
    assert pages["index"].count("<table") == 2


@pytest.mark.parametrize(
    ("here", "there"), [(["w.Old", "w.New"], []), (["w.Old"], ["wold.Old"]), (["w.New"], ["w.Old"])]
)
def test_a_component_described_under_two_of_its_names_is_described_twice(build, warnings, here, there):
    files = {"index.rst": "I\n=\n\n.. toctree::\n\n   w\n   x\n", "w.rst": RENAMED, "x.rst": "X\n=\n"}
    for page, names in (("w.rst", here), ("x.rst", there)):
        files[page] += "".join(f"\n.. gitops-component:: {name}\n" for name in names)
    found = warnings(build(files))
    assert len(found) == 1
    first = files["w.rst"].splitlines().index(f".. gitops-component:: {here[0]}") + 1
    assert f"the component '{(here + there)[1]}' is described already, in the document 'w', line {first}: " in found[0]


def test_a_role_shows_words_as_words_and_an_id_as_code(build):
    page = html(
        build(
            {
                "index.rst": f"{RENAMED}\n:gitops:component:`w.New` :gitops:component:`the new one <w.New>` :gitops:component:`~w.New`\n"
            }
        )
    )
    shown = page.rpartition("<p>")[2].partition("</p>")[0]
    assert re.findall(r"<(code|span) class=\"xref[^>]*>(?:<span class=\"pre\">)?([^<]+)", shown) == [
        ("span", "Fresh"),
        ("span", "the new one"),
        ("code", "New"),
    ]


def test_a_workflow_with_an_id_alone_is_called_by_it(build):
    text = "I\n=\n\n.. gitops-workflow::\n\n   id: shop-delivery\n   stages: {ci: x}\n\n.. gitops-workflow::\n\n   stages: {ci: x}\n"
    rows = build({"index.rst": text}).env.get_domain("gitops").objects
    assert [rows[name].title for name in ("shop-delivery", "index")] == ["Shop delivery", "Index"]


@pytest.mark.parametrize(
    ("role", "hint"),
    [
        (":gitops:component:`w`", "; 'w' is a workflow"),
        (":gitops:stage:`w.New`", "; 'w.New' is a component"),
        (":gitops:stage:`w.Nev`", ""),
        (":gitops:workflow:`W`", "; did you mean 'w'?"),
    ],
)
def test_a_hint_names_what_the_role_can_refer_to_or_what_the_word_is(build, warnings, role, hint):
    (found,) = warnings(build({"index.rst": f"{RENAMED}\n{role}\n"}, nitpicky=True))
    asked = role.split("`")[1]
    assert found.partition(f"not found: {asked}")[2].partition(" [")[0] == hint


@pytest.mark.parametrize("first", ["a", "b"])
def test_a_former_anchor_never_takes_what_another_workflow_of_the_page_has_today(build, first):
    one = ".. gitops-workflow::\n\n   id: {}\n   title: Flow {}\n{}   stages: {{s: {{components: {{X: In-{}}}}}}}\n\n"
    flows = {"a": one.format("a", "a", "   formerly: [b]\n", "a"), "b": one.format("b", "b", "", "b")}
    page = html(build({"index.rst": "I\n=\n\n" + "".join(sorted(flows.values(), reverse=first == "b"))}))
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert re.search(r'id="gitops-b\.X"><p>In-b', page)
