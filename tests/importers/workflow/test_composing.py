"""A workflow of any repository can be drawn."""

from __future__ import annotations

import pytest

from support.drawn_workflows import Drawn, sound

pytest_plugins = ("support.repositories", "support.drawn_workflows")


CORPORA = (
    "fluxcd__flux2-kustomize-helm-example",
    "stefanprodan__gitops-istio",
    "stefanprodan__podinfo",
    "gitops-bridge-dev__gitops-bridge",
    "argoproj__argo-cd",
    "allenporter__flux-local",
    "allenporter__flux-local/tests/testdata",
)


@pytest.mark.parametrize("name", CORPORA)
def test_every_corpus_can_be_drawn(corpus, name):
    drawn = Drawn(corpus(name))
    sound(drawn)
    assert Drawn(corpus(name)).text == drawn.text


def test_hundreds_of_environments_and_workflows_still_fit(draw, make):
    files = {f"clusters/c{number}-prod/a.yaml": make["application"](f"a{number}", "x") for number in range(130)}
    files |= {f".github/workflows/w{number}.yaml": "on: push\njobs: {a: {}, b: {needs: a}}\n" for number in range(40)}
    drawn = draw(files)
    assert "workflows \N{MULTIPLICATION SIGN} 40" in {one.title for one in drawn.components.values()}
    assert "production \N{MULTIPLICATION SIGN} 130" in {one.title for one in drawn.components.values()}
