"""A value is written into its place, and every other character stays; what cannot be written is given back."""

import pytest
import yaml

from sphinx_gitops.drift.fixing import Edit, edited, written
from sphinx_gitops.problems import Span

TEXT = """\
# A comment.
manifests: [deploy]   # kept
stages:
  cd:
    components:
      A: {manifest: {object: "Application/argocd/shop", spec.source.path: 'old', spec.syncPolicy.automated: true}}
      B:
        manifest:
          object: Application/argocd/cart  # why
          spec.source.path: old/path       # where
          spec.suspend: &no false
          note: |
            a block
"""


def place(text, word, number=1):
    at = -1
    for _ in range(number):
        at = text.index(word, at + 1)
    line = text.count("\n", 0, at) + 1
    return Span("w.yaml", line, at - text.rfind("\n", 0, at))


@pytest.mark.parametrize(
    ("word", "value", "shown"),
    [
        ('"Application/argocd/shop"', "Application/platform/shop", '"Application/platform/shop"'),
        ("'old'", "it's new", "'it''s new'"),
        ("true", "false", "false"),
        ("Application/argocd/cart", "Application/argocd/cart@a, b", '"Application/argocd/cart@a, b"'),
        ("old/path", "new/path", "new/path"),
        ("old/path", "", '""'),
        ("old/path", "a: b # c", '"a: b # c"'),
    ],
)
def test_one_scalar_changes_and_nothing_else(word, value, shown):
    after, refused = edited(TEXT, [Edit(span=place(TEXT, word), value=value)])
    assert refused == ()
    assert after == TEXT.replace(word, shown, 1)
    assert value in str(yaml.safe_load(after)) or value in {"", "false", "it's new"}


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_stay(newline):
    text = TEXT.replace("\n", newline)
    after, _ = edited(text, [Edit(span=place(TEXT, "old/path"), value="new")])
    assert after == text.replace("old/path", "new")


def test_several_edits_of_one_line_are_made():
    edits = [Edit(span=place(TEXT, "'old'"), value="longer than before"), Edit(span=place(TEXT, "true"), value="false")]
    after, refused = edited(TEXT, edits)
    assert refused == ()
    assert "spec.source.path: 'longer than before', spec.syncPolicy.automated: false}" in after


def test_what_has_an_anchor_or_is_a_block_or_is_not_there_is_refused():
    spans = [place(TEXT, "&no"), place(TEXT, "|"), Span("w.yaml", 1, 1)]
    edits = [Edit(span=span, value="x") for span in spans]
    after, refused = edited(TEXT, edits)
    assert after == TEXT
    assert len(refused) == 3


@pytest.mark.parametrize(
    "value",
    [
        "",
        "- a",
        "a: b",
        "[x]",
        "{x}",
        "#x",
        "&x",
        "*x",
        "!x",
        "%x",
        "@x",
        "`x",
        "a, b",
        "x: ",
        " x",
        "x\ny",
        "ünï",
        "~",
        "1.10",
    ],
)
def test_whatever_is_written_reads_as_it_was_meant(value):
    for style in (None, "'", '"'):
        text = f"{{a: {written(value, style)}, b: 2}}"
        (node,) = (pair[1] for pair in yaml.compose(text).value if pair[0].value == "a")
        assert node.value == value
