"""Files kept from one run to the next, each named by all that decides its content: safe under parallel builds."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_CHOWN = getattr(os, "chown", lambda *_: None)
"""Windows has no owners."""


def key_of(*parts: object) -> str:
    """The name of what was made from *parts*, which are JSON values; 40 hexadecimal digits."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:40]


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for found in path.rglob("*"):
        if found.is_file() and "__pycache__" not in found.parts:
            yield found


def code_version(*packages: Path) -> str:
    """A version of *packages*, folders or single files, made from all their files however deep; 16 hexadecimal digits.

    It differs where a file's content or name differs, and is the same wherever the packages are installed.
    """
    found = hashlib.sha256()
    for package in packages:
        for path in sorted(_files(package), key=lambda path: path.relative_to(package.parent).parts):
            content = path.read_bytes()
            found.update(f"{path.relative_to(package.parent).as_posix()} {len(content)}\n".encode())
            found.update(content)
    return found.hexdigest()[:16]


def write_whole(target: Path, content: bytes, *, like: os.stat_result | None = None) -> None:
    """Write a file, whole or not at all, with the permissions and, where that is allowed, the owner of *like*.

    Raises OSError.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        if like:
            with suppress(OSError):
                _CHOWN(name, like.st_uid, like.st_gid)
            Path(name).chmod(like.st_mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


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
        write_whole(target, content)
        return target
