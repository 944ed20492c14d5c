"""What bindings name."""

import pytest

from sphinx_gitops.bindings.bound_objects import bound_objects, fits
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text


def bound(binding):
    text = f"stages: {{cd: {{components: {{A: {{manifest: {binding}}}}}}}}}"
    workflow = read_text(text, locate=lambda line, column: Span("w", line + 1, column + 1), default="w").workflow
    return list(bound_objects(workflow))


def test_the_parts_of_a_binding():
    (one,) = bound("{object: Kustomization.kustomize.toolkit.fluxcd.io/flux-system/apps@production, spec.path: ./x}")
    assert (one.component, one.kind, one.group) == ("A", "Kustomization", "kustomize.toolkit.fluxcd.io")
    assert (one.namespace, one.name, one.environment) == ("flux-system", "apps", "production")
    assert one.expected == (("spec.path", "./x"),)


@pytest.mark.parametrize("text", ["./", "apps/production/", ".github/workflows/ci.yml#build"])
def test_a_path_is_no_kind(text):
    (one,) = bound(text)
    assert (one.text, one.kind) == (text, "")
    assert not one.is_named("", "", ("",), "")


def test_a_folder_or_a_line_is_no_environment():
    assert [one.environment for one in bound("[A/b/c@teams/a/, 'A/b/c@x.yaml:3']")] == ["", ""]


def test_a_star_stays_within_a_part():
    assert fits("a*", "abc")
    assert not fits("a*", "a/c")
    assert fits("", "anything")
