"""What a build does as a project grows, counted in calls: twice the pages are about twice the work."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from sphinx_gitops.ext.domain.relations import Relations

SMALL, LARGE = 16, 32
MOST = 2.5


def page(number: int, more: str) -> str:
    components = ", ".join(f"C{n}: Component {number} {n}" for n in range(8))
    body = f"id: w{number}\n   stages: {{s: {{components: {{{components}}}}}}}\n   flows: [C0 --> C1]\n"
    roles = f":gitops:component:`w{number}.C1` :gitops:component:`w{number // 2}.C2`"
    return f"Page {number}\n{'=' * 9}\n\n.. gitops-workflow::\n\n   {body}\n{roles}\n\n{more}"


def project(count: int, more: str = "") -> dict[str, str]:
    """As many pages, each with the same after its workflow but for its NUMBER."""
    names = "".join(f"   p{n}\n" for n in range(count))
    pages = {f"p{n}.rst": page(n, more.replace("NUMBER", str(n))) for n in range(count)}
    return {"index.rst": f"Site\n====\n\n.. toctree::\n\n{names}", **pages}


@pytest.fixture
def calls(build):
    """The calls into some modules while a project is built, or written again by the same application."""

    def count(files: dict[str, str], *modules: str, again: bool, **options: object) -> int:
        app = build(files, source=f"s{len(files)}", **options) if again else None
        made: Counter[str] = Counter()

        def profile(frame, event: str, argument: object) -> None:
            if event == "call":
                made[frame.f_globals.get("__name__", "").partition(".")[0]] += 1

        sys.setprofile(profile)
        try:
            if app:
                app.build(force_all=True)
            else:
                build(files, source=f"s{len(files)}", **options)
        finally:
            sys.setprofile(None)
        return sum(made[name] for name in modules)

    return count


@pytest.mark.parametrize("builder", ["html", "latex", "singlehtml", "epub"])
def test_twice_the_pages_are_twice_the_nodes_to_look_at(calls, builder):
    small, large = (calls(project(n), "sphinx_gitops", "docutils", again=True, builder=builder) for n in (SMALL, LARGE))
    assert small < large <= MOST * small


TABLES = ".. gitops-table:: components\n\n.. gitops-table:: components\n   :filter: not id == NUMBER\n   :sort: id\n"


def test_a_build_looks_at_a_component_once_for_all_tables_and_with_nothing_to_do_at_none(build, monkeypatch):
    looks: list[str] = []
    ends = Relations.ends
    files = project(5, TABLES)
    build(files, builder="xml")
    monkeypatch.setattr(Relations, "ends", lambda self, name: looks.append(name) or ends(self, name))
    build(files, builder="xml")
    assert looks == []
    build({**files, "other.rst": ":orphan:\n\nOther\n=====\n"}, builder="xml")
    assert sorted(looks) == [f"w{page}.C{number}" for page in range(5) for number in range(8)]


def test_pages_with_the_same_table_look_for_its_rows_once(build, monkeypatch):
    looks: Counter[str] = Counter()
    ends = Relations.ends
    monkeypatch.setattr(Relations, "ends", lambda self, name: looks.update([name]) or ends(self, name))
    app = build(project(5, ".. gitops-table:: components\n"), builder="xml")
    assert looks == {
        f"w{page}.C{number}": 2 for page in range(5) for number in range(8)
    }  # for its digest, and its rows
    pages = [Path(app.outdir, f"p{page}.xml").read_text(encoding="utf-8") for page in range(5)]
    assert [page.count("<row>") for page in pages] == [41] * 5
    assert len({tuple(re.findall(r"<colspec[^>]*>", page)) for page in pages}) == 1


WRONG = """\
.. gitops-view:: wrongNUMBER

.. gitops-workflow::

   id: xNUMBER
   stages: {s: {components: {A: A}}}
   flows: [A --> w0.NUMBER, A --> nowhereNUMBER.C1]

:gitops:component:`w0.DNUMBER`
"""


def test_twice_the_wrong_names_are_twice_the_words_to_compare(calls):
    small, large = (calls(project(n, WRONG), "difflib", again=False, nitpicky=True) for n in (20, 40))
    assert small < large <= MOST * small
