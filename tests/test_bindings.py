"""What a thing stands for in the repository: one object or several, with values that it must have."""

import json

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.schema import schema


def read(manifest):
    text = f"stages:\n  ci:\n    components:\n      A:\n        manifest: {manifest}\n"
    return read_text(text, locate=lambda line, column: Span("a.yaml", line + 1, column + 1), default="w")


@pytest.mark.parametrize(
    ("manifest", "text", "values"),
    [
        ("Application/argocd/shop", "Application/argocd/shop", [()]),
        ("[apps/, infra/]", "apps/, infra/", [(), ()]),
        ("{object: Application/shop, spec.project: x}", "Application/shop", [(("spec.project", "x"),)]),
        (
            "[a/, {object: B/c, spec.suspend: true, v: 1.10}]",
            "a/, B/c",
            [(), (("spec.suspend", "true"), ("v", "1.10"))],
        ),
        ("[]", "", []),
    ],
)
def test_bindings(manifest, text, values):
    reading = read(manifest)
    assert reading.problems == ()
    (component,) = reading.workflow.components()
    assert component.manifest == text
    assert [binding.values for binding in component.bindings] == values
    assert all(binding.span.line == 5 for binding in component.bindings)


@pytest.mark.parametrize("manifest", ["{spec.path: x}", "[[a]]", "{object: [a]}", "{object: a, b: {c: d}}", "[~]"])
def test_a_binding_of_another_shape_is_a_problem(manifest):
    assert [problem.code.value for problem in read(manifest).problems] == ["wrong-type"]


def test_the_schema_knows_every_shape():
    text = json.dumps(schema()["$defs"]["component"]["properties"]["manifest"])
    assert '"array"' in text
    assert '"object"' in text
