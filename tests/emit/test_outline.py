"""A workflow as plain text: an indented list, then its flows."""

from __future__ import annotations

from sphinx_gitops.emit import to_outline
from sphinx_gitops.view import numbered
from sphinx_gitops.vocabulary import DEFAULT
from support.mistakes import read

TEXT = """\
title: Delivery
description: All of it.
stages:
  ci:
    title: CI
    description: Builds.
    groups: {g: {title: Gg, note: Look, components: {SCAN: {title: Scan, subtitle: trivy, kind: security-scan}}}}
    components: {BUILD: {title: Build, description: Makes it.}}
  run: {components: {DEV: Dev}}
flows:
  - {from: BUILD, to: SCAN, label: image, url: 'https://x.example', description: Often.}
  - {from: [SCAN, BUILD], to: DEV, kind: sync}
"""


def text() -> str:
    reading = read(TEXT)
    return to_outline(reading.workflow, DEFAULT)


def test_everything_is_said_in_its_order():
    assert text() == (
        "Delivery\n\nAll of it.\n\n"
        "- CI: Builds.\n"
        "  - Build: Makes it.\n"
        "  - Gg\n"
        "    Note: Look\n"
        "    - Scan, trivy (security scan, security check)\n"
        "- run\n  - Dev\n"
        "\nFlows\n\n"
        "- Build -> Scan (image): Often. [https://x.example]\n"
        "- Scan, Build <-> Dev (sync)\n"
    )


def test_flows_are_numbered_where_it_is_wanted():
    lines = to_outline(numbered(read(TEXT).workflow), DEFAULT).splitlines()
    assert lines[-2].startswith("1. Build -> Scan")
    assert lines[-1] == "2. Scan, Build <-> Dev (sync)"


def test_without_flows_there_is_no_heading():
    reading = read("stages: {s: {components: {A: a}}}")
    assert "Flows" not in to_outline(reading.workflow, DEFAULT)
