"""The component definition: ids made from names, one date, and results as properties."""

from __future__ import annotations

import json
import re
import uuid

from sphinx_gitops.audit.assessment import assess
from sphinx_gitops.audit.audit_json import Audit
from sphinx_gitops.audit.framework import built_in
from sphinx_gitops.audit.oscal import UNDATED, oscal_json
from support.audits import audited, framework


def defined(*frameworks, **about):
    audits = [Audit("index", assess(one, audited())) for one in frameworks]
    return json.loads(oscal_json(audits, "Shop", **about))["component-definition"]


def test_the_same_audits_give_the_same_bytes_and_ids_are_unique():
    first = json.dumps(defined(built_in("practices"), built_in("slsa")))
    assert first == json.dumps(defined(built_in("practices"), built_in("slsa")))
    ids = re.findall(r'"uuid": "([^"]+)"', first)
    assert len(ids) == len(set(ids)) > 20
    assert {uuid.UUID(one).version for one in ids} == {5}


def test_an_audit_that_is_shown_twice_is_there_once():
    (component,) = defined(built_in("slsa"), built_in("slsa"))["components"]
    assert len(component["control-implementations"]) == 1


def test_the_date_is_the_project_s():
    assert defined(built_in("slsa"))["metadata"]["last-modified"] == UNDATED
    about = defined(built_in("slsa"), version="1.2", date="2026-01-31T12:00:00Z")["metadata"]
    assert (about["last-modified"], about["version"]) == ("2026-01-31T12:00:00Z", "1.2")


def test_a_control_has_its_result_its_rules_and_a_name_that_oscal_allows():
    text = "controls:\n  '6.1 (a)': {title: Access, rules: [prod-without-security, dr-missing]}\n  B: {prose: We do.}\n"
    (component,) = defined(framework(text))["components"]
    (implementation,) = component["control-implementations"]
    first, second = implementation["implemented-requirements"]
    assert first["control-id"] == "_6.1-a"
    assert [one["value"] for one in first["props"]] == ["not-met", "prod-without-security", "dr-missing"]
    assert "Result: met. Evidence: w.SCAN." in first["description"]
    assert second["description"].startswith("B. We do. No rule checks this. Result: unverifiable.")
    assert implementation["source"] == "https://sphinx-gitops.readthedocs.io/oscal/f"


def test_without_an_audit_there_is_no_component():
    assert "components" not in defined()
