"""What runbooks want that others have, and what of them cannot be used: one warning each, and nothing is lost."""

from __future__ import annotations

import re

import pytest

from sphinx_gitops.ext.directives.runbook import _alert_names
from support.described import RST, SITES, fields
from support.sites import html

BOOKS = "Books\n=====\n\n"


def book(name: str, *options: str) -> str:
    return "\n   ".join([f".. gitops-runbook:: {name}", *options]) + f"\n\n   Prose of {name}.\n\n"


WORKFLOW = ".. gitops-workflow::\n\n   id: {}\n   stages: {{s: {{components: {{X: Xx}}}}}}\n\n"
PLAIN = BOOKS + book("a", ":formerly: b") + book("scan")


@pytest.mark.parametrize(
    ("books", "more", "expected"),
    [
        (BOOKS + book("a", ":owner: me", ":formerly: a old"), "",
         "books.rst:6: WARNING: the former id 'a' is taken, by this runbook itself: remove it here [gitops.duplicate-id]"),
        (BOOKS + book("a", ":formerly: 9x, old"), "", "books.rst:5: WARNING: the former id '9x' is no id: start with a letter"),
        (BOOKS + book("a", ":formerly: b") + book("b"), "",
         "books.rst:5: WARNING: the former id 'b' is taken, by the runbook 'b' in the document 'books': remove it here"),
        (BOOKS + book("b") + book("a", ":owner: me", ":formerly: b"), "",
         "books.rst:10: WARNING: the former id 'b' is taken, by the runbook 'b' in the document 'books': remove it here"),
        (PLAIN, book("b"), "books.rst:5: WARNING: the former id 'b' is taken, by the runbook 'b' in the document 'more'"),
        (PLAIN, book("c", ":formerly: b"), "more.rst:5: WARNING: the former id 'b' is taken, formerly by the runbook 'a' in the document 'books'"),
        (PLAIN, WORKFLOW.format("runbook-scan"),
         "books.rst:9: WARNING: the anchor 'gitops-runbook-scan' of the runbook 'scan' is taken, by the workflow 'runbook-scan' in the document 'more': give one of them another id [gitops.duplicate-id]"),
        (PLAIN + WORKFLOW.format("runbook-scan"), "", "books.rst:9: WARNING: the anchor 'gitops-runbook-scan' of the runbook 'scan'"),
        (BOOKS + WORKFLOW.format("runbook-scan") + book("a") + book("scan", ":owner: me"), "", "books.rst:13: WARNING: the anchor 'gitops-runbook-scan'"),
        (PLAIN, WORKFLOW.format("runbook-b"), "books.rst:5: WARNING: the anchor 'gitops-runbook-b' of the runbook 'b' is taken, by the workflow"),
        (BOOKS + book("s.X"), WORKFLOW.format("runbook-s"), "books.rst:4: WARNING: the anchor 'gitops-runbook-s.X' of the runbook 's.X' is taken, by the component"),
        (BOOKS + book("a", ":severity: 1", ":procedure: rolback"), "",
         "books.rst:6: WARNING: :procedure: 'rolback' is not known here; did you mean 'rollback'? [gitops.option]"),
        (BOOKS + book("a", ":procedure:"), "", "books.rst:5: WARNING: :procedure: a value is missing; expected one of incident-response, rollback"),
    ],
)  # fmt: skip
def test_what_a_runbook_cannot_have_is_one_warning_and_nothing_is_lost(build, warnings, books, more, expected):
    files = {"index.rst": "T\n=\n\n.. toctree::\n\n   books\n   more\n", "books.rst": books}
    app = build({**files, "more.rst": f"More\n====\n\n{more}"})
    (found,) = warnings(app)
    assert expected in found
    pages = {name: html(app, name) for name in ("books", "more")}
    names = re.findall(r"gitops-runbook:: (\S+)", books + more)
    assert names
    for name in names:
        assert f"Prose of {name}." in "".join(pages.values())
        assert f"{name} (runbook)" in html(app, "genindex")
    for page in pages.values():
        ids = re.findall(r'\sid="([^"]*)"', page)
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("order", [1, -1])
def test_an_id_of_today_goes_before_a_former_one(build, order):
    books = [book("a", ":formerly: b"), book("b", ":title: Of today")][::order]
    app = build({"index.rst": BOOKS + "".join(books) + ":gitops:runbook:`b`\n"})
    page = html(app, "index")
    assert re.search(r'id="gitops-runbook-b">\s*<span[^>]*>.*?today', page, re.DOTALL)
    assert re.search(r'href="#gitops-runbook-b"[^>]*><span[^>]*>Of today<', page)


def test_a_component_that_is_named_by_three_names_is_shown_once(build):
    names = "delivery.SCAN SCAN delivery.OLD PKG"
    app = build(SITES["rst"] | {"books.rst": RST["books"].replace("delivery.SCAN PKG", names)})
    assert fields(html(app, "books"))["Components"] == "Scanner Registry"


def test_a_description_with_a_link_that_could_run_code_is_kept_without_it(build, warnings):
    app = build(SITES["rst"] | {"parts.rst": RST["parts"].replace("https://scan.example/", "javascript:alert(1)")})
    (found,) = warnings(app)
    assert "parts.rst:5: WARNING: the link 'javascript:alert(1)' is refused: write an http" in found
    assert found.endswith("[gitops.unsafe-url]")
    page = html(app, "parts")
    assert "Scans <em>images</em>." in page
    assert fields(page)["Tags"] == "slsa, prod"
    assert "javascript" not in page


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("DatabaseDown, Postgres*", ("DatabaseDown", "Postgres*")),
        ("[a, 'b']", ("a", "b")),
        ("- a\n- b, c", ("a", "b", "c")),
        ("[PROD] CPU high, Kube[AB]", ("[PROD] CPU high", "Kube[AB]")),
        ("[AB]larm, x[CD]", ("[AB]larm", "x[CD]")),
        ("[Kube[AB], x]", ("Kube[AB]", "x")),
        ('"Disk full, urgent", \'it\'\'s\', "a ""b"""', ("Disk full, urgent", "it's", 'a "b"')),
        ('"[list]", Don\'t', ("[list]", "Don't")),
        ("a,, a ,", ("a",)),
        (None, ()),
    ],
)
def test_alerts_are_names_with_commas_or_lines_between(text, names):
    assert _alert_names(text) == names


HEADINGS = {
    "rst": "T\n=\n\nS\n-\n\n.. gitops-runbook:: a\n\n   First.\n\n   Cause\n   ~~~~~\n\n   Second.\n\n   Cure\n   ~~~~\n\n   Third.\n",
    "md": "# T\n\n## S\n\n```{gitops-runbook} a\nFirst.\n\n### Cause\n\nSecond.\n\n### Cure\n\nThird.\n```\n",
}


@pytest.mark.parametrize("markup", HEADINGS)
@pytest.mark.parametrize("name", ["a", "no id"])
def test_headings_stay_in_their_runbook_and_in_their_order(build, warnings, markup, name):
    text = HEADINGS[markup].replace("gitops-runbook:: a", f"gitops-runbook:: {name}").replace("} a", f"}} {name}")
    app = build({f"index.{markup}": text}, extensions=["myst_parser", "sphinx_gitops"])
    assert [line for line in warnings(app) if "[gitops.invalid-id]" not in line] == []
    page = html(app, "index")
    words = ["First.", ">Cause<", "Second.", ">Cure<", "Third."] if name == "a" else ["First.", "Second.", "Third."]
    assert sorted(map(page.index, words)) == list(map(page.index, words))
    if name == "a":
        assert page.index('id="gitops-runbook-a"') < page.index('id="cause"') < page.index("Second.")


def test_a_runbook_may_be_in_no_index_and_is_linked_all_the_same(build, warnings):
    books = book("a", ":title: Restart", ":no-index-entry:") + book("b")
    app = build({"index.rst": BOOKS + books + "See :gitops:runbook:`a`.\n"})
    assert warnings(app) == []
    assert "b (runbook)" in html(app, "genindex")
    assert "Restart" not in html(app, "genindex")
    assert 'href="#gitops-runbook-a"' in html(app, "index")
