"""A file and what is to become of its text in, the file written in its own encoding out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"


def rewrite(name: str, edit: Callable[[str], str]) -> str:
    """Write a file anew, its marks and line breaks kept; a line that says why it cannot be, empty where it was."""
    path = Path(name)
    try:
        raw = path.read_bytes()
        encoding = "utf-16" if raw[:2] in _UTF16 else "utf-8-sig" if raw.startswith(_BOM) else "utf-8"
        before = raw.decode(encoding)
        after = edit(before)
        if after != before:
            path.write_bytes(after.encode(encoding))
    except (OSError, ValueError, yaml.YAMLError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        return f"{name}: error: cannot be fixed: {' '.join(reason.split())}\n"
    return ""
