"""The command line, as a shell sees it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from support.command import run
from support.project import ROOT


@pytest.mark.parametrize("arguments", [(), ("draw",), ("emit",)])
def test_wrong_usage_is_two(arguments):
    assert run(*arguments).returncode == 2


def test_sphinx_is_not_needed():
    code = "import sys; sys.modules['sphinx'] = sys.modules['docutils'] = None; from sphinx_gitops.cli import main; main(['schema'])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT).returncode == 0
