"""What a build makes of the records of its domain."""

from __future__ import annotations

from sphinx_gitops.ext.domain.conditions import Condition
from sphinx_gitops.ext.domain.contents import documents, find, inventory, referring, registered
from support.sites import site

UNDER = (Condition("only", "latex"),)


def test_a_document_that_only_refers_to_things_has_a_record_of_that_for_each_condition():
    found = referring({(): {("component", "A")}, UNDER: {("any", "B")}})
    assert {conditions: record.references for conditions, record in found.items()} == {
        (): {("component", "A")},
        UNDER: {("any", "B")},
    }
    assert not any(record.in_use for record in found.values())


def test_what_is_under_a_condition_that_does_not_hold_is_not_registered(build):
    domain = build(site()).env.get_domain("gitops")
    domain.note("new", referring({(): {("component", "A")}, UNDER: {("any", "B")}}))
    assert registered(domain, "new").references == {("component", "A")}
    assert documents(domain)["new"].references == {("component", "A")}
    assert not registered(domain, "none")


def test_names_are_found_and_listed(build):
    domain = build(site()).env.get_domain("gitops")
    name, entry = find(domain, "component", "SCAN", "other")
    assert (name, entry.title) == ("delivery.SCAN", "Scanner")
    assert find(domain, "alert", "SCAN", "other") is None
    assert {"delivery", "delivery.SCAN", "delivery.OLD"} <= {one[0] for one in inventory(domain)}
