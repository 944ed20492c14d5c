"""The version of our drawing, which is a part of what a drawing is cached under."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sphinx_gitops.cache import Cache, code_version, key_of

__all__ = ["Cache", "drawing_version", "key_of"]


@cache
def drawing_version() -> str:
    """Our own drawing by its code, and by that of what it says: after a change nothing drawn before is the same."""
    package = Path(__file__).parents[1]
    return code_version(*sorted(package.glob("*.py")), *(package / name for name in ("render", "emit", "view")))
