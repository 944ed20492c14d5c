"""A stage that is folded leads to the view that shows it, wherever that is, and else to its entry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.sites import html

FLOW = """W
=

.. gitops-workflow::
{options}

   id: w
   stages:
     build: {{components: {{A: Aa, B: Bb}}, groups: {{inner: {{components: {{C: Cc}}}}}}}}
     run: {{components: {{D: Dd}}}}
     watch: {{components: {{E: Ee}}}}
   flows: [A --> D --> E]
"""


def site(*views: str, options: str = "", **others: str) -> dict[str, str]:
    files = {"index.rst": FLOW.format(options=options) + "\n.. toctree::\n   :glob:\n\n   *\n"}
    files["views.rst"] = "Views\n=====\n\n" + "".join(views)
    return {**files, **{f"{name}.rst": text for name, text in others.items()}}


def view(show: str, name: str = "w", more: str = "") -> str:
    return f".. gitops-view:: {name}\n   :show: {show}\n{more}\n"


def led(page: str) -> dict[str, str]:
    """Where each folded box of the first picture leads, by its title."""
    picture = page[page.index("<svg") : page.index("</svg>")]
    found = re.findall(r'<a class="gitops-node[^"]*" href="([^"]*)"[^>]*aria-label="(\w+)', picture)
    return {title: href for href, title in found}


def test_it_leads_to_the_view_of_another_page_and_without_one_to_its_entry(build, warnings):
    app = build(site(view("stage:build")), gitops_collapse_above=3)
    found = led(html(app))
    assert re.fullmatch(r"views\.html#gitops-\.\.figure-\w+", found["build"])
    assert f'id="{found["build"].partition("#")[2]}"' in html(app, "views")
    assert found["run"] == "#gitops-w.run"
    assert [line for line in warnings(app) if "WARNING" in line] == []


def test_the_anchor_is_that_of_the_writer_where_there_is_one(build):
    app = build(site(view("stage:build", more="   :name: fig-build\n"), options="   :collapse: stages"))
    assert led(html(app))["build"] == "views.html#fig-build"


def test_the_one_with_the_fewest_components_goes_first_then_the_first(build):
    everything = view("stage:build, stage:run", more="   :name: both\n")
    later, first = view("stage:build", more="   :name: later\n"), view("stage:build", more="   :name: first\n")
    files = site(everything, later, options="   :collapse: stages", aa="A\n=\n\n" + first)
    found = led(html(build(files)))
    assert found["build"] == "aa.html#first"
    assert found["run"] == "views.html#both"


@pytest.mark.parametrize(
    "other",
    [
        view("A"),
        view("stage:build", more="   :hide: B\n"),
        view("stage:build", more="   :collapse: stages\n"),
        view("stage:build", more="   :collapse: groups\n"),
        ".. gitops-view:: w\n\n",
    ],
)
def test_a_view_that_does_not_show_all_of_it_is_none(build, other):
    app = build(site(other), gitops_collapse_above=3)
    assert led(html(app))["build"] == "#gitops-w.build"


def test_a_group_that_is_folded_leads_to_its_view_as_well(build):
    app = build(site(view("group:inner", more="   :name: inner\n"), options="   :collapse: groups"))
    assert led(html(app))["inner"] == "views.html#inner"


def test_a_view_by_a_former_name_counts(build):
    files = site(view("stage:build", name="old", more="   :name: v\n"), options="   :collapse: stages")
    files["index.rst"] = files["index.rst"].replace("   id: w\n", "   id: w\n   formerly: [old]\n")
    assert led(html(build(files)))["build"] == "views.html#v"


def test_adding_and_removing_the_view_writes_the_page_again(build):
    without, with_view = site(), site(view("stage:build", more="   :name: v\n"))
    options = {"gitops_collapse_above": 3}
    assert led(html(build(without, **options)))["build"] == "#gitops-w.build"
    assert led(html(build(with_view, **options)))["build"] == "views.html#v"
    moved = site(aa="A\n=\n\n" + view("stage:build", more="   :name: v\n"))
    assert led(html(build(moved, **options)))["build"] == "aa.html#v"
    Path(build(moved, **options).srcdir, "aa.rst").unlink()
    assert led(html(build(without, **options)))["build"] == "#gitops-w.build"


@pytest.mark.parametrize("builder", ["singlehtml", "dirhtml"])
def test_other_pages_of_html_lead_there_too(build, builder):
    app = build(site(view("stage:build", more="   :name: v\n"), options="   :collapse: stages"), builder=builder)
    address = led(html(app))["build"]
    assert address == {"singlehtml": "#v", "dirhtml": "views/#v"}[builder]


def test_in_the_file_of_the_whole_picture_it_leads_there_from_the_folder_of_images(build):
    options = "   :collapse: stages\n   :direction: LR\n"
    files = site(view("stage:build", more="   :name: v\n"), options=options)
    files["index.rst"] = files["index.rst"].replace("build: {", "build: {title: The build of the image, ").replace("run: {", "run: {title: The rollout of the image, ")  # fmt: skip
    app = build(files)
    (file,) = Path(app.outdir, "_images").glob("gitops-w-*.svg")
    assert 'href="../views.html#v"' in file.read_text(encoding="utf-8")


def test_views_of_an_output_of_paper_are_reached_too(build):
    app = build(site(view("stage:build", more="   :name: v\n"), options="   :collapse: stages"), builder="latex")
    (text,) = (path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("*.tex"))
    assert "{views:v}" in text[text.index("gitopslink") :]
