"""What a document registers: one object for each name, and the rest noted as repeated."""

from __future__ import annotations

from dataclasses import fields

import pytest

from sphinx_gitops.ext.domain.document_record import DocumentRecord
from sphinx_gitops.ext.serialize import pack
from sphinx_gitops.problems import Span
from sphinx_gitops.runbook import Description, Runbook
from support.mistakes import read

FIRST, SECOND = Span("a.rst", 3), Span("a.rst", 9)


def workflow():
    return read("id: w\nformerly: [v]\nstages: {s: {components: {A: {title: a, formerly: [OLD]}}}}").workflow


def test_an_empty_record_is_false_and_not_in_use():
    record = DocumentRecord()
    assert not record
    assert not record.in_use


def test_a_workflow_has_entries_for_its_parts_and_former_names():
    record = DocumentRecord()
    assert record.note_workflow(workflow(), pack(workflow()), "a", FIRST)
    names = {name for name, _ in record.entries.pairs()}
    assert {"w", "v", "w.s", "w.A", "w.OLD"} <= names
    assert record


def test_the_second_of_one_name_is_noted_and_left_out():
    record = DocumentRecord()
    runbook = Runbook(id="scan-failed", title="Scan failed")
    assert record.note_runbook(runbook, FIRST, FIRST)
    assert not record.note_runbook(runbook, SECOND, SECOND)
    assert [(one.part, one.name, one.span) for one in record.repeated] == [("runbooks", "scan-failed", SECOND)]


def test_a_component_is_described_once():
    record = DocumentRecord()
    assert record.note_description(Description(name="w.A", owner="x"), FIRST)
    assert not record.note_description(Description(name="w.A", owner="y"), SECOND)
    assert record.descriptions["w.A"].owner == "x"


@pytest.mark.parametrize("part", [part.name for part in fields(DocumentRecord) if part.name != "entries"])
def test_each_part_of_another_record_is_taken(part):
    record, other = DocumentRecord(), DocumentRecord()
    value = {"places": {("workflows", "w"): FIRST}}.get(part, {"x": "y"})
    kind = type(getattr(other, part))
    setattr(other, part, value if kind is dict else kind(["x"]))
    record.add(other)
    assert getattr(record, part) == getattr(other, part)
