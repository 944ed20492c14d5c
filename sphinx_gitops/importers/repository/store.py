"""What was read before, by content, in the user's cache folder; what is broken there counts as nothing."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sphinx_gitops.cache import write_whole


@cache
def code_version() -> str:
    """The code that reads, by its content: after a change nothing that was read before counts."""
    package = Path(__file__).parents[1]
    sources = sorted(package.rglob("*.py"))
    sources += sorted((package.parent / "yamltree").rglob("*.py"))
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{yaml.__version__} {yaml.__with_libyaml__} {sys.version_info[:2]}".encode())
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()


def digest_of(*parts: bytes) -> str:
    """The name of a content."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()


def cache_folder() -> Path:
    """The folder of this user's caches, as the system has it."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "sphinx-gitops" / "discover"


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """JSON values under names; without a folder it holds nothing."""

    folder: Path | None

    def get(self, name: str) -> tuple[dict[str, Any], str]:
        """What is kept under *name* by this very code: JSON values and a text; empty where nothing can be read."""
        if self.folder is None:
            return {}, ""
        try:
            head, _, text = (self.folder / name).read_bytes().decode().partition("\n")
            value = json.loads(head)
        except (OSError, ValueError, RecursionError):
            return {}, ""
        if not isinstance(value, dict) or value.get("version") != code_version() or value.get("size") != len(text):
            return {}, ""
        content = value.get("content")
        return (content, text) if isinstance(content, dict) else ({}, "")

    def put(self, name: str, content: dict[str, Any], text: str = "") -> None:
        """Keep *content* and *text*, whole or not at all; a folder that cannot be written keeps nothing."""
        if self.folder is None:
            return
        value = {"version": code_version(), "size": len(text), "content": content}
        head = json.dumps(value, separators=(",", ":"))
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(self.folder / name, f"{head}\n{text}".encode())
