"""Reading files as teams write them: many documents, templates, broken ones, and what is left out."""

import os
import sys
from pathlib import Path

import pytest

from sphinx_gitops.cli import main
from sphinx_gitops.importers.repository import facts, store
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree.documents import Policy, parse_all, parse_document

pytest_plugins = ("support.repositories",)

STORE = (
    "apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: {name: %s, namespace: n}\nspec: {provider: {}}\n"
)


def locate(line, column):
    return Span("a.yaml", line + 1, column + 1)


def text_of(tree):
    """A tree as plain values."""
    if hasattr(tree, "entries"):
        return {key.text: text_of(value) for key, value in tree.entries}
    if hasattr(tree, "items"):
        return [text_of(item) for item in tree.items]
    return tree.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1.10\nb: on\n", [{"a": "1.10", "b": "on"}]),
        ("a: =\nb: !Ref x\nc: !x [1]\n", [{"a": "=", "b": "x", "c": ["1"]}]),
        ("a: &x 1\nb: &x 2\nc: *x\n", [{"a": "1", "b": "2", "c": "2"}]),
        ("a: 1\na: 2\n", [{"a": "2"}]),
        ("a: 1\n---\n# nothing\n---\nb: 2\n...\nc: 3\n", [{"a": "1"}, {"b": "2"}, {"c": "3"}]),
        ("%YAML 1.2\n---\na: |\n  ---\n  x\n", [{"a": "---\nx\n"}]),
        ("x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\n", [{"x": {"a": "1", "b": "2"}, "y": {"b": "3", "a": "1"}}]),
        ("\ufeffa: 1\r\nb: 2\r\n", [{"a": "1", "b": "2"}]),
        ("a: \x07\n", [{"a": "\ufffd"}]),
        ("{{ key }}: 1\nb: 2\n", [{"b": "2"}]),
        ("", []),
        ("# only words\n---\n", []),
    ],
)
def test_documents(text, expected):
    assert [text_of(one.tree) for one in parse_all(text, locate)] == expected


def test_a_broken_document_spoils_no_other():
    documents = parse_all("a: 1\n---\nb: [\n---\nc: 3\n", locate)
    assert [one.tree is not None for one in documents] == [True, False, True]
    assert documents[1].error_line == 3
    assert documents[2].tree.span.line == 5


def test_an_alias_bomb_is_refused():
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 9))
    (document,) = parse_all("l0: &l0 [x, x]\n" + levels, locate)
    assert document.tree is None
    assert "aliases" in document.error


def test_an_alias_bomb_is_an_info_wherever_it_is(read):
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 9))
    found = read({"a.yaml": "l0: &l0 [x, x]\n" + levels, "b.yaml": STORE % "one" + "l0: &l0 [x, x]\n" + levels})
    assert [(one["code"], one["severity"]) for one in found.json["problems"]] == [("manifest-unreadable", "info")] * 2
    assert "aliases" in found.json["problems"][0]["message"]


@pytest.mark.parametrize("text", ["a: *gone\n", "a: &a [*a]\n", "[" * 500, 'a: "\\xZZ"\n', "a: !<%ff> x\n", "\ta: 1\n"])
def test_what_cannot_be_read_says_why(text):
    (document,) = parse_all(text, locate)
    assert document.tree is None
    assert document.error


def test_the_parser_in_python_reads_the_same(monkeypatch):
    text = "a: &x [1, 'b: c', {d: |\n  e\n}]\nf: *x\n" + STORE % "s"
    first = parse_document(STORE % "s" + "\nx: &y {a: [b]}\nz: *y\n", 3, locate, Policy())
    monkeypatch.setattr("sphinx_gitops.yamltree.documents._LOADER", __import__("yaml").SafeLoader)
    assert parse_document(STORE % "s" + "\nx: &y {a: [b]}\nz: *y\n", 3, locate, Policy()) == first
    assert parse_all(text, locate)


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


@pytest.mark.parametrize(
    "path",
    [
        "vendor/a.yaml",
        "tests/a.yaml",
        "x/testdata/a.yaml",
        ".archive/a.yaml",
        "node_modules/a.yaml",
        "a.yaml.j2",
        "a.tpl",
        "{{cookiecutter.name}}/a.yaml",
    ],
)
def test_files_that_are_left_out(read, path):
    assert read({path: STORE % "one", "b.txt": ""}).ids == []


def test_a_skipped_folder_counts_where_something_outside_names_it(read, make):
    files = {"tests/a.yaml": STORE % "one", "tests/b.yaml": STORE % "two"}
    assert read({**files, "kustomization.yaml": make["kustomization"]("tests/a.yaml")}).ids == ["SecretStore/n/one"]


def test_globs_make_the_list_longer_and_shorter(read):
    files = {"tests/a.yaml": STORE % "one", "apps/b.yaml": STORE % "two", "apps/c/d.yaml": STORE % "three"}
    assert read(files, include=("tests/**",)).ids == ["SecretStore/n/two", "SecretStore/n/three", "SecretStore/n/one"]
    assert read(files, exclude=("apps/c",)).ids == ["SecretStore/n/two"]
    assert read(files, exclude=("d.yaml", "b.*")).ids == []


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights there")
def test_links_that_leave_or_loop_are_said_and_others_are_followed(read, make, tmp_path):
    root = tmp_path / "fleet"
    root.mkdir()
    (tmp_path / "outside").mkdir()
    (root / "out").symlink_to(tmp_path / "outside")
    (root / "loop").symlink_to("loop")
    (root / "alias").symlink_to("real")
    found = read(
        {
            "real/kustomization.yaml": make["kustomization"]("a.yaml"),
            "real/a.yaml": STORE % "one",
            "clusters/prod/apps.yaml": make["ks"]("apps", "./alias"),
        }
    )
    assert found.codes == ["file-skipped", "file-skipped"]
    assert found.ids.count("SecretStore/n/one@prod") == 1
    assert found.edges("path")[0][1] == "real/"


def test_a_huge_file_is_left_out(read, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.importers.repository.repository.MAX_BYTES", 100)
    found = read({"a.yaml": STORE % "one" + "#" * 100})
    assert (found.ids, found.codes) == ([], ["file-skipped"])


def test_facts_survive_the_cache(tmp_path):
    from sphinx_gitops.importers.repository import encoding

    content = (STORE % "one" + "x: [1, 'true', true]\n").encode()
    before = facts.facts_of(content, "a.yaml")
    assert before.documents
    assert encoding.decode(encoding.encode(before), "a.yaml") == before


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"version": 1}', b"\xff", b'{"version": "x", "content": 3}\n']
)
def test_a_broken_cache_holds_nothing(tmp_path, content):
    kept = store.Store(folder=tmp_path)
    (tmp_path / "x").write_bytes(content)
    assert kept.get("x") == ({}, "")
    kept.put("x", {"a": 1}, "text")
    assert kept.get("x") == ({"a": 1}, "text")


def test_a_cache_that_cannot_be_written_is_no_cache(tmp_path):
    (tmp_path / "file").write_text("")
    kept = store.Store(folder=tmp_path / "file" / "below")
    kept.put("x", {"a": 1})
    assert kept.get("x") == ({}, "")


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights there")
def test_a_linked_kustomization_counts_from_the_folder_of_the_link(read, make, tmp_path):
    (tmp_path / "fleet" / "b").mkdir(parents=True)
    (tmp_path / "fleet" / "b" / "kustomization.yaml").symlink_to("../a/kustomization.yaml")
    (tmp_path / "fleet" / "b" / "up").symlink_to("..")
    found = read(
        {
            "a/kustomization.yaml": make["kustomization"]("x.yaml"),
            "a/x.yaml": STORE % "one",
            "b/x.yaml": STORE % "two",
            "clusters/prod/b.yaml": make["ks"]("b", "./b"),
        }
    )
    assert found.ids == ["SecretStore/n/one", "SecretStore/n/two@prod", found.ids[2]]
    assert found.codes == ["file-skipped"]


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names there are Unicode")
def test_a_name_that_is_no_unicode_is_no_crash(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.cli.discover.cache_folder", lambda: tmp_path / "cache")
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/fleet\xff"))
    folder.mkdir()
    (folder / os.fsdecode(b"a\xfe.yaml")).write_text(STORE % "one")
    assert main(["discover", str(folder), "--json"]) == 0
    assert '"SecretStore/n/one"' in capsys.readouterr().out
    assert main(["discover", str(folder)]) == 0
