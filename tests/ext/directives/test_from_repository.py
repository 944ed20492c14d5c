"""The option ``:from:``: a workflow that begins as what a repository declares, and stays so."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from textwrap import dedent

import pytest

APPLICATION = """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: NAME, namespace: argocd}
    spec:
      source: {repoURL: https://example.org/deploy, path: apps/NAME, targetRevision: main}
      destination: {name: in-cluster, namespace: NAME}
      syncPolicy: {automated: {prune: true}}
"""


def application(name: str) -> str:
    return dedent(APPLICATION).lstrip().replace("NAME", name)


@pytest.fixture
def deploy(tmp_path):
    folder = tmp_path / "deploy"
    (folder / "argocd").mkdir(parents=True)
    for name in ("shop", "till"):
        (folder / "argocd" / f"{name}.yaml").write_text(application(name), encoding="utf-8")
        (folder / "apps" / name).mkdir(parents=True)
        (folder / "apps" / name / "service.yaml").write_text("kind: Service\n")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "values.yaml").write_text("a: b\n")
    return folder


def rst(*lines: str) -> str:
    return "\n".join(("Page", "====", "", ".. gitops-workflow::", *(f"   {line}".rstrip() for line in lines), ""))


def body(app, page: str = "index") -> str:
    return Path(app.outdir, f"{page}.html").read_text(encoding="utf-8")


def test_a_workflow_is_what_the_repository_declares(build, warnings, deploy):
    app = build({"index.rst": rst(":from: ../deploy")})
    assert warnings(app) == []
    page = body(app)
    assert 'id="gitops-deploy-delivery.shop"' in page
    assert 'id="gitops-deploy-delivery.till"' in page
    assert "deploy delivery" in page


@pytest.mark.parametrize("source", ["../deploy", "/../deploy", "../deploy/", "./../deploy/."])
def test_the_folder_is_relative_to_the_document_or_to_the_source_folder(build, warnings, deploy, source):
    app = build({"index.rst": rst(f":from: {source}")})
    assert warnings(app) == []
    assert 'id="gitops-deploy-delivery.shop"' in body(app)


def test_a_document_in_a_folder_counts_from_there(build, warnings, deploy):
    app = build(
        {"index.rst": "Top\n===\n\n.. toctree::\n\n   deep/page\n", "deep/page.rst": rst(":from: ../../deploy")}
    )
    assert warnings(app) == []
    assert 'id="gitops-deploy-delivery.shop"' in body(app, "deep/page")


def test_it_works_in_markdown(build, warnings, deploy):
    text = "# Page\n\n```{gitops-workflow}\n:from: ../deploy\n\ntitle: Ours\n```\n"
    app = build({"index.md": text}, extensions=["sphinx_gitops", "myst_parser"])
    assert warnings(app) == []
    assert 'id="gitops-deploy-delivery.shop"' in body(app)
    assert "Ours" in body(app)


def test_the_body_overrides_titles_groups_and_order_and_adds(build, warnings, deploy):
    app = build({"index.rst": rst(
        ":from: ../deploy", "",
        "title: Ours",
        "stages:",
        "  cd:",
        "    groups:",
        "      front:",
        "        title: Front",
        "        components: {till: {}, shop: {title: The shop, owner: team-shop}}",
        "  monitoring:",
        "    title: Monitoring",
        "    components: {WATCH: {title: Dashboard, kind: monitoring}}",
        "flows:",
        "  - shop --> WATCH",
    )})  # fmt: skip
    assert warnings(app) == []
    text = re.sub(r"<[^>]*>", " ", body(app))
    assert "The shop" in text
    assert "team-shop" in text
    assert "Dashboard" in text
    workflow = app.env.get_domain("gitops").relations.workflow("deploy-delivery")
    front = next(part for part in workflow.parts() if part.id == "front")
    assert [(one.id, one.kind) for one in front.components] == [("till", "reconciler"), ("shop", "reconciler")]
    assert all(one.bindings for one in front.components)


def test_a_part_is_removed_with_its_flows(build, warnings, deploy):
    app = build({"index.rst": rst(":from: ../deploy", "", "stages: {cd: {components: {shop: null}}}")})
    assert warnings(app) == []
    assert "gitops-deploy-delivery.shop" not in body(app)


@pytest.mark.parametrize(
    ("lines", "line", "message"),
    [
        ((":from: ../nowhere",), 5, "'../nowhere' is no folder; the path is relative to this document, or to the source folder with a leading '/' [gitops.file-not-found]"),
        ((":class: x", ":from: /deploy"), 6, "'/deploy' is no folder; the path is relative to this document"),
        ((":from: ../empty",), 5, "'../empty' declares no Argo CD, Flux or other reconciler, and has no kustomize overlays of two environments [gitops.nothing-found]"),
        ((":from: ../deploy/argocd/shop.yaml",), 5, "'../deploy/argocd/shop.yaml' is a file: name the folder with the manifests"),
        ((":from: " + "../" * 30,), 5, "is above the repository that this documentation is in: name a folder of it"),
        ((":from: ../deploy", ":template: gitops"), 5, "':from:' and ':template:' together: keep one of them [gitops.content]"),
        ((":template: gitops", ":from: ../deploy"), 6, "':from:' and ':template:' together: keep one of them [gitops.content]"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_message_at_its_line(build, warnings, deploy, lines, line, message):
    for extra in ((), ("", "title: Ours", "flows: [shop --> till]")):
        app = build({"index.rst": rst(*lines, *extra)})
        (found,) = warnings(app)
        assert f"index.rst:{line}: " in found
        assert message in found
        assert ("shop --&gt; till" in body(app)) == bool(extra)


def test_a_file_and_a_folder_together_are_one_message(build, warnings, deploy):
    text = "Page\n====\n\n.. gitops-workflow:: delivery.yaml\n   :from: ../deploy\n"
    (found,) = warnings(build({"index.rst": text, "delivery.yaml": "stages: {ci: {}}"}))
    assert "index.rst:5: WARNING: ':from:' and a file together: keep one of them" in found


def test_an_option_without_a_folder_is_one_message(build, warnings, deploy):
    (found,) = warnings(build({"index.rst": rst(":from:", "", "stages: {ci: {title: CI}}")}))
    assert "index.rst:5: WARNING:" in found
    assert "from" in found


def test_a_body_that_is_whole_is_drawn_without_its_repository(build, warnings, deploy):
    app = build({"index.rst": rst(":from: ../nowhere", "", "id: own", "stages: {ci: {components: {A: Aa}}}")})
    assert len(warnings(app)) == 1
    assert 'id="gitops-own.A"' in body(app)


def test_the_top_of_the_checkout_is_read_and_what_is_above_it_is_not(build, warnings, deploy, tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text('[remote "origin"]\n\turl = https://example.org/me/fleet.git\n')
    app = build({"index.rst": rst(":from: /..")})
    assert warnings(app) == []
    assert 'id="gitops-fleet-delivery.shop"' in body(app)
    (found,) = warnings(build({"index.rst": rst(":from: /../..")}))
    assert "index.rst:5: WARNING: '/../..' is above the repository that this documentation is in" in found


def test_a_rule_that_a_generated_part_breaks_is_told_at_its_manifest(build, warnings, deploy):
    (deploy / "argocd" / "till.yaml").write_text("# A comment\n" + application("till"), encoding="utf-8")
    rules = {"unreachable-component": "warning"}
    app = build(
        {
            "index.rst": rst(
                ":from: ../deploy", "", "stages: {source: null, ci: {components: {A: Aa, B: Bb}}}", "flows: [A --> B]"
            )
        },
        gitops_rules=rules,
    )
    places = {line.split(": ")[0].removeprefix(f"{deploy}/") for line in warnings(app)}
    assert places == {"argocd/shop.yaml:1", "argocd/till.yaml:2"}


def test_documentation_in_a_submodule_is_about_what_is_around_it(build, warnings, deploy, tmp_path):
    (tmp_path / ".git").mkdir()
    files = {"index.rst": rst(":from: /../deploy"), ".git": "gitdir: ../.git/modules/src\n"}
    app = build(files)
    assert warnings(app) == []
    assert 'id="gitops-deploy-delivery.shop"' in body(app)
    assert warnings(build({**files, "index.rst": rst(":from: /..")})) == []


def test_rules_ask_nothing_of_what_manifests_do_not_say(build, warnings, deploy):
    (deploy / ".github" / "workflows").mkdir(parents=True)
    scan = "on: push\njobs:\n  build: {steps: []}\n  scan: {needs: build, steps: []}\n"
    (deploy / ".github" / "workflows" / "ci.yml").write_text(scan, encoding="utf-8")
    for tier in ("staging", "production"):
        (deploy / "clusters" / tier).mkdir(parents=True)
        (deploy / "clusters" / tier / "app.yaml").write_text(application(f"app-{tier}"), encoding="utf-8")
        (deploy / "apps" / f"app-{tier}").mkdir()
        (deploy / "apps" / f"app-{tier}" / "service.yaml").write_text("kind: Service\n")
    files = {"index.rst": rst(":from: ../deploy")}
    assert warnings(build(files)) == []
    assert warnings(build(files, gitops_rules_profile="recommended")) == []


def test_a_new_manifest_is_on_the_page_and_no_other_page_is_written(build, warnings, deploy):
    files = {"index.rst": rst(":from: ../deploy") + "\n.. toctree::\n\n   other\n", "other.rst": "Other\n=====\n"}
    app = build(files)
    time = Path(app.outdir, "other.html").stat().st_mtime_ns
    (deploy / "argocd" / "new.yaml").write_text(application("new"), encoding="utf-8")
    app = build(files)
    assert 'id="gitops-deploy-delivery.new"' in body(app)
    (deploy / "argocd" / "shop.yaml").unlink()
    app = build(files)
    assert 'id="gitops-deploy-delivery.shop"' not in body(app)
    assert Path(app.outdir, "other.html").stat().st_mtime_ns == time
    assert warnings(app) == []
    shutil.rmtree(deploy)
    assert len(warnings(build(files))) == 1


def test_what_it_reads_is_refused_where_files_may_not_be_inserted(build, warnings, deploy, tmp_path):
    conf = "def setup(app):\n    app.connect('env-before-read-docs', lambda app, env, _: env.settings.update(file_insertion_enabled=False))\n"
    app = build({"index.rst": rst(":from: ../deploy"), "conf.py": conf})
    found = [line for line in warnings(app) if "gitops" in line]
    assert len(found) == 1
    assert "'../deploy' is not read: file_insertion_enabled is off" in found[0]


def test_views_tables_and_roles_take_what_was_discovered(build, warnings, deploy):
    more = "\n.. gitops-view:: deploy-delivery\n   :focus: shop\n\n.. gitops-table:: components\n   :columns: component manifest\n\n:gitops:component:`deploy-delivery.shop`\n"
    app = build({"index.rst": rst(":from: ../deploy") + more})
    assert warnings(app) == []
    assert "Application/argocd/shop" in body(app)


def test_the_same_bytes_serial_or_parallel(build, deploy):
    files = {f"p{number}.rst": rst(":from: ../deploy", "", f"id: w{number}") for number in range(8)}
    files["index.rst"] = "Top\n===\n\n.. toctree::\n   :glob:\n\n   p*\n"
    one = build(files)
    other = build(files, source="again", parallel=2)
    for name in files:
        page = name.replace(".rst", "")
        assert body(one, page) == body(other, page)
