"""What another extension takes out of a document is in no output, whenever it does, in every way of building."""

from __future__ import annotations

import sys
from collections import Counter
from types import ModuleType

import pytest
from docutils import nodes

from support.private_pages import PRIVATE, WAYS, output, taking_out, without_private

LATE = ["post-transform before", "post-transform after", "doctree-resolved"]
CASES = [
    *(("html", way) for way in WAYS),
    *((builder, "doctree-resolved") for builder in ["dirhtml", "latex", "epub", "man", "texinfo", "json", "xml"]),
    ("singlehtml", "post-transform after"),
    ("text", "post-transform before"),
    ("latex", "doctree-read"),
    ("singlehtml", "doctree-read"),
]
CONFIG = {"html_copy_source": False, "gitops_export": True, "man_pages": [("index", "a", "a", "a", 1)]}


def same(app, other, warnings) -> bool:
    own, wanted = output(app), output(other)
    assert own.keys() == wanted.keys()
    assert {name for name in own if own[name] != wanted[name]} == set()
    return [line.replace("/src/", "/without/") for line in sorted(warnings(app))] == sorted(warnings(other))


@pytest.fixture
def public(build):
    """The project without its private part."""
    return lambda **config: build(without_private(PRIVATE), source="without", **{**CONFIG, **config})


@pytest.mark.parametrize(("builder", "way"), CASES)
def test_the_output_is_that_of_a_project_without_it(build, public, monkeypatch, warnings, builder, way):
    extensions = ["sphinx_gitops", taking_out(monkeypatch, way)]
    app = build(PRIVATE, builder=builder, extensions=extensions, **CONFIG)
    assert same(app, public(builder=builder), warnings)


def test_parallel_builds_are_the_same(build, public, monkeypatch, warnings):
    extensions = ["sphinx_gitops", taking_out(monkeypatch, "doctree-resolved")]
    app = build(PRIVATE, parallel=2, extensions=extensions, **CONFIG)
    assert same(app, public(), warnings)


def test_a_page_that_is_not_written_again_stays_without_it(build, public, monkeypatch, warnings):
    extensions = ["sphinx_gitops", taking_out(monkeypatch, "doctree-resolved")]
    build(PRIVATE, extensions=extensions, **CONFIG)
    edited = {**PRIVATE, "zulu.rst": PRIVATE["zulu.rst"] + "\nMore.\n"}
    app = build(edited, extensions=extensions, **CONFIG)
    assert [line.rpartition("src/")[2][:9] for line in warnings(app)] == ["zulu.rst:"] * len(warnings(app))
    own, other = output(app), output(build(without_private(edited), source="without", **CONFIG))
    words, _ = (
        own.pop("searchindex.js"),
        other.pop("searchindex.js"),
    )  # Sphinx has only pages now written in parts of it
    assert not [word for word in words if word.lower().startswith(b"secret") and word != b"secret"]
    assert own == other


def test_what_is_taken_out_no_longer_comes_back_and_goes_again(build, public, monkeypatch, warnings):
    extensions = ["sphinx_gitops", taking_out(monkeypatch, "doctree-resolved")]
    build(PRIVATE, extensions=extensions, **CONFIG)
    open_again = {**PRIVATE, "middle.rst": PRIVATE["middle.rst"].replace(":: private", ":: known")}
    app = build(open_again, extensions=extensions, **CONFIG)
    assert output(app) == output(build(open_again, source="without", **CONFIG))
    app = build(PRIVATE, extensions=extensions, **CONFIG)
    assert output(app) == output(public())


def test_a_tag_that_decides_about_it_may_change_between_two_builds(build, monkeypatch):
    way = taking_out(monkeypatch, "doctree-resolved")
    known = build(PRIVATE, source="without", extensions=["sphinx_gitops", way], open_to_all=True, **CONFIG)
    whole = output(known)
    app = build(PRIVATE, extensions=["sphinx_gitops", way], open_to_all=False, **CONFIG)
    assert b"SECRETVAULT" not in output(app)["index.html"]
    app = build(PRIVATE, extensions=["sphinx_gitops", way], open_to_all=True, **CONFIG)
    assert output(app) == whole
    app = build(PRIVATE, extensions=["sphinx_gitops", way], open_to_all=False, **CONFIG)
    assert b"SECRETVAULT" not in output(app)["index.html"]


def test_another_builder_that_shows_it_has_it(build, monkeypatch):
    """Documents are read once for both."""
    from sphinx.application import Sphinx

    def only_in_text(app, doctree, docname):
        for node in list(doctree.findall(nodes.container)) if app.builder.name != "text" else ():
            if "private" in node["classes"]:
                node.parent.remove(node)

    monkeypatch.setitem(WAYS, "but for text", lambda app: app.connect("doctree-resolved", only_in_text))
    extensions = ["sphinx_gitops", taking_out(monkeypatch, "but for text")]
    html = build(PRIVATE, extensions=extensions, **CONFIG)
    assert b"SECRETVAULT" not in output(html)["index.html"]
    text = build(PRIVATE, builder="text", extensions=extensions, **CONFIG)
    assert isinstance(text, Sphinx)
    assert b"SECRETVAULT" in output(text)["index.txt"]
    html = build(PRIVATE, extensions=extensions, **CONFIG)
    assert b"SECRETVAULT" not in output(html)["index.html"]


def test_nothing_is_written_twice_where_nothing_is_removed(build):
    written = []
    known = {"index.rst": PRIVATE["middle.rst"]}
    app = build(known)
    app.connect("doctree-resolved", lambda *about: written.append(about[2]))
    app.build(force_all=True)
    assert written == ["index"]


WORKFLOWS = """
Middle
======

.. gitops-workflow::

   id: open
   stages: {s: {components: {API: Programme, B: Bb}}}

.. container:: private

"""
VIEW = "   .. gitops-view:: open\n      :show: B\n      :name: hidden\n"
WORKFLOW = (
    "   .. gitops-workflow::\n      :name: hidden\n\n      id: crypt\n      stages: {s: {components: {VAULT: Vault}}}\n"
)
START = "I\n=\n\n.. toctree::\n\n   before\n   middle\n\n.. gitops-table:: workflows\n"


@pytest.mark.parametrize("private", [VIEW, WORKFLOW])
def test_a_label_of_what_is_taken_out_leads_nowhere(build, monkeypatch, warnings, private):
    files = {"index.rst": START, "middle.rst": WORKFLOWS + private, "before.rst": "Before\n======\n\n:ref:`Words <hidden>`\n"}  # fmt: skip
    app = build(files, extensions=["sphinx_gitops", taking_out(monkeypatch, "doctree-resolved")], **CONFIG)
    (line,) = warnings(app)
    assert "before.rst:4: WARNING: undefined label: 'hidden'" in line
    assert b"#hidden" not in output(app)["before.html"]


def test_pages_that_lead_to_nothing_that_is_taken_out_are_written_once(build, monkeypatch, warnings):
    files = {"index.rst": START, "middle.rst": WORKFLOWS + WORKFLOW.replace("      :name: hidden\n", ""), "before.rst": "Before\n======\n"}  # fmt: skip
    written = []
    way = taking_out(monkeypatch, "doctree-resolved")
    files["conf.py"] = "def setup(app):\n    app.connect('doctree-resolved', lambda app, tree, name: app.config.told.append(name))\n    app.add_config_value('told', None, '')\n"  # fmt: skip
    app = build(files, extensions=["sphinx_gitops", way], told=written, **CONFIG)
    assert warnings(app) == []
    assert [written.count(name) for name in ("before", "index")] == [1, 2]
    assert b"crypt" not in output(app)["index.html"]


def test_an_extension_that_takes_out_more_each_time_ends_the_build(build, monkeypatch, warnings):
    module, seen = ModuleType("never_done"), Counter()

    def ever_more(app, doctree, docname):
        seen[docname] += 1
        if docname != "index" and seen[docname] > int(docname[1:]):
            for node in list(doctree.findall(nodes.container)):
                node.parent.remove(node)

    module.setup = lambda app: {"parallel_read_safe": bool(app.connect("doctree-resolved", ever_more))}
    monkeypatch.setitem(sys.modules, module.__name__, module)
    book = "Page\n====\n\n.. container:: c\n\n   .. gitops-runbook:: book-{n}\n      :title: Book {n}\n"
    files = {f"d{n}.rst": book.replace("{n}", str(n)) for n in range(9)}
    files["index.rst"] = "T\n=\n\n.. toctree::\n\n" + "".join(f"   d{n}\n" for n in range(9))
    app = build(files, extensions=["sphinx_gitops", module.__name__], **CONFIG)
    assert warnings(app) == []
    assert seen["index"] == 4
    found = output(app)["genindex.html"]
    assert [f"Book {n}".encode() in found for n in (0, 1, 2, 8)] == [False, False, False, True]


def test_a_page_that_is_deleted_takes_what_was_taken_out_of_it_with_it(build, public, monkeypatch, warnings):
    extensions = ["sphinx_gitops", taking_out(monkeypatch, "doctree-resolved")]
    build(PRIVATE, extensions=extensions, **CONFIG)
    app = build(
        PRIVATE | {"zulu.rst": "Zulu\n====\n"}, extensions=extensions, **CONFIG
    )  # now it is known from the start
    (app.srcdir / "middle.rst").unlink()
    left = {name: text.replace("   middle\n", "") for name, text in PRIVATE.items() if name != "middle.rst"}
    app = build(left, extensions=extensions, **CONFIG)
    assert not [
        name for name, content in output(app).items() if isinstance(content, bytes) and b"SECRETVAULT" in content
    ]
    assert not {"the-vault", "the-view", "the-open"} & app.env.get_domain("std").anonlabels.keys()
