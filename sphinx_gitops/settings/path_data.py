"""Path data of SVG in, the same written anew from its commands and numbers out, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_NUMBER = re.compile(r"\s*,?\s*([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)")
_FLAG = re.compile(r"\s*,?\s*([01])")
_COMMAND = re.compile(r"\s*([MmLlHhVvCcSsQqTtAaZz])")
_NEEDED = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
_FLAGS = (3, 4)
"""The numbers of an arc that are 0 or 1, and may stand without a blank before what follows."""
_LONGEST = 4000
_SQUARE = 24
_BEYOND = 12
"""So far outside of the square a point of control may be."""
_DIGITS = 6


def _number(text: str) -> str:
    """A number as it is written anew."""
    if len(text) > 2 * _DIGITS or "e" in text.lower():
        text = f"{float(text):.{_DIGITS}g}"
    return text


def _values(data: str, at: int, command: str) -> tuple[list[str], int]:
    """The numbers of a command that ends at *at*, and where they end."""
    found: list[str] = []
    while True:
        flag = command in "Aa" and len(found) % _NEEDED["a"] in _FLAGS
        token = (_FLAG if flag else _NUMBER).match(data, at)
        if token is None:
            return found, at
        found.append(_number(token[1]))
        at = token.end()


def _commands(data: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of path data with their numbers; ValueError where it is something else."""
    at = 0
    while data[at:].strip():
        token = _COMMAND.match(data, at)
        if token is None:
            raise ValueError(
                f"no path data of SVG at {data[at : at + 12]!r}" if at else "path data of SVG begins with M"
            )
        command = token[1]
        values, at = _values(data, token.end(), command)
        needed = _NEEDED[command.lower()]
        if (needed == 0) != (not values) or (needed and len(values) % needed):
            wrong = _COMMAND.match(data, at) is None and data[at:].strip()
            if wrong:
                raise ValueError(f"no path data of SVG at {data[at : at + 12]!r}")
            raise ValueError(f"{command!r} takes {needed or 'no'} numbers, found {len(values)}")
        yield command, values


def _points(commands: Sequence[tuple[str, list[str]]]) -> Iterator[tuple[float, float]]:
    """Every point that path data names, those of control too."""
    x = y = start_x = start_y = 0.0
    for command, words in commands:
        kind, relative = command.lower(), command.islower()
        if kind == "z":
            x, y = start_x, start_y
        values = [float(word) for word in words]
        step = _NEEDED[kind] or 1
        for number in range(0, len(values), step):
            part = values[number : number + step]
            from_x, from_y = (x, y) if relative else (0.0, 0.0)
            if kind == "h":
                x = from_x + part[0]
            elif kind == "v":
                y = from_y + part[0]
            else:
                pairs = part[-2:] if kind == "a" else part
                for left, top in zip(pairs[::2], pairs[1::2], strict=True):
                    x, y = from_x + left, from_y + top
                    yield x, y
            yield x, y
            if kind == "m" and not number:
                start_x, start_y = x, y


def clean_path(data: str) -> str:
    """Path data that holds nothing but commands and numbers. Raises ValueError with what is wrong."""
    if len(data) > _LONGEST:
        raise ValueError(f"path data of {len(data)} characters; {_LONGEST} are enough for a sign of 11 px")
    commands = list(_commands(data))
    if not commands or commands[0][0] not in "Mm":
        raise ValueError("path data of SVG begins with M")
    for x, y in _points(commands):
        if not all(-_BEYOND <= one <= _SQUARE + _BEYOND for one in (x, y)):
            raise ValueError(f"the point {x:g}, {y:g} is outside of the square of {_SQUARE} units that an icon fills")
    return "".join(command + " ".join(values) for command, values in commands)
