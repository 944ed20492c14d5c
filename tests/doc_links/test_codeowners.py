"""Who owns a path: the last line that matches, as GitHub and as GitLab understand patterns."""

from __future__ import annotations

import re
from itertools import product

import pytest

from sphinx_gitops.doc_links.codeowners import Host, read_codeowners

GITHUB, GITLAB = "CODEOWNERS", ".gitlab/CODEOWNERS"


def owners(text: str, path: str, source: str = GITHUB) -> tuple[str, ...]:
    found = read_codeowners(text, source).of(path)
    return found.owners if found else ()


@pytest.mark.parametrize(
    ("pattern", "there", "not_there"),
    [
        ("*", ["a", "a/b/c.yaml", ".x"], []),
        ("*.yaml", ["a.yaml", "a/b.yaml"], ["a.yml", "ayaml"]),
        ("apps/", ["apps/a", "x/apps/a/b"], ["apps", "myapps/a", "apps.yaml"]),
        ("/apps/", ["apps/a", "apps/b/c"], ["x/apps/a"]),
        ("/apps", ["apps", "apps/a/b"], ["x/apps", "apps2"]),
        ("apps", ["apps", "x/apps/a"], ["apps2/a"]),
        ("apps/web", ["apps/web", "apps/web/a"], ["x/apps/web"]),
        ("docs/*", ["docs/a.md"], ["docs/a/b.md", "x/docs/a.md"]),
        ("/*", ["a"], ["a/b"]),
        ("/apps/**", ["apps/a", "apps/a/b"], ["app/a"]),
        ("**/web", ["web", "a/b/web/c"], ["a/webs"]),
        ("/apps/**/prod.yaml", ["apps/prod.yaml", "apps/a/b/prod.yaml"], ["prod.yaml"]),
        ("/a?c", ["abc"], ["a/c", "ac"]),
        (r"/my\ apps/", ["my apps/a"], ["my/a"]),
        (r"\#x", ["#x"], ["x"]),
        ("/a+b(c)", ["a+b(c)"], ["aab(c)"]),
        ("//", [], ["a"]),
    ],
)
def test_patterns_are_those_of_github(pattern, there, not_there):
    assert [owners(f"{pattern} @a", path) for path in there] == [("@a",)] * len(there)
    assert [owners(f"{pattern} @a", path) for path in not_there] == [()] * len(not_there)


@pytest.mark.parametrize(
    ("pattern", "there", "not_there"),
    [
        ("*", ["a", "a/b"], []),
        ("README.md", ["README.md", "a/README.md"], []),
        ("internal/README.md", ["internal/README.md", "a/internal/README.md"], ["README.md"]),
        ("/docs/", ["docs/a", "docs/a/b"], ["x/docs/a"]),
        ("/docs", ["docs"], ["docs/a"]),
        ("/docs/*.md", ["docs/a.md"], ["docs/a/b.md"]),
        ("/docs/**/a.md", ["docs/a.md", "docs/b/c/a.md"], ["a.md"]),
    ],
)
def test_patterns_are_those_of_gitlab(pattern, there, not_there):
    assert [owners(f"{pattern} @a", path, GITLAB) for path in there] == [("@a",)] * len(there)
    assert [owners(f"{pattern} @a", path, GITLAB) for path in not_there] == [()] * len(not_there)


def test_the_last_line_that_matches_counts_and_may_take_owners_away():
    text = "# all\n* @all\n\n/apps/ @apps @ops  # both\n/apps/free/\n"
    assert owners(text, "x") == ("@all",)
    assert owners(text, "apps/a") == ("@apps", "@ops")
    assert owners(text, "apps/free/a") == ()
    found = read_codeowners(text, GITHUB).of("apps/a")
    assert found is not None
    assert (found.span.source, found.span.line) == (GITHUB, 4)


def test_sections_count_each_by_itself():
    text = "* @all\n[Web][2] @web\n/web/\n/web/x @x\n^[Ops]\n/web/ @ops\n[web]\n!/web/gone/\n"
    assert owners(text, "web/a") == ("@all", "@web", "@ops")
    assert owners(text, "web/x") == ("@all", "@x", "@ops")
    assert owners(text, "web/gone/a") == ("@all", "@ops")
    assert owners(text, "a") == ("@all",)


@pytest.mark.parametrize(
    ("text", "source", "host"),
    [
        ("* @a\n", "CODEOWNERS", Host.GITHUB),
        ("* @a\n", ".gitlab/CODEOWNERS", Host.GITLAB),
        ("* @a\n[X]\n/a @b\n", "CODEOWNERS", Host.GITLAB),
        ("", "docs/CODEOWNERS", Host.GITHUB),
    ],
)
def test_whose_rules_hold_is_seen_by_the_place_and_by_sections(text, source, host):
    assert read_codeowners(text, source).host is host


def test_line_breaks_and_a_mark_do_not_matter():
    assert owners("\ufeff* @a\r\n/b @b\r\n", "b") == ("@b",)


def test_the_first_way_of_a_star_is_as_good_as_any():
    known = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    texts = ["".join(letters) for length in range(1, 6) for letters in product("ab/", repeat=length)]
    for rest in map("".join, product("ab*?/", repeat=4)):
        parts = re.findall(r"\*\*/|\*\*|\*|\?|.", f"a{rest}b")
        naive = re.compile("".join(known.get(part) or re.escape(part) for part in parts) + r"\Z")
        lines = read_codeowners(f"/a{rest}b @x\n", GITLAB)
        assert [bool(lines.of(text)) for text in texts] == [bool(naive.match(text)) for text in texts], rest


@pytest.mark.parametrize("pattern", ["*a" * 30 + "b", "**/" * 30 + "b"])
def test_a_pattern_of_many_stars_is_matched_at_once(pattern):
    assert owners(f"{pattern} @x\n", "a/" * 300 + "a" * 300) == ()
