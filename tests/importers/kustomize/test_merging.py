"""Strategic merges and JSON patches on trees."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.kustomize.merging import is_deletion, merged, operated
from support.manifests import plain, tree


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("{a: 1, b: {c: 2, d: 3}}", "{b: {c: 4}}", {"a": "1", "b": {"c": "4", "d": "3"}}),
        ("{a: 1, b: 2}", "{b: null}", {"a": "1"}),
        ("{a: 1}", "{b: null}", {"a": "1"}),
        ("{a: [1, 2]}", "{a: [3]}", {"a": ["3"]}),
        ("{a: 1}", "{a: {b: 2}}", {"a": {"b": "2"}}),
        ("{a: 1}", "{$patch: merge, b: 2}", {"a": "1", "b": "2"}),
        ("[1]", "{a: 1}", {"a": "1"}),
    ],
)
def test_a_merge_goes_key_by_key_and_replaces_lists(old, new, after):
    assert plain(merged(tree(old), tree(new))) == after


def test_a_merge_without_an_old_value_is_the_new_one():
    new = tree("{a: 1}")
    assert merged(None, new) is new


def test_a_deletion_is_told_by_its_patch():
    assert is_deletion(tree("{$patch: delete, kind: X}"))
    assert not is_deletion(tree("{$patch: replace, kind: X}"))


BEFORE = "{spec: {path: ./old, list: [a, b], sources: [{path: p0}, {path: p1}], a/b: 1}}"


@pytest.mark.parametrize(
    ("operation", "keys", "after"),
    [
        ("{op: replace, path: /spec/path, value: ./new}", ("path",), "./new"),
        ("{op: add, path: /spec/wait, value: true}", ("wait",), "true"),
        ("{op: add, path: /spec/deep/er, value: {x: 1}}", ("deep",), {"er": {"x": "1"}}),
        ("{op: remove, path: /spec/path}", ("path",), "gone"),
        ("{op: add, path: /spec/list/-, value: c}", ("list",), ["a", "b", "c"]),
        ("{op: add, path: /spec/list/1, value: c}", ("list",), ["a", "c", "b"]),
        ("{op: add, path: /spec/list/2, value: c}", ("list",), ["a", "b", "c"]),
        ("{op: replace, path: /spec/list/1, value: c}", ("list",), ["a", "c"]),
        ("{op: remove, path: /spec/list/0}", ("list",), ["b"]),
        ("{op: remove, path: /spec/list/7}", ("list",), ["a", "b"]),
        ("{op: replace, path: /spec/sources/1/path, value: new}", ("sources",), [{"path": "p0"}, {"path": "new"}]),
        ("{op: replace, path: /spec/a~1b, value: 2}", ("a/b",), "2"),
        ("{op: replace, path: spec/path, value: no}", ("path",), "./old"),
        ("{op: replace, path: /spec/path}", ("path",), "./old"),
        ("{op: test, path: /spec/path, value: ./old}", ("path",), "./old"),
        ("{path: /spec/path, value: no}", ("path",), "./old"),
    ],
)
def test_an_operation_changes_what_its_path_names(operation, keys, after):
    spec = plain(operated(tree(BEFORE), tree(operation)))["spec"]
    found = spec.get(keys[0], "gone")
    assert found == after


def test_a_new_value_has_the_place_of_the_patch():
    value = operated(tree(BEFORE), tree("op: replace\npath: /spec/path\nvalue: ./new\n", "patch.yaml"))
    assert value.get("spec").get("path").span[:2] == ("patch.yaml", 3)


@pytest.mark.parametrize("name", ["replace", "remove", "test"])
def test_a_place_that_no_list_has_changes_nothing(name):
    operation = tree(f"{{op: {name}, path: /spec/list/{'9' * 5000}, value: x}}")
    assert plain(operated(tree(BEFORE), operation)) == plain(tree(BEFORE))
