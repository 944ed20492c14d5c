"""Where the project is, and what becomes of a test whose tool is not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def missing(reason: str) -> None:
    """Skip and say so; in CI a missing tool is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def corpus(name: str) -> Path:
    """A folder of the data that ``GITOPS_CORPORA`` names; it is no part of the project, so without it a test skips, in CI too."""
    folder = Path(os.environ.get("GITOPS_CORPORA", ""), name)
    if not os.environ.get("GITOPS_CORPORA"):
        pytest.skip(f"GITOPS_CORPORA names no folder; this test reads {name} in it")
    if not folder.is_dir():
        pytest.skip(f"{folder} is no folder; GITOPS_CORPORA names the folder that {name} is in")
    return folder
