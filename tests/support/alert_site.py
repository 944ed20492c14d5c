"""A small site with a runbook and a component, and the alerts that lead to them."""

from __future__ import annotations

import json
import re

SITE = "https://docs.example/"
INDEX = """\
Site
====

.. toctree::

   runbooks/db
   other

.. gitops-workflow::

   id: delivery
   stages: {run: {components: {DB: {title: Database, manifest: StatefulSet/data/db}, WEB: Web}}}
   flows: [DB --> WEB]

.. gitops-component:: delivery.DB

Paged by :gitops:alert:`DatabaseDown` or :any:`Bound`.
"""
LONELY = {"index": INDEX + "\nAnd by :gitops:alert:`Lonely`.\n"}
RUNBOOK = """\
Database
========

Diagnosis
---------

Look at it.

.. gitops-runbook:: db-down
   :title: The database is down
   :components: delivery.DB
   :alerts: Bound*
   :formerly: db-gone

   Do it.
"""
OTHER = "Other\n=====\n\nNothing.\n"
TABLE = "Other\n=====\n\n.. gitops-table:: alerts\n   :columns: alert, severity, rule, runbook, component\n"
HEAD = "groups:\n- name: db\n  rules:\n"
GOOD = """\
  - alert: DatabaseDown
    expr: up{job="db"} < 1 and "</pre><script>"
    for: 5m
    labels: {severity: critical, namespace: data}
    annotations:
      summary: The <b>database</b> is down.
      runbook_url: https://docs.example/runbooks/db.html#gitops-runbook-db-down
  - alert: Bound
"""


def files(rules: str = GOOD, **pages: str) -> dict[str, str]:
    given = {"index": INDEX, "runbooks/db": RUNBOOK, "other": TABLE, **pages}
    return {**{f"{name}.rst": text for name, text in given.items()}, "rules/db.yaml": HEAD + rules}


def rule(name: str, link: str, **labels: str) -> str:
    return f"  - alert: {name}\n    labels: {json.dumps(labels)}\n    annotations: {{runbook_url: '{SITE}{link}'}}\n"


WRONG = {
    "Page": rule("Page", "runbooks/dbb#diagnosis"),
    "Anchor": rule("Anchor", "runbooks/db#gitops-runbook-db-dwn"),
    "Former": rule("Former", "runbooks/db#gitops-runbook-db-gone"),
    "Lonely": "  - alert: Lonely\n    labels: {severity: page}\n",
}
EXPECTED = [
    ("Page", "alert-runbook-broken", 14, "runbooks/db.rst:5"),
    ("Anchor", "alert-runbook-broken", 17, "runbooks/db.rst:9"),
    ("Former", "alert-runbook-moved", 20, "runbooks/db.rst:9"),
    ("Lonely", "alert-runbook-none", 21, ""),
]


def said(lines: list[str]) -> list[tuple[str, str, int, str]]:
    """Alert, code, line of the rule, and place in the pages, of each warning about an alert."""
    found = []
    for line in lines:
        match = re.search(r"rules.db\.yaml:(\d+): WARNING: (\w+): .*\[gitops\.([\w-]+)\]", line)
        if match:
            other = re.search(r" at \S*?src/(\S+?)\) \[", line.replace("\\", "/"))
            found.append((match[2], match[3], int(match[1]), other[1] if other else ""))
    return found
