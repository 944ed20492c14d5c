"""A package's version is made from all its files, and an entry of the cache is written whole or not at all."""

from __future__ import annotations

import pytest

from sphinx_gitops.cache import Cache, code_version, key_of


@pytest.fixture
def package(tmp_path):
    for name in ("a.py", "deep/er/b.py", "deep/table.json"):
        (tmp_path / "package" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "package" / name).write_text(name, encoding="utf-8")
    return tmp_path / "package"


@pytest.mark.parametrize("name", ["a.py", "deep/er/b.py", "deep/table.json", "deep/er/new.py"])
def test_every_file_counts_however_deep(package, name):
    before = code_version(package)
    (package / name).write_text("changed", encoding="utf-8")
    assert code_version(package) != before


def test_a_name_counts_and_a_place_does_not(package, tmp_path):
    before = code_version(package)
    moved = tmp_path / "elsewhere" / "package"
    moved.parent.mkdir()
    package.rename(moved)
    assert code_version(moved) == before
    (moved / "a.py").rename(moved / "z.py")
    assert code_version(moved) != before


def test_what_python_has_compiled_does_not_count(package):
    before = code_version(package)
    (package / "deep/__pycache__").mkdir()
    (package / "deep/__pycache__/b.pyc").write_bytes(b"1")
    assert code_version(package) == before


def test_a_single_file_has_a_version(package):
    before = code_version(package / "a.py")
    (package / "deep/table.json").write_text("changed", encoding="utf-8")
    assert code_version(package / "a.py") == before
    (package / "a.py").write_text("changed", encoding="utf-8")
    assert code_version(package / "a.py") != before


def test_keys_differ_by_every_part():
    assert key_of("a", {"b": 1}) == key_of("a", {"b": 1})
    assert len({key_of("a", "b"), key_of("ab"), key_of("a", {"b": 1}), key_of("a", {"b": 2}), key_of(["a", "b"])}) == 5


def test_an_entry_that_cannot_be_put_in_place_leaves_nothing(tmp_path):
    cache = Cache(tmp_path)
    (tmp_path / "key.svg").mkdir()
    with pytest.raises(OSError, match=r"key\.svg"):
        cache.put("key", ".svg", b"content")
    assert [path.name for path in tmp_path.iterdir()] == ["key.svg"]
    assert cache.put("other", ".svg", b"content").read_bytes() == cache.get("other", ".svg") == b"content"
