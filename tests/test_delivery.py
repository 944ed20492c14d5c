"""What rules ask of a workflow: production, code, security, and paths between them."""

from __future__ import annotations

import pytest

from sphinx_gitops.delivery import GAP, LONGEST, ORDER, Delivery
from sphinx_gitops.model import Tier
from support.mistakes import read

TEXT = """\
stages:
  src: {kind: source, components: {APP: {kind: application-repository}, PLAIN: p, CFG: {kind: environment-config}}}
  ci:
    kind: ci
    components: {BUILD: {kind: build}}
    groups: {checks: {components: {SCAN: {kind: security-scan}, HAND: {mark: security}}}}
  run: {kind: platform, components: {DEV: {tier: development}, PROD: {tier: production}}}
flows:
  - APP --> BUILD --> checks
  - checks --> DEV
  - DEV ==> PROD
  - {from: PROD, to: BUILD, kind: rollback}
  - CFG <--> PROD
"""


def delivery(text: str = TEXT) -> Delivery:
    reading = read(text)
    assert not reading.problems
    return Delivery(workflow=reading.workflow)


def test_parts_are_known_by_kind_tier_and_stage():
    found = delivery()
    assert found.production == ("PROD",)
    assert found.of_tier(Tier.DEVELOPMENT) == ("DEV",)
    assert found.of_kind("build", "security-scan") == ("BUILD", "SCAN")
    assert set(found.code) == {"APP", "PLAIN"}
    assert found.security == {"SCAN", "HAND"}
    assert found.stage_kind("BUILD") == "ci"
    assert [box.id for box in found.chains["SCAN"]] == ["ci", "checks"]


def test_a_flow_of_a_box_reaches_and_leaves_all_that_is_in_it():
    found = delivery()
    reached = found.from_code
    assert all(name in reached for name in ("BUILD", "SCAN", "HAND", "DEV", "PROD"))
    assert reached.path("PROD")[0] == "APP"
    assert reached.path("PROD")[-2:] == ("DEV", "PROD")


def test_what_is_avoided_is_not_passed():
    found = delivery()
    graph = found.graph()
    assert "DEV" not in found.search(["APP"], graph, avoiding=["SCAN", "HAND"])
    assert found.search(["APP"], graph, avoiding=["SCAN"]).path("NONE") == ()


def test_a_rollback_is_no_way_of_a_change_and_a_sync_orders_nothing():
    found = delivery()
    assert "BUILD" not in found.search(["PROD"], found.graph())
    assert "CFG" in found.search(["PROD"], found.graph())
    assert "CFG" not in found.search(["PROD"], found.graph(ORDER))


def test_of_a_long_path_the_start_and_the_end_are_named():
    count = LONGEST + 10
    names = ", ".join(f"A{number}: a" for number in range(count))
    chain = " --> ".join(f"A{number}" for number in range(count))
    found = delivery(f"stages: {{s: {{components: {{{names}}}}}}}\nflows: ['{chain}']\n")
    path = found.search(["A0"], found.graph()).path(f"A{count - 1}")
    assert path[:2] == ("A0", GAP)
    assert path[-1] == f"A{count - 1}"
    assert len(path) == LONGEST + 2


@pytest.mark.parametrize(("more", "unknown"), [("", False), ("  - other.VAULT --> BUILD\n", True)])
def test_an_end_in_another_workflow_is_unknown_until_its_kind_is(more, unknown):
    found = delivery(TEXT + more)
    assert found.unknown is unknown
    known = Delivery(workflow=found.workflow, foreign={"other.VAULT": "secret-manager"})
    assert not known.unknown
    assert known.of_kind("secret-manager") == (("other.VAULT",) if more else ())
