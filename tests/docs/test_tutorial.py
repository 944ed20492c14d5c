"""What the tutorial has a newcomer type builds as it says."""

from __future__ import annotations

import re
import subprocess
import sys

from support.project import ROOT


def test_typed_as_it_is_written_it_builds_without_a_message(tmp_path):
    text = (ROOT / "docs/tutorial.md").read_text(encoding="utf-8")
    files = dict(re.findall(r"`(docs/[\w.-]+)`:\n\n```\w+\n(.*?)```", text, re.DOTALL))
    assert list(files) == ["docs/conf.py", "docs/index.rst", "docs/scan-failed.rst"]
    (tmp_path / "docs").mkdir()
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    commands = re.findall(r"^\$ sphinx-build (.*)$", text, re.MULTILINE)
    assert commands == ["docs build", "-W -n docs build"]
    for command in commands:
        ran = subprocess.run([sys.executable, "-m", "sphinx", "-q", *command.split()], cwd=tmp_path, capture_output=True, text=True, check=True)  # fmt: skip
        assert ran.stderr == ""
    page = (tmp_path / "build/index.html").read_text(encoding="utf-8")
    assert "<svg" in page
    assert "scan-failed.html#gitops-runbook-scan-failed" in page
