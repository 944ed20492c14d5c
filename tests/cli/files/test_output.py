"""The suffix of a picture's file says what is written there."""

from __future__ import annotations

import pytest

from sphinx_gitops.cli.files.output import kind_of
from sphinx_gitops.cli.usage import UsageError


@pytest.mark.parametrize(
    ("output", "kind"), [("a.svg", "svg"), ("a.PDF", "pdf"), ("b/a.png", "png"), ("-", "svg"), ("/dev/stdout", "svg")]
)
def test_a_suffix_is_a_kind(output, kind):
    assert kind_of(output, "light") == kind


def test_other_suffixes_are_refused():
    with pytest.raises(UsageError, match=r"'a\.gif' ends in none of \.svg, \.pdf, \.png"):
        kind_of("a.gif", "light")


def test_paper_is_light():
    with pytest.raises(UsageError, match="for paper"):
        kind_of("a.pdf", "dark")
