"""The command ``init``: a workflow that can be drawn, bound to everything that reconciles."""

import re

import pytest
import yaml

from sphinx_gitops.cli import main
from sphinx_gitops.importers.discovery_json import to_json
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.importers.workflow.naming import Ids, id_of, one_line
from sphinx_gitops.importers.workflow.patterns import bound_ids, covers
from sphinx_gitops.importers.workflow.writing import workflow_text
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text

pytest_plugins = ("support.repositories",)

POOL = {"Application", "ApplicationSet", "HelmRelease", "Kustomization"}
CORPORA = (
    "fluxcd__flux2-kustomize-helm-example",
    "stefanprodan__gitops-istio",
    "stefanprodan__podinfo",
    "gitops-bridge-dev__gitops-bridge",
    "argoproj__argo-cd",
    "allenporter__flux-local",
    "allenporter__flux-local/tests/testdata",
)


class Drawn:
    """A workflow, read back, and what it was made of."""

    def __init__(self, root):
        discovery = discover(root)
        self.found = to_json(discovery)
        self.text = workflow_text(discovery, root.name, "deploy")
        self.tree = yaml.safe_load(self.text)
        self.reading = read_text(
            self.text, locate=lambda line, column: Span("w.yaml", line + 1, column + 1), default="w"
        )
        self.components = {one.id: one for one in self.reading.workflow.components()}
        self.flows = [(*pair, flow.kind.value) for flow in self.reading.workflow.flows for pair in flow.pairs()]

    def title(self, identity):
        return self.components[identity].title

    def holders(self, identity):
        return [
            one.id
            for one in self.components.values()
            if any(covers(binding.object, identity) for binding in one.bindings)
        ]

    def named_flows(self):
        return [(self.title(source), self.title(target)) for source, target, _ in self.flows]


def sound(drawn):
    """Hold a workflow against everything that each must be."""
    assert drawn.reading.problems == ()
    assert len(drawn.components) <= 60
    assert len(drawn.flows) <= 120
    assert all(one.bindings for one in drawn.components.values())
    for one in drawn.found["objects"]:
        if one["kind"] in POOL:
            assert len(drawn.holders(one["id"])) == 1, one["id"]
    ids = {one["id"] for one in drawn.found["objects"]}
    folders = {folder for one in drawn.found["environments"] for folder in one["folders"]} | {"./"}
    for component in drawn.components.values():
        for binding in component.bindings:
            assert binding.object in folders or any(covers(binding.object, identity) for identity in ids)
    stages = list(drawn.tree["stages"])
    assert stages == [name for name in ("source", "ci", "cd", "platform") if name in stages]
    has_ci = any(one["kind"] in {"Workflow", "Job", "Pipeline", "PipelineRun"} for one in drawn.found["objects"])
    assert ("ci" in stages) == has_ci


@pytest.fixture
def draw(read, tmp_path):
    """Write a repository and draw it."""

    def run(files):
        read(files)
        drawn = Drawn(tmp_path / "fleet")
        sound(drawn)
        return drawn

    return run


@pytest.mark.parametrize("name", CORPORA)
def test_every_corpus_can_be_drawn(corpus, name):
    drawn = Drawn(corpus(name))
    sound(drawn)
    assert Drawn(corpus(name)).text == drawn.text


def test_dependencies_run_from_what_comes_first_and_reconcilers_to_their_environments(draw, make):
    drawn = draw(
        {
            "clusters/prod/apps.yaml": make["ks"]("apps", "./apps", extra="  dependsOn: [{name: infra}]\n"),
            "clusters/prod/infra.yaml": make["ks"]("infra", "./infra"),
            "clusters/dev/x.yaml": "a: b\n",
            "apps/a.yaml": make["release"]("a", namespace="shop"),
            "infra/b.yaml": make["release"]("b", namespace="infra"),
        }
    )
    assert sorted(drawn.named_flows()) == [
        ("a", "prod"),
        ("apps", "prod"),
        ("b", "prod"),
        ("fleet", "apps"),
        ("fleet", "dev"),
        ("fleet", "infra"),
        ("infra", "apps"),
        ("infra", "prod"),
    ]
    tiers = {one.title: one.tier.value for one in drawn.components.values() if one.tier}
    assert tiers == {"dev": "development", "prod": "production"}


def test_values_that_matter_are_bound(draw, make):
    drawn = draw({"a.yaml": make["application"]("shop", "deploy/x"), "deploy/x/a.yaml": "a: b\n"})
    (binding,) = drawn.components["shop"].bindings
    assert {one.field: one.value for one in binding.expected} == {
        "spec.source.path": "deploy/x",
        "spec.source.targetRevision": "HEAD",
        "spec.destination.namespace": "shop",
        "spec.syncPolicy.automated": "false",
    }


def test_a_large_repository_is_folded_into_fleets_that_patterns_bind(draw, make):
    files = {}
    for namespace in ("media", "home", "games"):
        names = [f"{namespace}-{number}" for number in range(30)]
        files[f"apps/{namespace}/kustomization.yaml"] = make["kustomization"](
            *(f"{name}.yaml" for name in names), extra=f"namespace: {namespace}\n"
        )
        files |= {f"apps/{namespace}/{name}.yaml": make["release"](name) for name in names}
    files["clusters/home/apps.yaml"] = make["ks"]("apps", "./apps")
    drawn = draw(files)
    titles = {one.title: [binding.object for binding in one.bindings] for one in drawn.components.values()}
    assert titles["media \N{MULTIPLICATION SIGN} 30"] == ["HelmRelease/media/*@home"]
    assert "apps" in titles


def test_a_fleet_of_an_application_set_says_how_many(draw):
    drawn = draw(
        {
            **{f"apps/a{number}/cm.yaml": "a: b\n" for number in range(138)},
            "set.yaml": """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: fleet-apps, namespace: argocd}
                spec:
                  generators:
                    - git: {repoURL: 'https://example.org/me/fleet', directories: [{path: apps/*}]}
                  template:
                    metadata: {name: '{{path.basename}}'}
                    spec:
                      source: {repoURL: 'https://example.org/me/fleet', path: '{{path}}'}
                      destination: {name: x}
            """,
        }
    )
    assert drawn.components["fleet-apps"].title == "fleet-apps \N{MULTIPLICATION SIGN} 138"


def test_hundreds_of_environments_and_workflows_still_fit(draw, make):
    files = {f"clusters/c{number}-prod/a.yaml": make["application"](f"a{number}", "x") for number in range(130)}
    files |= {f".github/workflows/w{number}.yaml": "on: push\njobs: {a: {}, b: {needs: a}}\n" for number in range(40)}
    drawn = draw(files)
    assert "workflows \N{MULTIPLICATION SIGN} 40" in {one.title for one in drawn.components.values()}
    assert "production \N{MULTIPLICATION SIGN} 130" in {one.title for one in drawn.components.values()}


def test_promotion_is_a_flow_of_its_kind(draw):
    stage = """---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {{name: {name}, namespace: shop}}
spec:
  requestedFreight:
    - origin: {{kind: Warehouse, name: images}}
      sources: {{{sources}}}
"""
    drawn = draw(
        {
            "k.yaml": stage.format(name="uat", sources="direct: true")
            + stage.format(name="live", sources="stages: [uat]")
        }
    )
    assert ("uat", "live", "promotion") in drawn.flows


def test_jobs_are_components_where_they_are_few(draw, make):
    drawn = draw(
        {
            ".github/workflows/ci.yaml": "on: push\njobs:\n  build: {}\n  scan: {needs: build}\n",
            ".gitlab-ci.yml": "deploy: {script: x}\n",
            "a.yaml": make["application"]("shop", "x"),
        }
    )
    assert ("build", "scan") in drawn.named_flows()
    assert drawn.components["scan"].kind == "security-scan"
    assert drawn.components["deploy"].manifest == ".gitlab-ci.yml#deploy"


def test_names_that_are_no_ids_are_made_so(draw, make):
    odd = "---\napiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: '%s', namespace: argocd}\n"
    odd += "spec: {source: {repoURL: x, path: y}, destination: {name: z}}\n"
    names = ("1st", "{{ .Values.x }}-a", "end", "source", "a  b", "ünï", "-->")
    drawn = draw({f"{number}.yaml": odd % name for number, name in enumerate(names)})
    assert {"_1st", "end", "source-Application", "a-b", "ünï"} <= set(drawn.components)


@pytest.mark.parametrize(
    ("text", "expected"), [("a/b", "a-b"), ("9", "_9"), ("--", "_"), ("", "_"), ("a--b..c", "a-b-c"), ("x.", "x")]
)
def test_ids(text, expected):
    assert id_of(text) == expected


def test_an_id_is_given_once():
    ids = Ids("cd")
    assert [ids.new("cd", "x"), ids.new("cd", "x"), ids.new("a"), ids.new("a")] == ["cd-x", "cd-x_2", "a", "a_2"]
    assert one_line(" a\n\tb\x00 ") == "a b"


def test_a_pattern_is_used_only_where_it_covers_no_other():
    ids = [f"HelmRelease/media/a{number}@prod" for number in range(4)]
    assert [one.object for one in bound_ids(ids, ids)] == ["HelmRelease/media/*@prod"]
    assert len(bound_ids(ids, [*ids, "HelmRelease/media/other@prod"])) == 4
    plain = [one.partition("@")[0] for one in ids]
    assert len(bound_ids(plain, [*plain, *ids])) == 4
    assert re.match(r"HelmRelease/media/\*$", bound_ids(plain, plain)[0].object)


def test_the_command_prints_what_check_accepts(tmp_path, capsys, make, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.cli.discover.cache_folder", lambda: tmp_path / "cache")
    (tmp_path / "deploy").mkdir()
    (tmp_path / "deploy" / "a.yaml").write_text(make["application"]("shop", "x"))
    monkeypatch.chdir(tmp_path)
    assert main(["init", "deploy"]) == 0
    text = capsys.readouterr().out
    assert "manifests:\n- deploy\n" in text
    (tmp_path / "w.yaml").write_text(text)
    assert main(["check", "w.yaml"]) == 0
    assert capsys.readouterr().out == ""


def test_where_nothing_is_found_nothing_is_printed(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.cli.discover.cache_folder", lambda: tmp_path / "cache")
    (tmp_path / "x").mkdir()
    assert main(["init", str(tmp_path / "x")]) == 1
    assert capsys.readouterr() == ("", "nothing found\n")
    assert main(["init", str(tmp_path / "gone")]) == 2
