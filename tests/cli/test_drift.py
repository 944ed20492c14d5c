"""``sphinx-gitops drift``: reports, exit statuses, baselines, and places as seen from the working folder."""

from __future__ import annotations

import json

import pytest

from sphinx_gitops.cli import main
from support.repositories import application, write

WORKFLOW = """\
manifests: [../deploy]
stages:
  cd:
    components:
      SHOP: {manifest: {object: Application/argocd/shop, spec.source.path: charts/shop}}
"""


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.cli.discover.cache_folder", lambda: tmp_path / "cache")
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    write(tmp_path, {"deploy/apps/shop.yaml": application("shop", "charts/shop"), "docs/delivery.yaml": WORKFLOW})
    return tmp_path


def change(root, old, new):
    path = root / "deploy/apps/shop.yaml"
    path.write_text(path.read_text().replace(old, new), encoding="utf-8")


FOUND = (
    "docs/delivery.yaml:5: warning: Application/argocd/shop has spec.source.path 'charts/shop2' in the repository "
    "(deploy/apps/shop.yaml:9), documented as 'charts/shop' [gitops.drift-attribute]\n"
)


def test_agreement_is_not_a_word(capsys):
    assert main(["drift", "docs/delivery.yaml"]) == 0
    assert capsys.readouterr() == ("", "")


def test_init_and_then_drift_says_nothing(project, capsys):
    assert main(["init", "deploy"]) == 0
    (project / "w.yaml").write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["drift", "w.yaml"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_difference_is_a_line_with_both_places_and_fails(project, capsys):
    change(project, "charts/shop", "charts/shop2")
    assert main(["drift", "docs/delivery.yaml"]) == 1
    assert capsys.readouterr() == (FOUND, "")


def test_an_info_does_not_fail(project, capsys):
    write(project, {"deploy/apps/cart.yaml": application("cart", "x")})
    assert main(["drift", "docs/delivery.yaml"]) == 0
    assert capsys.readouterr().out.startswith(
        "docs/delivery.yaml:1: info: Application/argocd/cart is in the repository"
    )


def test_a_report_becomes_a_baseline(project, capsys):
    change(project, "charts/shop", "charts/shop2")
    assert main(["drift", "docs/delivery.yaml", "--format", "json", "-o", "baseline.json"]) == 1
    assert capsys.readouterr().out == ""
    assert main(["drift", "docs/delivery.yaml", "--baseline", "baseline.json"]) == 0
    assert capsys.readouterr() == ("", "")
    change(project, "name: shop", "name: store")
    assert main(["drift", "docs/delivery.yaml", "--baseline", "baseline.json"]) == 1
    assert "drift-component-missing" in capsys.readouterr().out


def test_programs_of_a_code_host_get_paths_from_here(project, capsys):
    change(project, "charts/shop", "charts/shop2")
    assert main(["drift", str(project / "docs/delivery.yaml"), "--format", "sarif"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    places = [result["locations"][0], result["relatedLocations"][0]]
    addresses = [place["physicalLocation"]["artifactLocation"]["uri"] for place in places]
    assert addresses == ["docs/delivery.yaml", "deploy/apps/shop.yaml"]
    assert main(["drift", str(project / "docs/delivery.yaml"), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::warning file=docs/delivery.yaml,line=5,")


def test_several_workflows_share_a_repository(project, capsys):
    write(project, {"deploy/apps/cart.yaml": application("cart", "x")})
    other = WORKFLOW.replace("shop", "cart").replace("charts/cart", "x")
    (project / "docs/other.yaml").write_text(other, encoding="utf-8")
    assert main(["drift", "docs/delivery.yaml", "docs/other.yaml"]) == 0
    assert capsys.readouterr() == ("", "")


def test_severities_and_waivers_are_those_of_the_project(project, capsys):
    change(project, "charts/shop", "charts/shop2")
    (project / "docs/conf.py").write_text('gitops_rules = {"drift-attribute": "info"}\n', encoding="utf-8")
    assert main(["drift", "docs/delivery.yaml"]) == 0
    assert ": info: " in capsys.readouterr().out
    text = (
        WORKFLOW
        + "      GONE: {manifest: HelmRelease/x/y, waive: {drift-component-missing: In May., drift-attribute: No.}}\n"
    )
    (project / "docs/delivery.yaml").write_text(text, encoding="utf-8")
    assert main(["drift", "docs/delivery.yaml", "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert [one["waived"] for one in json.loads(captured.out)["findings"]] == ["", "In May."]
    assert captured.err.endswith("the waiver of 'drift-attribute' waives nothing: remove it [gitops.waiver-unused]\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["docs/none.yaml"], "there is no file docs/none.yaml"),
        (["docs/delivery.yaml", "--baseline", "none.json"], "none.json cannot be used: No such file"),
        (["docs/delivery.yaml", "--baseline", "docs/delivery.yaml"], "it is no JSON"),
        (["docs/delivery.yaml", "--format", "xml"], "invalid choice: 'xml'"),
        ([], "FILE"),
    ],
)
def test_wrong_usage(arguments, words, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["drift", *arguments])
    assert stop.value.code == 2
    assert words in capsys.readouterr().err


def test_a_file_with_errors_fails_and_the_rest_of_it_is_held(project, capsys):
    change(project, "charts/shop", "charts/shop2")
    (project / "docs/delivery.yaml").write_text(WORKFLOW + "colour: red\n", encoding="utf-8")
    assert main(["drift", "docs/delivery.yaml"]) == 1
    captured = capsys.readouterr()
    assert captured.out == FOUND
    assert "unknown key 'colour'" in captured.err
    (project / "docs/delivery.yaml").write_text("stages: [", encoding="utf-8")
    assert main(["drift", "docs/delivery.yaml"]) == 1


def test_a_workflow_without_manifests_says_that_nothing_is_held(project, capsys):
    (project / "docs/delivery.yaml").write_text(WORKFLOW.partition("\n")[2], encoding="utf-8")
    assert main(["drift", "docs/delivery.yaml"]) == 0
    assert "nothing is held against a repository: name its folder under 'manifests'" in capsys.readouterr().err


def test_a_repository_that_is_gone_is_one_finding(project, capsys):
    (project / "deploy").rename(project / "fleet")
    assert main(["drift", "docs/delivery.yaml"]) == 1
    assert capsys.readouterr().out == (
        "docs/delivery.yaml:1: warning: the folder of manifests ../deploy is not there; nearest is ./ "
        "[gitops.drift-component-missing]\n"
    )


def test_a_report_that_cannot_be_written_fails(capsys):
    assert main(["drift", "docs/delivery.yaml", "-o", "none/report.txt"]) == 1
    assert "none/report.txt: error: cannot be written" in capsys.readouterr().err
