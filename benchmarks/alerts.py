"""What alerts cost a build: 1,000 rules and 500 runbooks, with and without them, in seconds of the processor."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

SECTIONS = ("Meaning", "Impact", "Diagnosis", "Mitigation")
CONF = """\
extensions = ["sphinx_gitops"]
html_theme = "basic"
html_baseurl = "https://docs.example/"
"""
RULE = """\
  - alert: Alert{number}
    expr: |
      sum(rate(http_requests_total{{job="a{number}",code=~"5.."}}[5m])) by (job)
        / sum(rate(http_requests_total{{job="a{number}"}}[5m])) by (job) > 0.01
    for: 5m
    labels:
      severity: critical
      team: platform
    annotations:
      summary: Something is wrong with {{{{ $labels.job }}}}.
      description: Errors are {{{{ printf "%0.2f" $value }}}} of {{{{ $labels.instance }}}}
      runbook_url: https://docs.example/runbooks/b{book}.html#gitops-runbook-book-{book}
"""


def write(root: Path, rules: int, runbooks: int) -> None:
    """A documentation and its rules."""
    pages = root / "docs" / "runbooks"
    pages.mkdir(parents=True)
    (root / "rules").mkdir()
    (root / "docs/conf.py").write_text(CONF, encoding="utf-8")
    (root / "docs/index.rst").write_text("Site\n====\n\n.. toctree::\n   :glob:\n\n   runbooks/*\n", encoding="utf-8")
    prose = "".join(f"{name}\n{'-' * len(name)}\n\nSome words about it, and more of them.\n\n" for name in SECTIONS)
    for number in range(runbooks):
        head = (
            f"Book {number}\n==========\n\n.. gitops-runbook:: book-{number}\n   :severity: critical\n\n   Do it.\n\n"
        )
        (pages / f"b{number}.rst").write_text(head + prose, encoding="utf-8")
    for start in range(0, rules, 50):
        text = "".join(RULE.format(number=one, book=one % runbooks) for one in range(start, min(rules, start + 50)))
        (root / f"rules/r{start}.yaml").write_text(f"groups:\n- name: g{start}\n  rules:\n{text}", encoding="utf-8")


def build(root: Path, target: str, *, alerts: bool) -> float:
    """Build, and give the seconds of the processor that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    setting = ["-D", f"gitops_alerts={root / 'rules'}"] if alerts else []
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", *setting, "docs", target]
    subprocess.run(command, cwd=root, check=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rules", type=int, default=1000)
    parser.add_argument("--runbooks", type=int, default=500)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        write(root, options.rules, options.runbooks)
        for name, alerts in (("without", False), ("with", True)):
            first, again = build(root, name, alerts=alerts), build(root, name, alerts=alerts)
            print(f"{name:8} clean {first:.2f} s, nothing changed {again:.2f} s")


if __name__ == "__main__":
    main()
