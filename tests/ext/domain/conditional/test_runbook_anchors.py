"""An anchor within a runbook means it, and so does that of a section in which it is the only one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

RST = """\
Node
====

Words.

.. _intro:

Intro.

.. _disk:

Full disk
---------

.. _before:

.. gitops-runbook:: full
   :title: Full
   :components: w.DB

   .. _within:

   Look.

   .. gitops-component:: w.DB

      .. _component-text:

      Data.

.. raw:: html

   <b id="beside"></b>

Deeper
~~~~~~

Text.

Elsewhere
---------

Text.

Two
---

.. gitops-runbook:: one

   .. _in-one:

   x

.. gitops-runbook:: two

.. _in-section:

Text.

Three of its own
~~~~~~~~~~~~~~~~

.. gitops-runbook:: three
"""
MYST = """\
# Pod crashes

```{gitops-runbook} pod
Look.

(own-target)=
## Diagnosis

See the log.
```

## Mitigation

Restart.

### Other

```{only} never
(hidden)=
#### Hidden
```
"""
FLOW = "T\n=\n\n.. toctree::\n\n   node\n   pod\n   many\n\n.. gitops-workflow::\n\n   id: w\n   stages: {s: {components: {DB: Data}}}\n"
MANY = """\
Many
====

.. only:: never

   .. gitops-runbook:: gone

.. gitops-runbook:: there

Below
-----

Text.
"""
NUMBERED = re.compile(r"id\d+$")
"""What docutils, or MyST, makes of a heading that has a name already."""
EXPECTED = {
    "full": {"full-disk", "disk", "before", "within", "beside", "deeper"},
    "one": {"in-one"},
    "two": set(),
    "three": {"three-of-its-own"},
    "pod": {"pod-crashes", "diagnosis", "own-target", "mitigation", "other"},
    "there": {"many", "below"},
}


@pytest.fixture
def site(build):
    def run(builder="html", parallel=0, **conf):
        files = {"index.rst": FLOW, "node.rst": RST, "pod.md": MYST, "many.rst": MANY}
        return build(files, builder=builder, parallel=parallel, extensions=["myst_parser", "sphinx_gitops"], **conf)

    return run


@pytest.mark.parametrize("parallel", [0, 2])
def test_anchors_that_mean_a_runbook_are_exported_with_it(site, parallel):
    app = site(parallel=parallel)
    books = json.loads(Path(app.outdir, "gitops.json").read_text(encoding="utf-8"))["runbooks"]
    found = {book["id"]: {anchor for anchor in book["anchors"] if not NUMBERED.match(anchor)} for book in books}
    assert found == EXPECTED


def test_a_link_to_one_leads_to_the_runbook_and_another_does_not(build):
    links = {"A": "node#within", "B": "node.html#deeper", "C": "node#elsewhere", "D": "node#two", "E": "#gitops-w.DB", "F": "node#component-text"}  # fmt: skip
    rules = "".join(
        f"- {{alert: {name}, annotations: {{runbook_url: 'https://d.example/{link}'}}}}\n"
        for name, link in links.items()
    )
    files = {"index.rst": FLOW, "node.rst": RST, "rules.yaml": f"rules:\n{rules}"}
    app = build(files, html_baseurl="https://d.example/", gitops_alerts=["rules.yaml"], suppress_warnings=["toc"])
    export = json.loads(Path(app.outdir, "gitops.json").read_text(encoding="utf-8"))
    assert {one["name"]: one["runbooks"] for one in export["alerts"]} == {name: ["full"] if name in "AB" else [] for name in links}  # fmt: skip


def test_a_runbook_that_is_not_typeset_is_meant_by_its_section(build):
    text = "T\n=\n\nQuiet way\n---------\n\n.. gitops-runbook:: quiet\n   :no-typesetting:\n\n   Do it.\n\nOther\n-----\n\nx\n"
    app = build({"index.rst": text})
    (book,) = json.loads(Path(app.outdir, "gitops.json").read_text(encoding="utf-8"))["runbooks"]
    assert "quiet-way" in book["anchors"]
    assert "other" not in book["anchors"]
