"""Every key of the format is a field of a change, so no edit is overlooked."""

from __future__ import annotations

from sphinx_gitops import format as keys
from sphinx_gitops.diff.fields import flow_fields, part_fields, workflow_fields
from support.two_versions import OLD, workflow

ELSEWHERE = {"stages", "groups", "components", "flows", "from", "to", "formerly", "styles"}


def names(table) -> set[str]:
    return {key.name for key in table} - ELSEWHERE


def test_every_key_of_the_format_is_compared():
    found = workflow(OLD)
    parts = {part.id: set(part_fields(part)) for part in found.parts()}
    assert names(keys.COMPONENT) <= parts["SCAN"]
    assert names(keys.STAGE) <= parts["ci"]
    assert names(keys.GROUP) <= parts["build"]
    assert names(keys.FLOW) == set(flow_fields(found.flows[0]))
    assert names(keys.WORKFLOW) == set(workflow_fields(found))


def test_styles_are_fields_of_the_workflow():
    found = workflow(OLD + "styles: {mine: {fill: '#eee', text: '#111'}}\n")
    assert workflow_fields(found)["style of mine"] == "#eee  #111, #eee  #111"


def test_marks_that_are_switched_off_are_told():
    found = {part.id: part for part in workflow(OLD.replace("kind: security-scan", "mark: none")).parts()}
    assert part_fields(found["SCAN"])["mark"] == "none"
