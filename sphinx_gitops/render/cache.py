"""What was drawn before, by content: one folder for all builders, safe under parallel builds."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path


def key_of(*parts: object) -> str:
    """The name of what was made from *parts*, which are JSON values."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:40]


@cache
def drawing_version() -> str:
    """Our own drawing by its code, and by that of what it says: after a change nothing drawn before is the same."""
    package = Path(__file__).parents[1]
    deep = (path for name in ("render", "emit", "view") for path in (package / name).rglob("*.py"))
    found = sorted((*package.glob("*.py"), *deep), key=lambda path: path.relative_to(package).parts)
    code = b"".join(path.read_bytes() for path in found)
    return hashlib.sha256(code).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Cache:
    """Files named by what they were made from, in *folder*."""

    folder: Path

    def path(self, key: str, suffix: str) -> Path:
        """Where an entry stands, whether it is there or not."""
        return self.folder / f"{key}{suffix}"

    def get(self, key: str, suffix: str) -> bytes | None:
        """An entry's content, or None where there is none that can be read."""
        try:
            return self.path(key, suffix).read_bytes()
        except OSError:
            return None

    def put(self, key: str, suffix: str, content: bytes) -> Path:
        """Write an entry, whole or not at all. Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.path(key, suffix)
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return target
