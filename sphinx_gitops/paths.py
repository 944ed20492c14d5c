"""A path that somebody has written in, what is there out: nothing, too, where it is none that the system can have.

``pathlib`` raises for a name that is too long, for one with a NUL, and for a folder that may not be entered.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether a path is that of a file."""
    return os.path.isfile(path)  # noqa: PTH113 - which raises nothing


def is_folder(path: Path) -> bool:
    """Whether a path is that of a folder."""
    return os.path.isdir(path)  # noqa: PTH112 - which raises nothing


def is_there(path: Path) -> bool:
    """Whether there is anything at a path."""
    return os.path.exists(path)  # noqa: PTH110 - which raises nothing
