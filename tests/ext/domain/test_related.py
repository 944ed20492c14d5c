"""What is around a component, as values."""

from __future__ import annotations

from support.sites import site


def test_a_component_has_its_boxes_and_its_stage(build):
    relations = build(site()).env.get_domain("gitops").relations
    entry = relations.entry("delivery.SCAN")
    assert entry.name == "delivery.SCAN"
    assert entry.component.title == "Scanner"
    assert entry.stage == entry.boxes[0]
    assert entry.workflow.name == "delivery"
    assert entry.row.docname == "index"


def test_a_name_that_is_none_has_no_entry(build):
    assert build(site()).env.get_domain("gitops").relations.entry("delivery.NONE") is None
