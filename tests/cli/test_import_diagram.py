"""The command ``import``: a workflow on standard output, what is lost on standard error, and the exit status."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from sphinx_gitops.cli import main

PAGE = "# Page\n\n```mermaid\ngraph LR\nA --> B\n```\n\n```mermaid\nsequenceDiagram\nA->>B: x\n```\n\n```mermaid\ngraph TD\nX([x]) --\n```\n"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    def command(name, text="", *options, **files):
        for path, content in {name: text, **files}.items():
            if content:
                (tmp_path / path).write_text(content, encoding="utf-8")
        try:
            status = main(["import", name, *options])
        except SystemExit as stopped:
            status = stopped.code
        out, err = capsys.readouterr()
        return status, out, err

    return command


def test_a_diagram_is_printed_as_a_workflow_that_is_sound(run, capsys):
    status, out, err = run("delivery-flow.mmd", "graph LR\nA[Build] --> B{ok?}\n")
    assert (status, err) == (0, "")
    assert out == (
        "id: delivery-flow\ntitle: Delivery flow\ndirection: LR\nstages:\n  delivery-flow:\n    title: Delivery flow\n    components:\n"
        "      A: Build\n      B:\n        title: ok?\n        kind: decision\nflows:\n- A --> B\n"
    )
    Path("delivery.yaml").write_text(out, encoding="utf-8")
    assert main(["check", "delivery.yaml"]) == 0
    assert capsys.readouterr() == ("", "")


def test_what_is_lost_is_said_with_file_and_line(run):
    status, out, err = run("a.mmd", "graph LR\nA --> B\nA([x])\nlinkStyle 0 stroke:red\n")
    assert status == 0
    assert out
    assert err == (
        "a.mmd:2: info: the shape of A, stadium, is left out\n"
        "a.mmd:4: info: linkStyle is left out: a flow is drawn as its kind is\n"
    )


def test_several_diagrams_are_listed(run):
    status, out, err = run("page.md", PAGE)
    assert (status, out) == (2, "")
    assert err == (
        "page.md: error: 3 diagrams: choose one with --diagram N\n"
        "  1  line 4  graph LR A --> B\n  2  line 9  sequenceDiagram A->>B: x\n  3  line 14  graph TD X([x]) --\n"
    )


@pytest.mark.parametrize(
    ("number", "status", "err"),
    [
        ("1", 0, ""),
        ("2", 1, "page.md:9: error: 'sequenceDiagram' begins no flowchart, and only those are imported\n"),
        ("3", 1, "page.md:15: error: expected the text of the arrow, found the end of the diagram\n"),
        ("4", 2, "page.md: error: 3 diagrams: there is no --diagram 4\n"),
        ("0", 2, "page.md: error: 3 diagrams: there is no --diagram 0\n"),
    ],
)
def test_a_diagram_is_chosen_by_its_number(run, number, status, err):
    found = run("page.md", PAGE, "--diagram", number)
    assert (found[0], bool(found[1])) == (status, status == 0)
    assert found[2].startswith(err) if err else found[2] == ""


def test_a_number_must_be_one(run):
    status, _, err = run("page.md", PAGE, "--diagram", "x")
    assert status == 2
    assert "argument --diagram: 'x' is no number of a diagram: expected 1, 2 ..." in err


@pytest.mark.parametrize(
    ("name", "text", "err"),
    [
        ("a.mmd", "graph LR\nA --> --> B", "a.mmd:2: error: expected the id of a node, found '-->'\n"),
        ("a.md", "no diagram", "a.md:1: error: there is no diagram of Mermaid or Graphviz in it\n"),
        ("a.dot", "digraph {\na -- b }", "a.dot:2: error: expected '->', as in every digraph, found '--'\n"),
        ("b.mmd", "", "b.mmd:1: error: the file cannot be read: no such file or directory\n"),
        ("c.rst", ".. mermaid:: d.mmd\n", "d.mmd:1: error: the file cannot be read: no such file or directory\n"),
    ],
)
def test_what_cannot_be_imported_is_an_error_at_its_line(run, name, text, err):
    assert run(name, text) == (1, "", err)


def test_a_directive_may_name_a_file_beside_its_page_or_at_the_root(run, tmp_path):
    (tmp_path / "conf.py").write_text("", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "d.mmd").write_text("graph LR\nA --- B\n", encoding="utf-8")
    page = tmp_path / "sub" / "page.rst"
    for name in ("../d.mmd", "/d.mmd"):
        page.write_text(f".. mermaid:: {name}\n", encoding="utf-8")
        status, out, err = run("sub/page.rst")
        assert (status, out.startswith("id: d\ntitle: D\n")) == (0, True)
        assert "d.mmd:2: info: the link from A to B: a line without a head is drawn as an arrow\n" in err


def test_a_caption_is_the_title(run):
    _, out, _ = run("a.rst", ".. mermaid::\n   :caption: How it goes\n\n   graph LR\n     A\n")
    assert out.startswith("id: how-it-goes\ntitle: How it goes\n")


def test_a_digraph_is_printed_as_a_workflow(run):
    status, out, err = run("a.gv", "digraph delivery { a -> b }")
    assert (status, err) == (0, "")
    assert out.startswith("id: delivery\ntitle: delivery\n")


def test_standard_input_is_read(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"graph LR\nA --> B\n")))
    assert main(["import", "-"]) == 0
    assert capsys.readouterr().out.startswith("id: diagram\ntitle: Diagram\n")
