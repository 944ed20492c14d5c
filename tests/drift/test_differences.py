"""All that differs is found once, however often it is asked for."""

from sphinx_gitops.drift.differences import Differences
from sphinx_gitops.drift.missing import MissingObjects
from support.drift import compared_in, documented
from support.repositories import ks

WORKFLOW = """
manifests: [deploy]
stages:
  cd:
    components:
      A: {manifest: {object: Kustomization/flux-system/a, path: ./other}}
      B: {title: b TIMES 2, manifest: "Kustomization/flux-system/b*"}
flows: [A --> B]
""".replace("TIMES", "\N{MULTIPLICATION SIGN}")


def test_each_kind_is_there(tmp_path):
    files = {f"{name}.yaml": ks(name, f"./{name}") for name in ("a", "b1", "b2", "b3", "c")}
    comparison = compared_in(documented(tmp_path, WORKFLOW, files))
    differences = Differences(missing=MissingObjects(comparison=comparison), taken=frozenset())
    assert differences.comparison is comparison
    assert [one.field for one in differences.attributes] == ["spec.path"]
    assert [one.field for one in differences.flows] == ["dependsOn"]
    assert differences.flows is differences.flows
    assert [one.object.rpartition("/")[2] for one in differences.undocumented()] == ["c"]
    assert list(differences.suspensions()) == list(differences.rollbacks()) == []


def test_a_number_that_a_missing_flow_explains_is_not_told_besides(tmp_path):
    files = {f"{name}.yaml": ks(name, f"./{name}") for name in ("a", "b1", "b2", "b3")}
    without = WORKFLOW.replace("flows: [A --> B]\n", "")
    comparison = compared_in(documented(tmp_path, without, files))
    differences = Differences(missing=MissingObjects(comparison=comparison), taken=frozenset())
    assert [one.field for one in differences.attributes] == ["spec.path", "count"]
