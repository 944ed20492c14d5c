"""Path data of SVG in, the same written anew from its commands and numbers out, or what is wrong with it."""

from __future__ import annotations

import re

_NUMBER = r"[+-]?(?:\d{1,6}(?:\.\d{0,6})?|\.\d{1,6})(?:[eE][+-]?\d)?"
_TOKEN = re.compile(rf"\s*,?\s*(?:([MmLlHhVvCcSsQqTtAaZz])|({_NUMBER}))")
_NEEDED = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
_LONGEST = 4000


def _commands(data: str) -> list[tuple[str, list[str]]]:
    """The commands of path data with their numbers; ValueError where it is something else."""
    found: list[tuple[str, list[str]]] = []
    at = 0
    while data[at:].strip():
        token = _TOKEN.match(data, at)
        if token is None:
            raise ValueError(f"no path data of SVG at {data[at : at + 12]!r}")
        at = token.end()
        command, value = token.groups()
        if command:
            found.append((command, []))
        elif found:
            found[-1][1].append(value)
        else:
            raise ValueError("path data of SVG begins with M")
    return found


def clean_path(data: str) -> str:
    """Path data that holds nothing but commands and numbers. Raises ValueError with what is wrong."""
    if len(data) > _LONGEST:
        raise ValueError(f"path data of {len(data)} characters; {_LONGEST} are enough for a sign of 11 px")
    commands = _commands(data)
    if not commands or commands[0][0] not in "Mm":
        raise ValueError("path data of SVG begins with M")
    for command, values in commands:
        needed = _NEEDED[command.lower()]
        if (needed == 0) != (not values) or (needed and len(values) % needed):
            raise ValueError(f"{command!r} takes {needed or 'no'} numbers, found {len(values)}")
    return "".join(command + " ".join(values) for command, values in commands)
