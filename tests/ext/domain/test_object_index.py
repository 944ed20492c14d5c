"""Former names, ids and anchors lead to what has them today."""

from __future__ import annotations

import re

import pytest

from support.sites import RENAMED, html

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


@pytest.mark.parametrize("first", ["a", "b"])
def test_a_former_anchor_never_takes_what_another_workflow_of_the_page_has_today(build, first):
    one = ".. gitops-workflow::\n\n   id: {}\n   title: Flow {}\n{}   stages: {{s: {{components: {{X: In-{}}}}}}}\n\n"
    flows = {"a": one.format("a", "a", "   formerly: [b]\n", "a"), "b": one.format("b", "b", "", "b")}
    page = html(build({"index.rst": "I\n=\n\n" + "".join(sorted(flows.values(), reverse=first == "b"))}))
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert re.search(r'id="gitops-b\.X"><p>In-b', page)
