"""What rule files say is hostile until it is escaped, in every output that shows it."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest

NAME = "<script src=//x>alert(1)</script> \"a\" 'b' & `c` *d* |e| ;f"
RULES = """\
rules:
- alert: >
    {name}

    second line
  expr: "</pre></details><script>alert(2)</script>"
  for: "<i>5m</i>"
  labels: {{severity: "<b>page</b>"}}
  annotations:
    summary: "<img src=x onerror=alert(3)> `code` *emphasis* |sub|_"
    runbook_url: "https://docs.example/index.html#gitops-runbook-down"
"""
INDEX = """\
Site
====

.. gitops-table:: alerts
   :columns: alert, severity, summary, expression, duration, runbook, rule, label

.. gitops-runbook:: down
   :title: Down

   Do it.
"""


@pytest.mark.parametrize("builder", ["html", "singlehtml", "latex", "text", "man", "texinfo", "epub", "gitops-alerts"])
def test_no_output_takes_markup_of_a_rule(build, warnings, builder):
    settings = {"gitops_alerts": ["rules.yaml"], "html_baseurl": "https://docs.example/", "version": "1", "epub_show_urls": "no"}  # fmt: skip
    app = build({"index.rst": INDEX, "rules.yaml": RULES.format(name=NAME)}, builder=builder, **settings)
    assert [line for line in warnings(app) if "epub" not in line and "mimetype" not in line] == []
    for path in Path(app.outdir).rglob("*html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<script>alert|<script src=//x|<img src=x|<b>page|<i>5m", text), path.name


def test_a_name_of_two_lines_is_one_in_the_inventory(build):
    app = build({"index.rst": INDEX, "rules.yaml": RULES.format(name=NAME)}, gitops_alerts=["rules.yaml"], html_baseurl="https://docs.example/")  # fmt: skip
    packed = Path(app.outdir, "objects.inv").read_bytes().split(b"\n", 4)[4]
    lines = [line for line in zlib.decompress(packed).decode().splitlines() if "gitops:alert" in line]
    assert lines == [f"{NAME} second line gitops:alert 1 index.html#gitops-runbook-down -"]
