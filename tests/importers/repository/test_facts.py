"""The documents of a file that matter, and what of it could not be read."""

from __future__ import annotations

import pytest

pytest_plugins = ("support.repositories",)


STORE = (
    "apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: {name: %s, namespace: n}\nspec: {provider: {}}\n"
)


def test_an_alias_bomb_is_an_info_wherever_it_is(read):
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 9))
    found = read({"a.yaml": "l0: &l0 [x, x]\n" + levels, "b.yaml": STORE % "one" + "l0: &l0 [x, x]\n" + levels})
    assert [(one["code"], one["severity"]) for one in found.json["problems"]] == [("manifest-unreadable", "info")] * 2
    assert "aliases" in found.json["problems"][0]["message"]


@pytest.mark.parametrize(
    "text",
    [
        (STORE % "one").encode("utf-16"),
        (STORE % "one").encode("utf-8-sig"),
        (STORE % "one").replace("\n", "\r\n").encode(),
        (STORE % "one").replace("spec:", "spec: !foreign").encode(),
        ("a: b\n---\n" + STORE % "one" + "---\nexternal-secrets.io/v1: [\n").encode(),
    ],
)
def test_files_as_teams_write_them(read, text):
    assert read({"a.yaml": text}).ids == ["SecretStore/n/one"]


def test_a_file_that_is_no_text_is_an_info(read):
    found = read({"a.yaml": b"apiVersion: \xff\xfe\xff", "b.yaml": STORE % "one"})
    assert found.codes == ["manifest-unreadable"]
    assert found.json["problems"][0]["severity"] == "info"
    assert found.ids == ["SecretStore/n/one"]


@pytest.mark.parametrize("text", ["<< inputs.x >>", "<NAME>", "${NAME}", "#{Name}#", "{{ .Values.x }}", "{% x %}"])
def test_a_templated_name_is_kept_and_unverifiable(read, text):
    found = read({"a.yaml": (STORE % "one").replace("{name: one, namespace: n}", f"\n  name: {text}\n  namespace: n")})
    (one,) = found.json["objects"]
    assert (one["name"], one["unverifiable"]) == (text, ["metadata.name"])
    assert found.json["unverifiable"][0]["text"] == text
    assert found.codes == []


def test_a_document_that_no_masking_makes_readable_is_known_by_its_names(read):
    text = STORE.replace("{name: %s, namespace: n}", "\n  name: one\n  namespace: n")
    found = read({"a.yaml": text.replace("spec: {provider: {}}", "spec:\n  a: {{ x }}: {{ y }}: [\n")})
    (one,) = found.json["objects"]
    assert (one["id"], one["line"]) == ("SecretStore/n/one", 1)
    assert found.codes == ["manifest-unreadable"]
    assert found.json["unverifiable"][0]["why"] == "unreadable"
    assert one["unverifiable"] == ["spec"]


def test_a_huge_file_is_left_out(read, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.importers.repository.repository.MAX_BYTES", 100)
    found = read({"a.yaml": STORE % "one" + "#" * 100})
    assert (found.ids, found.codes) == ([], ["file-skipped"])


def test_what_is_no_manifest_in_a_list_or_alone_in_a_file_is_passed_over(read):
    text = "apiVersion: v1\nkind: List\nitems:\n  - text\n  - " + (STORE % "one").replace("\n", "\n    ")
    found = read({"a.yaml": text, "kustomization.yaml": "text\n"})
    assert found.ids == ["SecretStore/n/one"]
