"""Each suspended object is told once, at the first binding that means it."""

from sphinx_gitops.drift.suspension import suspensions
from support.drift import compared_in, documented
from support.repositories import ks

WORKFLOW = """
manifests: [deploy]
stages:
  cd:
    components:
      ALL: {manifest: Kustomization/flux-system/*}
      ONE: {manifest: [Kustomization/flux-system/a, Kustomization/flux-system/b]}
"""


def test_once_at_the_first_binding(tmp_path):
    files = {f"{name}.yaml": ks(name, f"./{name}", extra="  suspend: true\n") for name in "ab"}
    found = list(suspensions(compared_in(documented(tmp_path, WORKFLOW, files))))
    assert [(one.documented.line, one.found.file) for one in found] == [
        (5, "deploy/a.yaml"),
        (5, "deploy/b.yaml"),
    ]
    assert all((one.field, one.expected, one.actual) == ("spec.suspend", "false", "true") for one in found)


def test_what_is_not_suspended_or_templated_is_not_told(tmp_path):
    files = {"a.yaml": ks("a", "./a", extra="  suspend: false\n"), "b.yaml": ks("b", "./b", extra="  suspend: ${S}\n")}
    assert list(suspensions(compared_in(documented(tmp_path, WORKFLOW, files)))) == []
