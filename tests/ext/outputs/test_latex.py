"""LaTeX has pictures that fit on its paper."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from sphinx_gitops.ext.drawing import renderer
from sphinx_gitops.render.drawing import RenderError
from support.sites import site


def test_a_diagram_too_large_for_paper_says_how_to_split_it(build, warnings):
    stages = "".join(f"     s{n}: {{components: {{C{n}a: Aa {n}, C{n}b: Bb {n}}}}}\n" for n in range(40))
    flows = "".join(f"     - C{n}a --> C{n + 1}a\n" for n in range(39))
    text = f"T\n=\n\n.. gitops-workflow::\n\n   id: huge\n   stages:\n{stages}   flows:\n{flows}"
    app = build({"index.rst": text}, builder="latex")
    assert len(warnings(app)) == 1
    assert re.search(
        r"index\.rst:4: WARNING: the diagram 'huge' is too large.*':collapse: stages'.*split.*\[gitops\.too-small\]",
        warnings(app)[0],
    )


def test_a_picture_that_lies_has_a_page_of_its_own_but_in_a_list(build, monkeypatch):
    typeset = renderer.typeset
    monkeypatch.setattr(renderer, "typeset", lambda *args, **more: replace(typeset(*args, **more), landscape=True))
    inside = "* In a list\n\n  .. gitops-view:: delivery\n\n"
    app = build({"index.rst": site()["index.rst"].replace("   other\n", "") + "\n" + inside}, builder="latex")
    (text,) = (path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("*.tex"))
    turned = re.findall(r"\\begin\{landscape\}(.*?)\\end\{landscape\}", text, re.DOTALL)
    assert len(turned) == 1
    assert "gitops-delivery" in turned[0]


def test_a_place_without_a_picture_can_still_be_referred_to(build, warnings, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise RenderError("no way")

    monkeypatch.setattr(renderer, "typeset", refuse)
    app = build(
        site("   :name: way", other="Other\n=====\n\n:ref:`Words <way>`, :gitops:workflow:`delivery`.\n"),
        builder="latex",
    )
    assert [line for line in warnings(app) if "no way" not in line] == []
    (text,) = (path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("*.tex"))
    assert "\\begin{figure}" not in text
    labels = re.findall(r"\\label\{(\\detokenize\{[^}]*\})\}", text)
    assert {"\\detokenize{index:way}", *re.findall(r"\\hyperref\[([^]]*)\]", text)} <= {*labels}
