"""A workflow of any repository can be drawn."""

from __future__ import annotations

import pytest

from support.drawn_workflows import Drawn, sound
from support.repositories import write

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


@pytest.mark.parametrize(
    ("count", "titles"),
    [
        (10, {"n0 (Kustomizations) \N{MULTIPLICATION SIGN} 3", "n0 (HelmReleases) \N{MULTIPLICATION SIGN} 3"}),
        (13, {"n0 \N{MULTIPLICATION SIGN} 6"}),
    ],
)
def test_many_namespaces_are_one_fleet_each_whatever_kinds_are_in_them(draw, make, count, titles):
    files = {}
    for number in range(count):
        for app in "abc":
            at = f"apps/n{number}/{app}"
            files[f"{at}/ks.yaml"] = make["ks"](f"{app}{number}", f"./{at}/app", namespace=f"n{number}")
            files[f"{at}/app/release.yaml"] = make["release"](f"{app}{number}", namespace=f"n{number}")
    drawn = draw(files)
    assert titles <= {one.title for one in drawn.components.values()}


def test_what_several_environments_have_is_one_component_where_each_for_itself_would_be_a_crowd(draw, make):
    layers = [("crds", ""), ("controllers", "crds"), ("configs", "controllers"), ("apps", "configs")]
    files = {}
    for environment in ("dev", "staging", "prod"):
        for layer, before in layers:
            waits = f"  dependsOn: [{{name: {before}}}]\n" if before else ""
            files[f"clusters/{environment}/{layer}.yaml"] = make["ks"](layer, f"./{layer}", extra=waits)
    for number in range(14):
        files[f"apps/a{number}.yaml"] = make["release"](f"a{number}", namespace=f"a{number}")
    drawn = draw(files)
    titles = {one.title for one in drawn.components.values()}
    assert {f"{layer} \N{MULTIPLICATION SIGN} 3" for layer, _ in layers} <= titles
    assert "HelmReleases \N{MULTIPLICATION SIGN} 14" in titles
    assert {("crds", "controllers"), ("configs", "apps"), ("apps", "HelmReleases")} <= set(drawn.named_flows()) | {
        tuple(end.partition(" \N{MULTIPLICATION SIGN}")[0] for end in pair) for pair in drawn.named_flows()
    }
    served = [pair for pair in drawn.named_flows() if pair[1] in {"dev", "staging", "prod"}]
    assert len(served) == 15


def test_of_many_clusters_the_layers_are_shown_and_not_each_cluster(draw, make):
    files = {
        f"clusters/c{number}-{tier}/{layer}.yaml": make["application"](layer, "x")
        for number in range(13)
        for tier in ("dev", "prod")
        for layer in ("network", "apps")
    }
    drawn = draw({**files, "x/y.yaml": "a: b\n"})
    titles = {one.title for one in drawn.components.values() if one.kind == "reconciler"}
    assert titles == {"network \N{MULTIPLICATION SIGN} 26", "apps \N{MULTIPLICATION SIGN} 26"}


def test_objects_that_would_fit_alone_are_folded_where_their_environments_leave_no_room(draw, make):
    files = {f"clusters/c{number}-dev/a.yaml": make["application"](f"a{number}", "x") for number in range(24)}
    more = {f"clusters/c{number}-dev/b.yaml": make["application"](f"b{number}", "x") for number in range(12)}
    drawn = draw({**files, **more})
    sound(drawn)
    kinds = [one.kind for one in drawn.components.values()]
    assert (kinds.count("environment"), kinds.count("reconciler")) == (24, 24)


def test_environments_are_folded_where_no_folding_of_what_serves_them_is_enough(draw, make):
    workflows = {f".github/workflows/w{at}.yaml": "on: push\njobs: {a: {}, b: {needs: a}}\n" for at in range(12)}
    for number in range(24):
        at = f"clusters/c{number}-{'prod' if number % 2 else 'dev'}"
        for name in ("a", "b"):
            workflows[f"{at}/{name}.yaml"] = make["application"](f"{name}{number}", "x", destination=name)
            workflows[f"{at}/{name}-flux.yaml"] = make["ks"](f"{name}{number}", "./x", namespace=name)
    drawn = draw(workflows)
    sound(drawn)
    titles = {one.title for one in drawn.components.values() if one.kind == "environment"}
    assert titles == {"development \N{MULTIPLICATION SIGN} 12", "production \N{MULTIPLICATION SIGN} 12"}


def thing(kind, version, name, spec="{}"):
    return f"---\napiVersion: {version}\nkind: {kind}\nmetadata: {{name: {name}, namespace: n}}\nspec: {spec}\n"


def test_what_is_too_much_however_it_is_folded_is_drawn_at_its_coarsest(tmp_path, make):
    files = {f".github/workflows/w{at}.yaml": "on: push\njobs: {a: {}, b: {needs: a}}\n" for at in range(12)}
    jobs = (f"j{at}: {{stage: s{at}, script: [x]}}\n" for at in range(12))
    files[".gitlab-ci.yml"] = f"stages: [{', '.join(f's{at}' for at in range(12))}]\n{''.join(jobs)}"
    files["ci/pipelines.yaml"] = "".join(thing("Pipeline", "tekton.dev/v1", f"p{at}", "{tasks: []}") for at in range(6))
    stages = [thing("Stage", "kargo.akuity.io/v1alpha1", f"s{at}") for at in range(9)]
    files["kargo/all.yaml"] = "".join([thing("Warehouse", "kargo.akuity.io/v1alpha1", "w"), *stages])
    files["more/stores.yaml"] = "".join(thing("SecretStore", "external-secrets.io/v1", f"s{at}") for at in range(4))
    files["more/rollouts.yaml"] = "".join(thing("Rollout", "argoproj.io/v1alpha1", f"r{at}") for at in range(3))
    files["more/canaries.yaml"] = "".join(thing("Canary", "flagger.app/v1beta1", f"c{at}") for at in range(3))
    files["more/sealed.yaml"] = thing("SealedSecret", "bitnami.com/v1alpha1", "s")
    generators = "{generators: [{list: {elements: []}}], template: {metadata: {name: x}, spec: {}}}"
    files["more/set.yaml"] = "".join(
        thing("ApplicationSet", "argoproj.io/v1alpha1", f"s{at}", generators) for at in "ab"
    )
    for name in ("dev", "staging", "prod", "dr", "misc"):
        files[f"clusters/{name}/a.yaml"] = make["application"](f"a-{name}", "x")
        files[f"clusters/{name}/k.yaml"] = make["ks"](f"k-{name}", "./x")
        files[f"clusters/{name}/h.yaml"] = make["release"](f"h-{name}", namespace=name)
    write(tmp_path, files)
    drawn = Drawn(tmp_path)
    assert drawn.reading.problems == ()
    assert len(drawn.components) > 60
    titles = {one.title for one in drawn.components.values() if one.kind == "reconciler"}
    kinds = {title.partition(" \N{MULTIPLICATION SIGN}")[0] for title in titles}
    assert kinds == {"Applications", "ApplicationSets", "Kustomizations", "HelmReleases"}
