"""What a build leaves out is left out everywhere, and comes back when the build has it."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_gitops.ext.nodes import gitops_object, gitops_outline
from support.sites import html

WORDS = ("Vault", "vault", "Rotate", "rotate")
HIDDEN = """\
.. gitops-workflow::
   :name: named-vault
   :caption: Vault in a caption

   id: vaultflow
   title: Vault flow
   formerly: [oldvault]
   styles: {vaultstyle: {fill: "#ffffff", stroke: "#000000", text: "#000000"}}
   stages: {vaults: {components: {KEYS: {title: Vault keys, class: vaultstyle}}}}

.. gitops-component:: open.BUILD
   :tags: vault

   Of the vault.

.. gitops-runbook:: rotate
   :title: Rotate keys
   :components: open.BUILD

.. gitops-view:: open
   :caption: Vault view
"""
OPEN = ".. gitops-workflow::\n\n   id: open\n   stages: {s: {components: {BUILD: Build}}}\n"
INDEX = "Site\n====\n\n.. toctree::\n\n   other\n\n" + OPEN
OTHER = "Other\n=====\n\n.. gitops-table:: components\n\n.. gitops-table:: runbooks\n\n.. gitops-table:: workflows\n"


def under(condition: str, text: str = HIDDEN) -> str:
    return f"{condition}\n\n" + "".join(f"   {line}\n" if line else "\n" for line in text.splitlines())


def site(condition: str) -> dict[str, str]:
    return {"index.rst": INDEX + "\n" + under(condition), "other.rst": OTHER}


def leaks(app) -> list[str]:
    """The files of an output that have one of the words, an inventory unpacked."""
    found = []
    for path in sorted(Path(app.outdir).rglob("*")):
        if path.is_file() and ".doctrees" not in path.parts:
            content = path.read_bytes()
            if path.name == "objects.inv":
                content = zlib.decompress(content.split(b"\n", 4)[4])
            if any(word.encode() in content for word in WORDS):
                found.append(path.name)
    return found


CONDITIONS = {
    "only": ".. only:: internal",
    "nested": ".. only:: html or latex or epub or text or xml\n\n   .. only:: internal",
    "ifconfig": '.. ifconfig:: audience == "dev"',
    "todo": ".. todo::",
}
SETTINGS = {"extensions": ["sphinx_gitops", "sphinx.ext.ifconfig", "sphinx.ext.todo"], "html_copy_source": False}


@pytest.fixture(autouse=True)
def audience(monkeypatch):
    """A configuration value for ``ifconfig``."""
    from sphinx_gitops.ext import application

    setup = application.setup

    def more(app):
        setup(app)
        app.add_config_value("audience", "ops", "env", str)

    monkeypatch.setattr(application, "setup", more)


def condition(name: str) -> dict[str, str]:
    found = CONDITIONS[name]
    files = site(found)
    if name == "nested":
        files["index.rst"] = INDEX + "\n" + under(".. only:: html or latex", under(".. only:: internal"))
    return files


@pytest.mark.parametrize("parallel", [0, 2])
@pytest.mark.parametrize("name", CONDITIONS)
def test_what_a_condition_leaves_out_is_in_no_file_of_the_pages(build, name, parallel):
    assert leaks(build(condition(name), parallel=parallel, **SETTINGS)) == []


@pytest.mark.parametrize("builder", ["latex", "singlehtml", "epub", "text", "gitops-json"])
def test_what_a_condition_leaves_out_is_in_no_file_of_other_outputs(build, builder):
    app = build(condition("only"), builder=builder, **SETTINGS)
    assert [name for name in leaks(app) if not name.endswith(".epub")] == []
    assert len(list(Path(app.outdir).glob("gitops-*.pdf"))) <= 1


def test_what_a_condition_lets_in_is_there(build):
    app = build(condition("ifconfig"), audience="dev", **SETTINGS)
    expected = {"genindex.html", "gitops-components.html", "gitops.json", "index.html", "objects.inv", "other.html"}
    assert expected <= set(leaks(app))


def test_a_tag_that_changes_between_builds_changes_every_page(build, make_app):
    app = build(condition("only"), **SETTINGS)
    for tags, there in ((["internal"], True), ([], False), (["internal"], True)):
        again = make_app("html", srcdir=app.srcdir, confoverrides=SETTINGS | {"html_theme": "basic"}, tags=tags)
        again.build()
        found = set(leaks(again))
        assert {"genindex.html", "gitops.json", "other.html", "objects.inv", "searchindex.js"} <= found or not there
        assert found <= {"gitops-custom.css"} or there  # a file of the build before, which no page links


def test_a_role_to_what_is_left_out_misses_it_as_any_other(build, warnings):
    files = condition("only")
    files["other.rst"] += (
        "\nSee :gitops:component:`vaultflow.KEYS`, :gitops:runbook:`rotate`, :ref:`gitops-vaultflow`.\n"
    )
    lines = warnings(build(files, nitpicky=True, **SETTINGS))
    assert [line.partition("WARNING: ")[2].partition(":")[0] for line in lines][:2] == ["gitops", "gitops"]
    assert len(lines) == 3


def test_a_role_beside_what_it_means_is_no_mistake_where_both_are_left_out(build, warnings):
    files = site(".. only:: internal")
    files["index.rst"] += "\n   :gitops:component:`vaultflow.KEYS`\n"
    assert warnings(build(files, nitpicky=True, **SETTINGS)) == []


TWICE = (
    under(".. only:: html", OPEN.replace("Build", "Wide"))
    + "\n"
    + under(".. only:: not html", OPEN.replace("Build", "Narrow"))
)


@pytest.mark.parametrize(("builder", "there", "gone"), [("html", "Wide", "Narrow"), ("latex", "Narrow", "Wide")])
def test_one_name_under_conditions_that_exclude_each_other_is_no_duplicate(build, warnings, builder, there, gone):
    app = build({"index.rst": f"Site\n====\n\n{TWICE}\n:gitops:component:`BUILD`\n"}, builder=builder, nitpicky=True)
    assert warnings(app) == []
    (page,) = [*Path(app.outdir).glob("index.html"), *Path(app.outdir).glob("*.tex")]
    text = page.read_text(encoding="utf-8")
    assert there in text
    assert gone not in text
    if builder == "html":
        assert text.count('id="gitops-open.BUILD"') == 1
        assert 'href="#gitops-open.BUILD"' in text


def test_one_name_under_conditions_that_both_hold_is_a_duplicate(build, warnings):
    page = f"Site\n====\n\n{OPEN}\n{under('.. only:: html', OPEN)}"
    (line,) = warnings(build({"index.rst": page}))
    assert "index.rst:11: WARNING: the workflow id 'open' is taken" in line


class Remove(SphinxTransform):
    """Takes the last figure and the last description of a document away."""

    default_priority = 400

    def apply(self, **kwargs: object) -> None:
        for figure in list(self.document.findall(nodes.figure)):
            if "vaultflow" in str(figure["ids"]):
                outline = figure.next_node(gitops_outline, descend=False, siblings=True)
                figure.parent.remove(outline)
                figure.parent.remove(figure)


@pytest.mark.parametrize("priority", [400, 20])
def test_what_a_transform_removes_is_not_registered(build, monkeypatch, priority):
    from sphinx_gitops.ext import application

    setup = application.setup
    monkeypatch.setattr(Remove, "default_priority", priority)
    monkeypatch.setattr(application, "setup", lambda app: setup(app) or app.add_transform(Remove))
    secret = (
        HIDDEN.partition(".. gitops-component")[0]
        .replace("   :name: named-vault\n", "")
        .replace("   formerly: [oldvault]\n", "")
    )
    app = build({"index.rst": f"{INDEX}\n{secret}", "other.rst": OTHER}, **SETTINGS)
    assert leaks(app) == []


def test_no_mark_of_a_registration_is_left_in_a_doctree(build):
    app = build({"index.rst": INDEX + "\n" + HIDDEN, "other.rst": OTHER})
    assert [*app.env.get_doctree("index").findall(gitops_object)] == []


def test_a_label_that_another_page_has_taken_stays_that_page_s(build):
    other = OTHER + "\n.. _named-vault:\n\nTaken\n-----\n\n:ref:`named-vault`\n"
    app = build(site(".. only:: internal") | {"other.rst": other})
    assert 'href="#named-vault"' in html(app, "other")
