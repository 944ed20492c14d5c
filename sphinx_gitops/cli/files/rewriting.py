"""A file and what is to become of its text in, the file written in its own encoding out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

from sphinx_gitops.cache import write_whole

_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
"""What a file may begin with, and the encoding that it says."""


def rewrite(name: str, edit: Callable[[str], str]) -> str:
    """Write a file anew, whole or not at all; a line that says why it cannot be, empty where it was.

    Its marks, line breaks and permissions stay.
    """
    path = Path(name)
    try:
        raw = path.read_bytes()
        mark = next((one for one in _MARKS if raw.startswith(one)), b"")
        encoding = _MARKS.get(mark, "utf-8")
        before = raw[len(mark) :].decode(encoding)
        after = edit(before)
        if after != before:
            content = mark + after.encode(encoding)
            with path.open("r+b"):
                pass  # where the file may not be written, this fails
            write_whole(path.resolve(), content, like=path.stat())  # a link to the file stays one
    except (OSError, ValueError, yaml.YAMLError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        return f"{name}: error: cannot be fixed: {' '.join(reason.split())}\n"
    return ""
