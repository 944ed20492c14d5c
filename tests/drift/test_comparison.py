"""A comparison knows what bindings mean, what went with a folder, and which parts no flow is asked of."""

from support.drift import compared_in, documented
from support.repositories import ks, release

WORKFLOW = """
manifests: [deploy]
stages:
  cd:
    components:
      APPS: {manifest: Kustomization/flux-system/apps@staging}
      WEB: {manifest: HelmRelease/web/web}
      JOB: {manifest: clusters/staging/job.yaml}
  run: {components: {STAGING: {kind: environment, tier: staging, manifest: clusters/staging/}}}
"""
FILES = {
    "clusters/production/apps.yaml": ks("apps", "./apps"),
    "apps/web.yaml": release("web", namespace="web"),
}


def test_what_was_in_a_folder_went_with_it(tmp_path):
    comparison = compared_in(documented(tmp_path, WORKFLOW, FILES))
    gone = {match.part.id: comparison.follows_from(match) for match in comparison.matches if match.is_gone}
    assert {name for name, cause in gone.items() if cause} == {"APPS", "JOB"}
    assert gone["STAGING"] is None
    assert comparison.unsettled == {"APPS", "JOB", "STAGING"}


def test_places_of_the_documentation_are_those_of_its_keys(tmp_path):
    comparison = compared_in(documented(tmp_path, WORKFLOW, FILES))
    assert comparison.documented_at.line == 1
    assert comparison.by_part["WEB"][0].binding.span.line == 6


def test_a_workflow_without_repositories_has_no_matches(tmp_path):
    comparison = compared_in(documented(tmp_path, WORKFLOW.replace("manifests: [deploy]\n", ""), FILES))
    assert comparison.matches == ()
