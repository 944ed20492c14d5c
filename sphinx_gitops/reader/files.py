"""The path of a workflow's file in, its text out, or the problem that keeps it from being read."""

from __future__ import annotations

import errno
import posixpath
from dataclasses import dataclass, replace
from pathlib import Path

from sphinx_gitops.paths import is_file, is_folder, is_there
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.yamltree.document import MAX_CHARACTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file, and how messages show it; ``root``, shown as ``top``, is where a path with a leading ``/`` starts."""

    path: Path
    shown: str
    root: Path
    top: str

    def beside(self, name: str) -> File:
        """The file that a path written in this one means."""
        as_path = type(self.path)
        inside, folder, shown = name.lstrip("/"), self.path.parent, as_path(self.shown).parent
        if name.startswith("/"):
            folder, shown = self.root, as_path(self.top)
        return replace(self, path=folder / inside, shown=posixpath.normpath((shown / inside).as_posix()))


def decode(raw: bytes, source: str) -> tuple[str, Problem | None]:
    """A file's text, UTF-8 or UTF-16 with its mark; a problem where it is neither or too large."""
    if len(raw) > 4 * MAX_CHARACTERS:
        message = f"{len(raw):,} bytes, at most {4 * MAX_CHARACTERS:,} are read: split the workflow"
        return "", Problem(code=Code.TOO_LARGE, message=message, span=Span(source, 1))
    encoding = "utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return raw.decode(encoding), None
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = f"byte {error.start} is not {error.encoding}: save the file as UTF-8"
        return "", Problem(code=Code.YAML_SYNTAX, message=message, span=Span(source, line))


def _bytes(path: Path, *, pipes: bool) -> bytes:
    """A file's start, as much as is ever read; raises OSError and ValueError."""
    if is_there(path) and not (is_file(path) or is_folder(path) or pipes):
        raise OSError(errno.EINVAL, "not a file")
    with path.open("rb") as stream:
        return stream.read(4 * MAX_CHARACTERS + 1)


def load(path: Path, source: str, *, pipes: bool = False) -> tuple[str, Problem | None]:
    """A file's text, or the problem that keeps it from being read; *pipes* lets a pipe, which may hang, be one."""
    try:
        raw = _bytes(path, pipes=pipes)
    except (OSError, ValueError) as error:  # a path with a NUL or a surrogate is a ValueError
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        message = f"the workflow file cannot be read: {reason}"
        return "", Problem(code=Code.FILE_NOT_FOUND, message=message, span=Span(source, 1))
    return decode(raw, source)
