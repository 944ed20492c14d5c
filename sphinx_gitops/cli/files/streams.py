"""Text in, written to a stream or a file; one that takes no more is an error of its own, and no traceback."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

STDIN = STDOUT = "-"
"""What stands for a standard stream in the place of a file."""


_CONTROL = {code: f"\\u{code:04x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}
"""What a terminal may take for a command, and how it is shown; also in texts of JSON it means the same."""


class StreamError(Exception):
    """A standard stream takes no more: its name, and why, or that its reader has gone."""

    def __init__(self, name: str, reason: OSError | None) -> None:
        super().__init__(name)
        self.name = name
        self.reason = reason


def prepare() -> None:
    """Let standard streams write UTF-8 whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _put(name: str, text: str) -> None:
    stream: TextIO | None = getattr(sys, name)
    if stream is None:  # it was closed before the start
        raise StreamError(name, None)
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        raise StreamError(name, error) from error


def put(text: str) -> None:
    """Write to standard output, without commands to a terminal where it is one. Raises StreamError."""
    if text:
        _put("stdout", text.translate(_CONTROL) if _is_terminal(sys.stdout) else text)


def say(text: str) -> None:
    """Write to standard error, without commands to a terminal: names and texts may have some. Raises StreamError."""
    if text:
        _put("stderr", text.translate(_CONTROL))


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def flush() -> None:
    """Write what standard streams still hold. Raises StreamError."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is not None:
            _put(name, "")


def silence(error: StreamError) -> None:
    """Say why a stream takes no more, unless its reader has gone, and let nothing else be written to it."""
    reason = error.reason
    stream: TextIO | None = getattr(sys, error.name)
    if stream is not None:  # Python itself writes what is left, and complains, when it ends
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    if error.name == "stderr" or isinstance(reason, BrokenPipeError):
        return
    why = (reason.strerror or str(reason)).lower() if reason else "it is closed"
    try:
        say(f"standard output: error: cannot be written: {why}\n")
    except StreamError as other:
        silence(other)


def write(content: bytes, target: str) -> int:
    """Write to a file, or to standard output; the exit status."""
    if target == STDOUT:
        put(content.decode())
        return 0
    try:
        Path(target).write_bytes(content)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        say(f"{target}: error: cannot be written: {reason.lower()}\n")
        return 1
    return 0
