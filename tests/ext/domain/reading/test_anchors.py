"""Each anchor is given once in what an output has, letter for letter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.sites import html

BODY = "\n   id: w\n   stages: {s: {components: {Größe: a}}}\n"


def anchors(page: str) -> list[str]:
    return re.findall(r'id="(gitops-w[^"]*)"', page)


def test_anchors_are_the_names_letter_for_letter(build):
    found = anchors(html(build({"index.rst": f"T\n=\n\n.. gitops-workflow::\n{BODY}"})))
    assert "gitops-w.Größe" in found
    assert len(found) == len(set(found))


def test_of_two_drawings_under_conditions_the_one_that_is_there_has_them(build, warnings):
    under = "".join(f"   {line}\n" if line else "\n" for line in f".. gitops-workflow::\n{BODY}".splitlines())
    app = build({"index.rst": f"T\n=\n\n.. only:: html\n\n{under}\n.. only:: latex\n\n{under}"})
    assert warnings(app) == []
    found = anchors(html(app))
    assert found.count("gitops-w.Größe") == 1


QUIET = """\
T
=

.. gitops-workflow::

   id: w
   stages: {s: {components: {A: Aa}}}

.. gitops-component:: w.A
   :no-typesetting:

   Words.

.. gitops-runbook:: fix
   :no-typesetting:
   :formerly: mend

   Steps.

:gitops:component:`w.A` :gitops:runbook:`mend`
"""


@pytest.mark.parametrize("suffix", ["html", "tex"])
def test_what_is_not_typeset_has_each_anchor_once(build, warnings, suffix):
    app = build({"index.rst": QUIET}, builder={"html": "html", "tex": "latex"}[suffix])
    assert warnings(app) == []
    (page,) = (path.read_text(encoding="utf-8") for path in Path(app.outdir).glob(f"*.{suffix}") if path.stem not in {"genindex", "search", "gitops-components"})  # fmt: skip
    given = {"html": 'id="gitops-{}"', "tex": r"\label{{\detokenize{{index:gitops-{}}}}}"}[suffix]
    for anchor in ("w.A", "runbook-fix", "runbook-mend"):
        assert page.count(given.format(anchor)) == 1, anchor


@pytest.mark.parametrize("typeset", ["", "   :no-typesetting:\n"])
@pytest.mark.parametrize("builder", ["html", "latex"])
def test_of_two_descriptions_under_conditions_the_one_that_is_there_has_the_anchor(build, warnings, typeset, builder):
    under = ".. only:: {}\n\n   .. gitops-runbook:: fix\n   {}\n      Steps.\n\n"
    text = "T\n=\n\n" + under.format("html", typeset) + under.format("latex", "   :no-typesetting:\n")
    app = build({"index.rst": text + ":gitops:runbook:`fix`\n"}, builder=builder)
    assert warnings(app) == []
    (page,) = (path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("index.html" if builder == "html" else "*.tex"))  # fmt: skip
    anchor = 'id="gitops-runbook-fix"' if builder == "html" else r"\label{\detokenize{index:gitops-runbook-fix}}"
    assert page.count(anchor) == 1


@pytest.mark.parametrize("first", ["", "   :no-typesetting:\n"])
@pytest.mark.parametrize("second", ["", "   :no-typesetting:\n"])
def test_of_two_descriptions_of_one_thing_the_first_has_the_anchor(build, warnings, first, second):
    text = f"T\n=\n\n.. gitops-runbook:: fix\n{first}\n   Steps.\n\nBetween.\n\n.. gitops-runbook:: fix\n{second}\n   Steps.\n"
    app = build({"index.rst": text})
    (line,) = warnings(app)
    assert "the runbook id 'fix' is taken" in line
    page = html(app)
    assert page.count('id="gitops-runbook-fix"') == 1
    assert page.index('id="gitops-runbook-fix"') < page.index("Between.")


TWICE = """\
from docutils import nodes
from sphinx.util.docutils import SphinxDirective


class Twice(SphinxDirective):
    has_content = True

    def run(self):
        self.parse_content_to_nodes()
        return self.parse_content_to_nodes()


class Copied(SphinxDirective):
    has_content = True

    def run(self):
        found = self.parse_content_to_nodes()
        return [*found, *(node.deepcopy() for node in found)]


class Figures(Twice):
    def run(self):
        return [node for node in super().run() if isinstance(node, nodes.figure)]


def setup(app):
    app.add_directive("twice", Twice)
    app.add_directive("copied", Copied)
    app.add_directive("figures", Figures)
"""


def _inside(directive: str, text: str) -> str:
    return f".. {directive}::\n\n" + "".join(f"   {line}\n" if line else "\n" for line in text.splitlines())


@pytest.mark.parametrize("directive", ["twice", "copied"])
def test_what_is_not_typeset_and_there_twice_has_its_anchor_once(build, warnings, directive):
    body = ".. gitops-runbook:: fix\n   :no-typesetting:\n\n   Steps.\n"
    app = build({"index.rst": f"T\n=\n\n{_inside(directive, body)}\n:gitops:runbook:`fix`\n", "conf.py": TWICE})
    assert warnings(app) == []
    page = html(app)
    assert page.count('id="gitops-runbook-fix"') == page.count('<span class="target"') == 1


def test_a_picture_that_is_parsed_twice_and_kept_without_its_text_version_has_the_anchor(build, warnings):
    body = f".. gitops-workflow::\n{BODY}"
    app = build({"index.rst": f"T\n=\n\n{_inside('figures', body)}\n:gitops:workflow:`w`\n", "conf.py": TWICE})
    assert warnings(app) == []
    assert anchors(html(app)).count("gitops-w") == 1
    assert "gitops-outline-body" not in html(app)


@pytest.mark.parametrize("quiet", ["", "   :no-typesetting:\n"])
def test_a_former_id_that_another_has_today_is_the_other_s_anchor(build, warnings, quiet):
    first = f".. gitops-runbook:: fix\n   :formerly: mend\n{quiet}\n   Steps.\n"
    app = build({"index.rst": f"T\n=\n\n{first}\nBetween.\n\n.. gitops-runbook:: mend\n\n   Steps.\n"})
    (line,) = warnings(app)
    assert "the former id 'mend' is taken" in line
    page = html(app)
    assert page.count('id="gitops-runbook-mend"') == 1
    assert page.index('id="gitops-runbook-mend"') > page.index("Between.")
