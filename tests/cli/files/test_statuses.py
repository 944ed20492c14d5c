"""``--status``: a workflow as its objects are in a cluster."""

import json

import pytest

from sphinx_gitops.cli import main

WORKFLOW = "stages: {cd: {components: {shop: {title: Shop, manifest: Application/argocd/shop}}}}\n"


def item(name, sync, health):
    return {
        "apiVersion": "argoproj.io/v1alpha1",
        "kind": "Application",
        "metadata": {"name": name, "namespace": "argocd"},
        "status": {"sync": {"status": sync}, "health": {"status": health}, "reconciledAt": "2026-11-28T14:03:11Z"},
    }


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "delivery.yaml").write_text(WORKFLOW)
    (tmp_path / "status.json").write_text(json.dumps({"items": [item("shop", "OutOfSync", "Degraded")]}))
    (tmp_path / "more.json").write_text(json.dumps({"items": [item("till", "Synced", "Healthy")]}))
    (tmp_path / "bad.json").write_text("{")
    return tmp_path


def test_a_picture_has_the_states(folder, capsys):
    assert main(["render", "delivery.yaml", "--status", "status.json"]) == 0
    out, err = capsys.readouterr()
    assert "degraded, out of sync" in out
    assert "<desc>Status of 2026-11-28 14:03 UTC.</desc>" in out
    assert err == ""


def test_an_outline_has_the_states(folder, capsys):
    assert main(["outline", "delivery.yaml", "--status", "production=status.json"]) == 0
    out = capsys.readouterr().out
    assert "- Shop (degraded, out of sync)" in out
    assert "Status of 2026-11-28 14:03 UTC." in out


def test_what_is_bound_to_nothing_is_an_info(folder, capsys):
    assert main(["outline", "delivery.yaml", "--status", "status.json", "--status", "more.json"]) == 0
    assert (
        "info: status.json, more.json: 1 object is bound to no component: Application/argocd/till [gitops.status-unmatched]"
        in capsys.readouterr().err
    )


@pytest.mark.parametrize(("name", "message"), [("bad.json", "bad.json:1:1: error: the status file 'bad.json' has, on line 1, no JSON"), ("none.json", "the status file 'none.json' cannot be read: no such file or directory")])  # fmt: skip
def test_a_file_that_cannot_be_read_is_an_error_and_the_picture_is_drawn(folder, capsys, name, message):
    assert main(["render", "delivery.yaml", "--status", name]) == 1
    out, err = capsys.readouterr()
    assert message in err
    assert "<svg" in out
