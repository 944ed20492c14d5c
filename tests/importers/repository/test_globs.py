"""Globs: within a part, and across parts."""

from __future__ import annotations

import re
from itertools import product

import pytest

from sphinx_gitops.importers.repository.globs import covers, matches, starred

pytest_plugins = ("support.repositories",)


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("apps/*", "apps/one", True),
        ("apps/*", "apps/one/two", False),
        ("**/x.json", "a/b/x.json", True),
        ("**/x.json", "x.json", True),
        ("a/**/x", "a/x", True),
        ("[!a]?", "bc", True),
        ("[!a]?", "ac", False),
        ("{a,b}.yaml", "b.yaml", True),
        ("{skip/**,*.json}", "skip/a/b.yaml", True),
        ("{skip/**,*.json}", "x.json", True),
        ("{skip/**,*.json}", "a/x.json", False),
        ("{a,b*}/?", "bcd/e", True),
        ("{[", "{[", True),
        ("[", "[", True),
        ("a.c", "abc", False),
        ("*" * 40, "x", False),
    ],
)
def test_globs(glob, path, expected):
    assert matches(path, glob) is expected


def test_an_options_glob_covers_what_is_below():
    assert covers("apps/old/x.yaml", "./apps/old/")
    assert covers("apps/old/x.yaml", "old")
    assert not covers("apps/older/x.yaml", "apps/old")


TEXTS = ["".join(letters) for length in range(6) for letters in product("ab/", repeat=length)]


def plain(glob: str) -> str:
    """The expression of a glob that tries every way."""
    parts = re.findall(r"\*\*/|\*\*|\*|\?|.", glob)
    known = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return "".join(known.get(part) or re.escape(part) for part in parts)


@pytest.mark.parametrize("first", ["a*", "*a", "**", "*?", "*/", "?*"])
def test_the_first_way_of_a_star_is_as_good_as_any(first):
    for rest in map("".join, product("ab*?/", repeat=3)):
        glob = f"{first}{rest}"
        naive = re.compile(plain(glob.replace("**/**", "**")) + r"\Z")
        assert [matches(text, glob) for text in TEXTS] == [bool(naive.match(text)) for text in TEXTS], glob


@pytest.mark.parametrize("inside", ["[^/]*", "[^/]+", ".*"])
def test_stars_are_any_letters_of_a_sort(inside):
    for pattern in map("".join, product("ab*/", repeat=4)):
        pieces = pattern.split("*")
        naive = re.compile(inside.join(map(re.escape, pieces)) + r"\Z")
        found = re.compile(starred(pieces, inside) + r"\Z")
        assert [bool(found.match(text)) for text in TEXTS] == [bool(naive.match(text)) for text in TEXTS], pattern


@pytest.mark.parametrize("glob", ["*a" * 12 + "b", "{*a*a*a*a*a*a*a*a*a*a*ab,x}"])
def test_a_glob_of_many_stars_is_matched_at_once(glob):
    assert not matches("a" * 5000, glob)
    assert re.match(starred(("*a" * 100 + "b").split("*"), "[^/]*") + r"\Z", "a" * 500) is None


def test_what_is_no_glob_is_a_name():
    assert matches("[z-a].yaml", "[z-a].yaml")
    assert not matches("b.yaml", "[z-a].yaml")
