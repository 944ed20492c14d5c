"""The rows of documents: what a mapping of plain rows would say, in less memory."""

from __future__ import annotations

import gc
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_gitops.ext.domain.compact_entries import DocumentEntries, ProjectEntries
from sphinx_gitops.ext.domain.entries import ObjectEntry
from support.sites import site


def row(docname: str, name: str, current: str = "", objtype: str = "component") -> ObjectEntry:
    label = (docname, f"gitops-{name}", f"Title of {name}")
    return ObjectEntry(label, objtype, "build", "Integration", former=bool(current), current=current or name)


NAMES = st.sampled_from(["w", "w.A", "w.B", "v", "v.A", "v.long.name"])
ROWS = st.dictionaries(st.tuples(st.sampled_from(["p", "q", "r"]), NAMES), st.sampled_from(["", "", "x.NOW"]))


@given(ROWS)
def test_a_name_in_use_goes_before_a_former_one_then_the_first_document(wanted):
    rows = {key: row(*key, current) for key, current in wanted.items()}
    documents: dict[str, DocumentEntries] = {}
    for (docname, name), own in rows.items():
        documents.setdefault(docname, DocumentEntries()).put(name, own)
    expected: dict[str, ObjectEntry] = {}
    for former in (False, True):
        for (_, name), own in sorted(rows.items()):
            if own.former is former:
                expected.setdefault(name, own)
    sheets = ProjectEntries(documents)
    assert dict(sheets) == expected
    assert dict(sheets.pairs()) == expected
    assert len(sheets) == len(expected)
    assert [own.former for _, own in sheets.pairs()] == sorted(own.former for own in expected.values())
    for name in ("w", "w.A", "w.", "x", "w.A.B"):
        assert sheets.get(name) == expected.get(name)
        assert (name in sheets) == (name in expected)
        assert sheets.current(name) == (expected[name].current if name in expected else name)
    for docname, sheet in documents.items():
        assert dict(sheet) == {name: own for (doc, name), own in rows.items() if doc == docname}
        assert dict(pickle.loads(pickle.dumps(sheet))) == dict(sheet)  # noqa: S301 - our own bytes


def test_a_missing_name_is_a_key_error():
    sheets = ProjectEntries({"p": DocumentEntries()})
    with pytest.raises(KeyError, match="delivery"):
        sheets["delivery"]


def test_garbage_collection_does_not_look_into_rows(build):
    app = build(site())
    gc.collect()
    rows = app.env.get_domain("gitops").record("index").entries
    kept = [value for labels, sorts in rows.owned.values() for value in (*labels.values(), *sorts.values())]
    assert len(kept) == 10  # the workflow, its stage, two components and a former name, two tuples each
    assert not any(map(gc.is_tracked, kept))


def test_a_row_and_its_label_are_one_object(build):
    app = build(site())
    labels = app.env.domaindata["std"]["labels"]
    row = app.env.get_domain("gitops").objects["delivery.SCAN"]
    assert labels["gitops-delivery.scan"] is row.label
    assert labels["gitops-delivery.old"][2] == "Scanner"
