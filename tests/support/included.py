"""A workflow that is spread over files."""

from __future__ import annotations

MAIN = """\
id: w
title: W
stages:
  a: {include: parts/a.yaml}
  b:
    title: Bb
    groups:
      g: {include: parts/g.yaml}
flows: {include: parts/flows.yaml}
"""
FILES = {
    "w.yaml": MAIN,
    "parts/a.yaml": "title: Aa\ncomponents: {A: One}\n",
    "parts/g.yaml": "title: Gg\ncomponents: {G: Two}\ngroups:\n  h: {include: deeper/h.yaml}\n",
    "parts/deeper/h.yaml": "components: {H: Three}\n",
    "parts/flows.yaml": "- A --> G --> H\n",
}
