"""``sphinx-gitops outline``: a workflow in words."""

from __future__ import annotations

from support.command import DELIVERY, run


def test_outline_prints_words():
    done = run("outline", DELIVERY)
    assert b"- Security Scanner (security scan, security check, owner: platform-security)" in done.stdout.replace(
        b"  ", b""
    )
