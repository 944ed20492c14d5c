"""``sphinx-gitops emit``: a workflow as Mermaid."""

from __future__ import annotations

from support.command import DELIVERY, run


def test_emit_prints_mermaid_with_its_pins():
    done = run("emit", DELIVERY)
    assert done.returncode == 0
    assert done.stdout.startswith(b"---\nconfig:\n")
    assert b'subgraph Source["Source Control"]' in done.stdout
