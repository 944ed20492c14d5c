"""Text that a page includes: each warning stands at the file that holds it, and names the file of what it speaks of."""

from __future__ import annotations

from importlib.metadata import version

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path
from support.described import MARKUP, RST, SITES

FLOW = RST["flow"].split("\n\n", 1)[1]
PART = RST["parts"].split("\n\n", 1)[1]
BOOK = RST["books"].split("\n\n", 1)[1]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (FLOW, "part.txt:3: WARNING: the workflow id 'delivery' is taken, by the document 'flow', line 4: give this one another 'id'"),
        (".. gitops-runbook:: b\n\n.. gitops-runbook:: b\n", "part.txt:5: WARNING: the runbook id 'b' is taken, by the document 'zone': give this one another id"),
        (BOOK.replace("   :formerly: scan-red\n", ""), "part.txt:3: WARNING: the runbook id 'scan-failed' is taken, by the document 'books'"),
        (PART, "part.txt:3: WARNING: the component 'delivery.SCAN' is described already, in the document 'parts'"),
        (PART.replace("   :url", "   :no-index:\n   :manifest: a/b\n   :owner: other\n   :url"),
         "part.txt:6: WARNING: owner of delivery.SCAN: 'other' here, but 'security' in the workflow, at flow.rst:17;"),
        (".. gitops-component:: delivery.SCAM\n", "part.txt:3: WARNING: there is no component 'delivery.SCAM' to describe"),
        (".. gitops-component:: SCAM\n", "part.txt:3: WARNING: 'SCAM' is no full name of a component"),
        (".. gitops-runbook:: b\n   :owner: me\n   :components: SCAM\n", "part.txt:5: WARNING: the runbook 'b' names 'SCAM'"),
        (".. gitops-table:: flows\n   :columns: to\n   :sort: form\n", "part.txt:5: WARNING: sort: character 1: there is no field 'form'"),
        (".. gitops-table:: flows\n   :workflow: x\n", "part.txt:3: WARNING: there is no workflow 'x' to list"),
        (".. gitops-view:: x\n", "part.txt:3: WARNING: there is no workflow 'x' in this project"),
        (".. gitops-view:: delivery\n   :hide: x\n", "part.txt:3: WARNING: :hide: 'x' matches no thing of this workflow"),
        *((f".. gitops-view:: delivery\n   :alt: x\n   :{option}\n", f"part.txt:5: WARNING: :{option.partition(':')[0]}: says how far around ':focus:' to go")
          for option in ("hops: 2", "upstream:", "downstream:")),
        (".. gitops-workflow:: none.yaml\n", "part.txt:3: WARNING: 'none.yaml': the workflow file cannot be read"),
        (".. gitops-workflow::\n", "part.txt:3: WARNING: a workflow wants a YAML body"),
        (".. gitops-workflow::\n\n   id: x\n   stages: {a: {titel: x}}\n", "part.txt:6: WARNING: stages.a: unknown key 'titel'"),
    ],
)  # fmt: skip
def test_a_warning_stands_at_the_included_file(build, warnings, part, expected):
    page = ":orphan:\n\nAside\n=====\n\nSome lines before.\n\nThey are many.\n\n.. include:: shared/part.txt\n"
    (found,) = warnings(build(SITES["rst"] | {"zone.rst": page, "shared/part.txt": f"..\n\n{part}"}))
    assert f"src/shared/{expected}" in found
    assert not found.startswith(".")


@pytest.mark.parametrize(
    ("part", "line", "myst4", "expected"),
    [
        ("```{gitops-runbook} scan-failed\n```\n", 3, 4, "the runbook id 'scan-failed' is taken"),
        ("```{gitops-component} delivery.SCAN\n:no-index:\n:owner: x\n```\n", 5, 4, "owner of delivery.SCAN"),
        ("```{gitops-table} flows\n:sort: form\n```\n", 4, 4, "sort: character 1"),
        ("```{gitops-workflow}\nid: x\nstages: {a: {titel: x}}\n```\n", 5, 6, "stages.a: unknown key"),
    ],
)  # fmt: skip
def test_a_warning_stands_at_the_file_that_markdown_includes(build, warnings, part, line, myst4, expected):
    """MyST before 5 counts the lines of an included file from 2, and gives a directive no text of its options."""
    page = "---\norphan: true\n---\n# Aside\n\nSome lines.\n\nMore.\n\nMore.\n\n```{include} shared/part.txt\n```\n"
    files = SITES["myst"] | {"zone.md": page, "shared/part.txt": f"%\n\n{part}"}
    (found,) = warnings(build(files, **MARKUP))
    place = line if int(version("myst-parser").partition(".")[0]) >= 5 else myst4
    assert f"src/shared/part.txt:{place}: WARNING: {expected}" in found


def test_a_workflow_in_an_included_file_is_named_by_it(build, warnings):
    files = SITES["rst"] | {"flow.rst": "Flow\n====\n\n.. include:: shared/part.txt\n", "shared/part.txt": FLOW}
    files["parts.rst"] = RST["parts"].replace("   :url", "   :owner: other\n   :url")
    (found,) = warnings(build(files))
    assert "'security' in the workflow, at shared/part.txt:14;" in found


def test_a_taken_id_is_named_with_its_file_where_that_is_another(tmp_path):
    (tmp_path / "part.yaml").write_text("\ncomponents:\n  A: One\n  B: {title: Two, formerly: [X]}\n")
    text = "stages:\n  one: {include: part.yaml}\n  two:\n    formerly: [X]\n    components:\n      A: Again\n      C: C\n      C: D\n"
    (tmp_path / "w.yaml").write_text(text)
    said = {problem.span.line: problem.message for problem in read_path(tmp_path / "w.yaml", source="w.yaml").problems}
    assert "by the thing on line 3 of part.yaml: an id names one thing" in said[6]
    assert "by the thing on line 4 of part.yaml: remove it here" in said[3]
    assert "first on line 7: remove one" in said[8]
    assert Span("a", 1).beside(Span("a", 9)) == "line 1"
