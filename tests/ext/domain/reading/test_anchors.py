"""Each anchor is given once in what an output has, letter for letter."""

from __future__ import annotations

import re

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
