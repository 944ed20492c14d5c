"""What bindings name."""

import pytest

from sphinx_gitops.bindings.bound_objects import bound_objects, fits, read_binding
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kustomization.kustomize.toolkit.fluxcd.io/flux-system/shop@x", True),
        ("Kustomization.kustomize.toolkit.fluxcd.io/flux-system/shop", True),
        ("Kustomization/flux-system/shop@x", True),
        ("Kustomization/flux-system/shop", True),
        ("Kustomization/flux-system/sh*", True),
        ("Kustomization/shop", True),
        ("Kustomization.example.io/flux-system/shop", False),
        ("Kustomization/flux-system/shop@y", False),
        ("Kustomization/flux-system/shop@x/", False),
        ("Kustomization/flux-system/sho", False),
    ],
)
def test_a_binding_names_an_object_with_or_without_group_and_environment(text, found):
    identity = "Kustomization.kustomize.toolkit.fluxcd.io/flux-system/shop@x"
    assert read_binding("A", text).names(identity) is found


@pytest.mark.parametrize(("text", "identity", "found"), [("Task/ci/a#1", "Task/ci/a#1", True), ("Task/ci/a#*", "Task/ci/a#1", True), ("Task/ci/a#2", "Task/ci/a#1", False), ("apps/", "Task/ci/a", False)])  # fmt: skip
def test_what_has_no_parts_is_compared_as_a_whole(text, identity, found):
    assert read_binding("A", text).names(identity) is found


@pytest.mark.parametrize(("text", "file", "found"), [("./apps/", "apps/x.yaml", True), ("apps/x.yaml", "apps/x.yaml", True), ("apps/x.yaml:3", "apps/x.yaml", False), ("app", "apps/x.yaml", False), ("./", "x.yaml", False), ("Secret/a", "Secret/a", False)])  # fmt: skip
def test_a_file_is_itself_or_in_a_folder(text, file, found):
    assert read_binding("A", text).has_file(file) is found
