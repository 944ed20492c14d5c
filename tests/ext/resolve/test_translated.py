"""A translated build draws translated diagrams, and says our own words in its language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from support.sites import BODY, WORKFLOW, html, site

MESSAGES = {
    "Integration": "Zusammenführung",
    "Scanner": "Prüfgerät",
    "Registry": "Ablage",
    "signed": "unterschrieben",
    "Delivery": "Auslieferung",
    "A caption": "Eine Unterschrift",
}
RST = "Site\n====\n\n.. toctree::\n\n   other\n\n.. gitops-workflow::\n   :caption: A caption\n\n" + BODY
MYST = "# Site\n\n```{toctree}\nother\n```\n\n```{gitops-workflow}\n:caption: A caption\n\n" + WORKFLOW + "```\n"
SOURCES = {"rst": {**site(), "index.rst": RST}, "myst": {"index.md": MYST, "other.rst": site()["other.rst"]}}


def po(messages: dict[str, str]) -> str:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return head + "\n".join(f'msgid "{one}"\nmsgstr "{other}"\n' for one, other in messages.items())


@pytest.fixture(params=list(SOURCES))
def translated(build, request):
    files = {**SOURCES[request.param], "locale/de/LC_MESSAGES/index.po": po(MESSAGES)}
    return build(
        files,
        extensions=["sphinx_gitops", "myst_parser"],
        language="de",
        locale_dirs=["locale"],
        nitpicky=True,
        gettext_auto_build=True,
    )


def test_the_diagram_and_the_words_are_translated(translated, warnings):
    assert warnings(translated) == []
    page = html(translated)
    picture = page[page.index("<svg xmlns") : page.index("</svg>")]
    for words in ("Prüfgerät", "Ablage", "unterschrieben", "Zusammenführung", "Sicherheitsprüfung", "Auslieferung"):
        assert words in picture, words
    for words in ("Eine Unterschrift", "Textfassung des Diagramms", "Flüsse", ">Seite</a>"):
        assert words in page, words
    for words in ("Scanner", "signed", "Text version", "security check"):
        assert words not in page, words
    assert 'id="gitops-delivery.SCAN"' in page


def test_roles_and_indices_are_translated(translated):
    assert ">Prüfgerät<" in html(translated, "other")
    index = html(translated, "gitops-components")
    assert "Komponenten" in index
    assert "Stufe:\u00a0Zusammenführung" in index
    assert "Prüfgerät (Komponente in Auslieferung)" in html(translated, "genindex")


@pytest.mark.parametrize("form", list(SOURCES))
def test_every_word_of_the_writer_is_extracted_once(build, form):
    files = dict(SOURCES[form])
    app = build(files, builder="gettext", extensions=["sphinx_gitops", "myst_parser"])
    with Path(app.outdir, "index.pot").open("rb") as stream:
        found = [message.id for message in read_po(stream) if message.id]
    assert set(MESSAGES) <= set(found)
    assert len(found) == len(set(found))
    assert not [text for text in found if "security scan" in text or "Text version" in text]


BOOKS = {
    "rst": ".. gitops-runbook:: red\n   :title: The scan is red\n   :components: SCAN\n\n   Look.\n",
    "myst": "```{gitops-runbook} red\n:title: The scan is red\n:components: SCAN\n\nLook.\n```\n",
}
TITLE = {"The scan is red": "Die *Prüfung* ist rot"}
TABLES = """\
Lists
=====

.. toctree::

   books

:gitops:runbook:`red`

.. gitops-table:: components
   :filter: {}

.. gitops-table:: runbooks
   :filter: runbook == "The scan is red" and component == Scanner
"""


def with_books(form: str, filtered: str = "component == Scanner") -> dict[str, str]:
    suffix = {"rst": ".rst", "myst": ".md"}[form]
    head = {"rst": "Books\n=====\n\n", "myst": "# Books\n\n"}[form]
    return SOURCES[form] | {f"books{suffix}": head + BOOKS[form], "other.rst": TABLES.format(filtered)}


@pytest.mark.parametrize("form", list(SOURCES))
def test_a_runbooks_title_is_extracted_and_translated_wherever_it_is_shown(build, warnings, form):
    extensions = ["sphinx_gitops", "myst_parser"]
    app = build(with_books(form), builder="gettext", source="extracted", extensions=extensions)
    with Path(app.outdir, "books.pot").open("rb") as stream:
        found = [message.id for message in read_po(stream) if message.id]
    assert found.count("The scan is red") == 1
    folder = "locale/de/LC_MESSAGES"
    files = {**with_books(form), f"{folder}/index.po": po(MESSAGES), f"{folder}/books.po": po(TITLE)}
    app = build(files, extensions=extensions, language="de", locale_dirs=["locale"], nitpicky=True)
    assert warnings(app) == []
    shown = TITLE["The scan is red"]
    book = html(app, "books")
    assert f'<span class="pre">{shown.split()[0]}</span>' in book
    assert 'id="gitops-runbook-red"' in book
    for page in ("index", "other"):
        assert f"{shown}</span></a>" in html(app, page), page
    assert f"{shown} (" in html(app, "genindex")
    assert shown in Path(app.outdir, "gitops.json").read_text(encoding="utf-8")
    assert app.env.tocs["books"].astext().endswith(shown)
    everything = "".join(path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("*.html"))
    assert "The scan is red" not in everything


@pytest.mark.parametrize(
    ("filtered", "expected"),
    [("component == Scanner", True), ("component == Prüfgerät", False), ("stage == Integration", True), ("sends == Registry", True),
     ("id == SCAN and runbook == 'The scan is red'", True), ("workflow == Delivery and component != Registry", True)],
)  # fmt: skip
def test_a_filter_reads_the_words_of_the_sources(build, warnings, filtered, expected):
    folder = "locale/de/LC_MESSAGES"
    files = {**with_books("rst", filtered), f"{folder}/index.po": po(MESSAGES), f"{folder}/books.po": po(TITLE)}
    app = build(files, language="de", locale_dirs=["locale"])
    page = html(app, "other")
    assert page.count("<table") == 1 + expected
    assert page.count(">Prüfgerät<") == 1 + expected
    assert "Scanner" not in page


SYMPTOMS = {
    "rst": "Books\n=====\n\n.. gitops-runbook:: red\n   :symptoms: The gate is closed; Deliveries wait\n\n   Steps.\n",
    "myst": "# Books\n\n:::{gitops-runbook} red\n:symptoms: The gate is closed; Deliveries wait\n\nSteps.\n:::\n",
}
GATE = {"The gate is closed": "Das Tor ist zu", "Deliveries wait": "Lieferungen warten"}


@pytest.mark.parametrize("form", list(SYMPTOMS))
def test_symptoms_of_a_runbook_are_extracted_and_translated(build, warnings, form):
    settings = {"extensions": ["sphinx_gitops", "myst_parser"], "myst_enable_extensions": ["colon_fence"]}
    files = {f"index{'.rst' if form == 'rst' else '.md'}": SYMPTOMS[form]}
    app = build(files, builder="gettext", source="extracted", **settings)
    with Path(app.outdir, "index.pot").open("rb") as stream:
        assert set(GATE) <= {message.id for message in read_po(stream)}
    files["locale/de/LC_MESSAGES/index.po"] = po(GATE)
    app = build(files, language="de", locale_dirs=["locale"], **settings)
    assert warnings(app) == []
    everything = html(app) + Path(app.outdir, "gitops.json").read_text(encoding="utf-8")
    for words, translated in GATE.items():
        assert everything.count(translated) >= 1
        assert words not in everything


TWO_BOOKS = """\
Books
=====

.. gitops-component:: delivery.SCAN

   Scans.

.. gitops-runbook:: first
   :title: The first

   Do it.

.. gitops-runbook:: second
   :title: The second
   :no-typesetting:

   Do that.
"""


def test_each_runbook_of_a_page_gets_its_own_title_also_one_that_is_not_typeset(build, warnings):
    books = {"The first": "Das erste", "The second": "Das zweite"}
    files = {
        **site(other=TWO_BOOKS + "\n:gitops:runbook:`first`, :gitops:runbook:`second`\n"),
        "locale/de/LC_MESSAGES/other.po": po(books),
    }
    app = build(files, language="de", locale_dirs=["locale"], nitpicky=True, gettext_auto_build=True)
    assert warnings(app) == []
    page, index = html(app, "other"), html(app, "genindex")
    for title in books.values():
        assert re.search(rf'href="#gitops-runbook-[^>]*>(<span[^>]*>)?{title}<', page), title
        assert title in index
    for title in books:
        assert title not in page + index
