"""Bad input in real builds, in RST and in MyST: each error at its line of the page, the page written, the rest drawn."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from sphinx_gitops.reader import read_path
from support.mistakes import CASES, expectation, kept, name

WARNING = re.compile(
    r"(?P<page>[\w-]+)\.(?:rst|md|yaml):(?P<line>\d+): (?:WARNING|ERROR): .*\[gitops\.(?P<code>[\w-]+)\]"
)


def in_rst(body: str, title: str) -> tuple[str, int]:
    lines = "".join(f"   {line}\n" if line else "\n" for line in body.splitlines())
    return f":orphan:\n\n{title}\n{'=' * len(title)}\n\n.. gitops-workflow::\n   :no-index:\n\n{lines}\n\nThe end.\n", 8


def in_myst(body: str, title: str) -> tuple[str, int]:
    body = body.rstrip("\n")  # MyST 4 counts blank lines at a body's end to those before it
    return (
        f"---\norphan: true\n---\n\n# {title}\n\n````{{gitops-workflow}}\n:no-index:\n\n{body}\n````\n\nThe end.\n",
        9,
    )


def embeddable() -> list[Path]:
    """The cases that a page can hold as they are: no tabs, which RST makes blanks, control characters or files beside."""
    texts = {path: path.read_text(encoding="utf-8") for path in CASES if path.parent.name != "include"}
    return [
        path for path, text in texts.items() if "\t" not in text and all(c.isprintable() or c == "\n" for c in text)
    ]


@pytest.mark.parametrize(("suffix", "embed"), [("rst", in_rst), ("md", in_myst)])
def test_every_case_in_a_page(build, suffix, embed):
    pages, expected, survivors = {}, {}, {}
    for path in embeddable():
        errors, _ = expectation(path)
        page = name(path).replace("/", "-")
        text, offset = embed(path.read_text(encoding="utf-8"), page)
        pages[f"{page}.{suffix}"] = text
        places = (error.split() for error in errors)
        expected[page] = sorted((int(place.partition(":")[0]) + offset, code) for place, code in places)
        survivors[page] = kept(read_path(path).workflow).partition(";")[0]
    assert len(pages) >= 120
    app = build(
        pages | {f"index.{suffix}": "# T\n" if suffix == "md" else "T\n=\n"},
        extensions=["sphinx_gitops", "myst_parser"],
    )
    found = defaultdict(list)
    log = app.warning.getvalue()
    for match in WARNING.finditer(log):
        found[match["page"]].append((int(match["line"]), match["code"]))
    assert {page: sorted(errors) for page, errors in found.items()} == expected
    assert not [line for line in log.splitlines() if "gitops." not in line and "already registered" not in line]
    for page, ids in survivors.items():
        written = Path(app.outdir, f"{page}.html").read_text(encoding="utf-8")
        assert "The end." in written
        if ids == "nothing":
            assert "<pre>" in written or "only-a-comment" in page, page  # what was written is shown as it is
            continue
        for thing in ids.split():
            assert len(re.findall(rf'id="gitops-(?!old)[^".]*\.{re.escape(thing)}"', written)) == 1, (page, thing)
        assert "<svg" in written, page


def test_a_missing_blank_line_is_told_and_the_text_is_kept(build, warnings):
    (found,) = warnings(
        app := build({"index.rst": "T\n=\n\n.. gitops-workflow::\n   id: w\n   stages: {ci: x}\n\n   flows: []\n"})
    )
    assert found.endswith(
        "index.rst:4: WARNING: a blank line is missing between the directive and its YAML [gitops.content]"
    )
    page = Path(app.outdir, "index.html").read_text(encoding="utf-8")
    assert re.search(r"<pre>.*id: w\nstages: \{ci: x\}\nflows: \[\]", re.sub(r"</?span[^>]*>", "", page), re.DOTALL)


FILES = {"folder/w.yaml": "", "huge.yaml": "x: " + "y" * 5_000_000, "latin.yaml": "stages: {ci: X}"}


@pytest.mark.parametrize(
    ("argument", "code", "says"),
    [
        ("none.yaml", "file-not-found", "no such file or directory"),
        ("folder", "file-not-found", "is a directory"),
        ("/none.yaml", "file-not-found", "relative to this document, or to the source folder"),
        ("../../../../../../etc/no-such-file", "file-not-found", "no such file or directory"),
        ("x" * 300, "file-not-found", "file name too long"),
        ("huge.yaml", "too-large", "split the workflow"),
        ("a\\x00b", "file-not-found", "no such file"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_error(build, warnings, argument, code, says):
    found = warnings(build({**FILES, "index.rst": f"T\n=\n\n.. gitops-workflow:: {argument}\n\nThe end.\n"}))
    assert len(found) == 1
    assert says in found[0]
    assert found[0].endswith(f"[gitops.{code}]")
    assert re.search(r"(index\.rst:4|huge\.yaml:1): ", found[0])


def test_a_file_is_not_read_where_include_reads_none(build, warnings):
    off = "lambda app: app.env.settings.update(file_insertion_enabled=False)"
    files = {
        "conf.py": f"def setup(app):\n    app.connect('builder-inited', {off})\n",
        "w.yaml": "stages: {ci: X}",
        "index.rst": "T\n=\n\n.. gitops-workflow:: w.yaml\n",
    }
    (line,) = warnings(build(files))
    assert "file_insertion_enabled is off" in line


MADE = """
from docutils.nodes import container
from docutils.parsers.rst import Directive
from docutils.statemachine import StringList
class Made(Directive):
    has_content = True
    def run(self):
        node = container()
        self.state.nested_parse(StringList([*self.content]), 0, node)
        return node.children
def setup(app):
    app.add_directive("made", Made)
"""


def test_text_that_another_extension_makes_stands_in_its_document(build, warnings):
    entries = (
        ".. gitops-workflow::",
        ".. gitops-component:: index.A",
        ".. gitops-table:: nothing",
        ".. gitops-view:: no",
    )
    bodies = ("stages: {ci: {components: {A: Aa}}}\nknd: x", "Prose.", "", "")
    made = "".join(
        f".. made::\n\n   {entry}\n\n" + "".join(f"      {line}\n" for line in body.splitlines()) + "\n"
        for entry, body in zip(entries, bodies, strict=True)
    )
    found = warnings(build({"conf.py": MADE, "index.rst": f"T\n=\n\n{made}"}))
    places = [re.search(r"index\.rst:\d+: WARNING: .*\[gitops\.([a-z-]+)\]$", line) for line in found]
    assert [place and place[1] for place in places] == ["unknown-key", "option", "unknown-id"]


@pytest.mark.parametrize(
    ("option", "says"),
    [
        (":config: " + "[" * 100_000, "not JSON"),
        (":config: {", "not JSON"),
        (":config: " + "9" * 5000, "not JSON"),
        (":config: null", "is a JSON object"),
        (":width: 1; color: red", "1; color: red"),
        (":direction: sideways", "sideways"),
        (":template: none", "there is no template"),
        (":legend:", "legend"),
        (":caption: a\n   :caption: b", "caption"),
    ],
)
def test_a_wrong_option_is_said_and_the_page_stands(build, option, says):
    app = build({"index.rst": f"T\n=\n\n.. gitops-workflow::\n   {option}\n\n   stages: {{ci: X}}\n\nThe end.\n"})
    assert says in app.warning.getvalue()
    assert "Traceback" not in app.warning.getvalue()
    assert "The end." in Path(app.outdir, "index.html").read_text(encoding="utf-8")
