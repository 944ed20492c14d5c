"""What a cache keeps of a repository is all that was found, with every line."""

import pytest

from sphinx_gitops.importers.discovery_codec import decode, encode
from sphinx_gitops.importers.reading import FileSelection, discover, read_repository
from sphinx_gitops.importers.repository.store import Store

pytest_plugins = ("support.repositories",)


@pytest.fixture
def fleet(tmp_path, read, make):
    files = {
        "clusters/prod/apps.yaml": make["ks"]("apps", "./apps", extra="  dependsOn: [{name: infra}]\n  suspend: true\n"),
        "clusters/staging/apps.yaml": make["ks"]("apps", "${WHERE}"),
        "apps/kustomization.yaml": make["kustomization"]("a.yaml", extra="namespace: shop\n"),
        "apps/a.yaml": make["release"]("a"),
        "sets/shops.yaml": """\
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata: {name: shops, namespace: argocd}
            spec:
              generators: [{list: {elements: [{name: one}, {name: two}]}}]
              template:
                metadata: {name: "{{name}}"}
                spec: {source: {repoURL: https://example.org/me/fleet, path: apps}, destination: {namespace: shop}}
        """,
        "broken.yaml": "apiVersion: argoproj.io/v1alpha1\nkind: [",
    }  # fmt: skip
    read(files)
    return tmp_path / "fleet"


def test_what_is_kept_is_what_was_found(fleet):
    found = discover(fleet)
    assert all(not one.written for one in found.objects)
    assert found.objects
    assert found.folders
    assert found.edges
    assert found.environments
    assert found.unverifiable
    assert found.problems
    assert found.judged["suspended"]
    assert found.deployed
    assert any(one.generates for one in found.objects)
    assert decode(encode(found)) == found


def test_what_is_kept_is_used_while_nothing_changes(fleet, tmp_path, monkeypatch):
    store = Store(folder=tmp_path / "kept")
    first = read_repository(fleet, FileSelection(), store)
    monkeypatch.setattr("sphinx_gitops.importers.reading.assembled", None)
    second = read_repository(fleet, FileSelection(), store)
    assert second.digest == first.digest
    assert second.discovery == first.discovery


@pytest.mark.parametrize("damage", [lambda text: text[:-9] + b"!" * 9, lambda text: text[:40], lambda _: b"[1]"])
def test_what_is_kept_and_damaged_is_ignored(fleet, tmp_path, damage):
    store = Store(folder=tmp_path / "kept")
    first = read_repository(fleet, FileSelection(), store)
    paths = list((tmp_path / "kept").iterdir())
    assert len(paths) == 2
    for path in paths:
        path.write_bytes(damage(path.read_bytes()))
    second = read_repository(fleet, FileSelection(), store)
    assert (second.digest, second.discovery) == (first.digest, first.discovery)


def test_the_digest_is_of_what_manifests_say_and_of_nothing_else(fleet, tmp_path):
    digests = []

    def note():
        digests.append(read_repository(fleet, FileSelection(), Store(folder=tmp_path / "kept")).digest)

    note()
    (fleet / "README.md").write_text("words")
    note()
    assert digests[0] == digests[1]
    (fleet / "apps" / "deployment.yaml").write_text("kind: Deployment\n")
    note()
    (fleet / "apps" / "deployment.yaml").write_text("kind: Deployment # changed\n")
    note()
    assert len(set(digests)) == 3
