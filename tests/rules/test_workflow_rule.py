"""A finding in one sentence."""

from __future__ import annotations

from sphinx_gitops.rules import Violation
from support.rules import PATHS, read


def test_a_finding_says_what_is_wrong_where_and_what_mends_it():
    subject = read(PATHS.replace("FLOWS", "APP --> BUILD"))
    words = {"subject": subject, "message": "nobody looks", "remedy": "look"}
    assert Violation(**words).text == "nobody looks; look"
    assert Violation(**words, path=("APP", "PROD")).text == "nobody looks: APP → PROD; look"
