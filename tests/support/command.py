"""The command line run in a process of its own."""

from __future__ import annotations

import subprocess
import sys

from support.project import ROOT

DELIVERY = str(ROOT / "docs/demo/delivery.yaml")


def run(*arguments: str, text: str = ""):
    command = [sys.executable, "-m", "sphinx_gitops", *arguments]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=False, cwd=ROOT)
