"""Roles lead to the anchors of what they name."""

from __future__ import annotations

import re

import pytest

from support.described import MARKUP, RST, SITES
from support.sites import RENAMED, html, site


def test_roles_lead_to_the_anchors(build):
    page = html(build(site()), "other")
    assert re.search(r'href="index.html#gitops-delivery.SCAN"[^>]*><span[^>]*>Scanner<', page)
    assert re.search(
        r'href="index.html#gitops-delivery.PKG"[^>]*><[^>]*><span[^>]*>PKG<|href="index.html#gitops-delivery.PKG"[^>]*>.*?PKG<',
        page,
    )
    assert re.search(r'href="index.html#gitops-delivery.OLD"[^>]*>.*?words<', page)


def test_a_dangling_reference_names_what_is_near(build, warnings):
    app = build(site(other="Other\n=====\n\n:gitops:component:`delivery.SCAM`\n"), nitpicky=True)
    assert len(warnings(app)) == 1
    assert (
        "other.rst:4: WARNING: gitops:component reference target not found: delivery.SCAM; did you mean"
        in warnings(app)[0]
    )
    assert "'delivery.SCAN'" in warnings(app)[0]


def test_any_role_is_rewritten_with_its_target(build):
    files = site(other="Other\n=====\n\n:any:`delivery.SCAN`\n")
    build(files)
    files["index.rst"] = files["index.rst"].replace("title: Scanner", "title: Inspector")
    assert "Inspector" in html(build(files), "other")


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


@pytest.mark.parametrize(
    ("role", "hint"),
    [
        (":gitops:component:`w`", "; 'w' is a workflow"),
        (":gitops:stage:`w.New`", "; 'w.New' is a component"),
        (":gitops:stage:`w.Nev`", "; there is w.s"),
        (":gitops:workflow:`W`", "; did you mean 'w'?"),
        (":gitops:component:`zz`", "; there are w.B, w.New"),
        (":gitops:component:`w.zz`", "; there are w.B, w.New"),
        (":gitops:runbook:`zz`", ""),
    ],
)
def test_a_hint_names_what_the_role_can_refer_to_or_what_the_word_is(build, warnings, role, hint):
    (found,) = warnings(build({"index.rst": f"{RENAMED}\n{role}\n"}, nitpicky=True))
    asked = role.split("`")[1]
    assert found.partition(f"not found: {asked}")[2].partition(" [")[0] == hint


FILES = SITES["rst"]
RETITLED = FILES | {"flow.rst": RST["flow"].replace("title: Scanner", "title: Inspector")}


@pytest.mark.parametrize("link", ["[](delivery.SCAN)", "<project:#delivery.SCAN>", "[](#gitops-delivery.SCAN)"])
def test_a_link_of_myst_is_a_reference_and_a_mention(build, link):
    def with_link(files):
        return files | {"links.md": f"# Links\n\n{link}\n"}

    app = build(with_link(FILES), **MARKUP)
    assert "Scanner" in html(app, "links")
    if "#gitops" not in link:  # a label is none of our roles
        assert "Links" in html(app, "parts")
    assert "Inspector" in html(build(with_link(RETITLED), **MARKUP), "links")


def test_a_name_that_several_workflows_have_lists_five(build, warnings):
    flows = "".join(
        f".. gitops-workflow::\n\n   id: f{n}\n   stages: {{ci: {{components: {{A: A}}}}}}\n\n" for n in range(7)
    )
    app = build({"index.rst": f"Site\n====\n\n{flows}:gitops:component:`A`\n"}, nitpicky=True)
    (line,) = warnings(app)
    assert "several workflows have it: f0.A, f1.A, f2.A, f3.A, f4.A, …" in line
