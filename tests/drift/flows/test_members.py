"""What an end of a flow stands for: objects with their parts, folders, environments."""

from sphinx_gitops.drift.flows.members import members_of
from sphinx_gitops.drift.naming.inventory import InventoryEntry
from support.drift import compared_in, documented
from support.fleets import FLEETS

WORKFLOW = """
manifests: [deploy]
stages:
  src: {components: {REPO: {manifest: ./}}}
  ci: {components: {CI: {manifest: .github/workflows/ci.yaml}}}
  run: {manifest: deploy/base/, components: {STAGING: {manifest: deploy/overlays/staging/}, ALL: {manifest: deploy/}}}
"""


def test_each_kind_of_end(tmp_path):
    comparison = compared_in(documented(tmp_path, WORKFLOW, FLEETS["overlays"]()))
    repository, pipeline = members_of(comparison, "REPO"), members_of(comparison, "CI")
    assert repository.is_repository
    assert not pipeline.is_repository
    assert InventoryEntry(0, ".github/workflows/ci.yaml#build") in pipeline.objects
    assert pipeline.kinds == {"Workflow"}
    staging = members_of(comparison, "STAGING")
    assert staging.environments == {"staging"}
    assert staging.covers(0, "deploy/overlays/staging/eu/")
    assert not staging.covers(1, "deploy/overlays/staging/")
    assert members_of(comparison, "ALL").environments == {"dev", "staging", "production"}
    assert {one.id for one in members_of(comparison, "run").folders} == {
        "deploy/base/",
        "deploy/overlays/staging/",
        "deploy/",
    }
    assert members_of(comparison, "other.ID").objects == frozenset()
