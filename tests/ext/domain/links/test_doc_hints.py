"""What a writer may have meant by a ``doc`` that leads nowhere."""

from __future__ import annotations

import re

import pytest

PAGE = "P\n=\n\n.. gitops-workflow::\n\n   id: w\n   stages: {{s: {{components: {{A: {{title: A, doc: '{doc}'}}}}}}}}\n"
FILES = {
    "index.rst": "T\n=\n\n.. toctree::\n   :glob:\n\n   ops/*\n   runbooks/*\n   guide/*\n",
    "ops/near.rst": "N\n=\n",
    "runbooks/scan.rst": ".. _the-scanner:\n\nS\n=\n",
    "runbooks/setup.rst": "S\n=\n",
    "guide/setup.rst": "S\n=\n",
}


@pytest.mark.parametrize(
    ("doc", "hint"),
    [
        pytest.param("near.rst", "; did you mean 'near'?", id="suffix"),
        pytest.param("../runbooks/scan.rst#steps", "; did you mean '../runbooks/scan'?", id="place-in-it"),
        pytest.param("runbooks/scan", "; did you mean '/runbooks/scan'?", id="from-the-source-folder"),
        pytest.param("scan", "; did you mean '/runbooks/scan'?", id="in-another-folder"),
        pytest.param("../runbooks/scn", "; did you mean '/runbooks/scan'?", id="slip"),
        pytest.param("the-scaner", "; did you mean 'the-scanner'?", id="label"),
        pytest.param(
            "setup",
            ": a document is relative to the folder 'ops', or to the source folder with a leading '/'",
            id="in-two-folders",
        ),
    ],
)
def test_a_doc_that_leads_nowhere_is_one_warning_with_a_remedy(build, warnings, doc, hint):
    app = build({**FILES, "ops/p.rst": PAGE.format(doc=doc)})
    (warning,) = warnings(app)
    assert warning.endswith(f"ops/p.rst:7: WARNING: doc: '{doc}' is no document and no label{hint} [gitops.doc-target]")


def test_it_is_said_where_it_is_written_alone(build, warnings):
    shown = "\n.. gitops-component:: w.A\n\n   Words.\n\n.. gitops-view:: w\n\n.. gitops-table:: components\n"
    part = PAGE.format(doc="nope") + "\n.. gitops-view:: w\n"
    files = {
        **FILES,
        "part.txt": part,
        "ops/a.rst": "A\n=\n\n.. include:: ../part.txt\n",
        "guide/b.rst": "B\n=\n" + shown,
    }
    app = build({**files, "guide/c.rst": "C\n=\n\n.. include:: ../part.txt\n"})
    (warning,) = warnings(app)
    assert re.search(r"part\.txt:7: WARNING: doc: 'nope' is no", warning)
