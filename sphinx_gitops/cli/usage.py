"""Wrong usage: what an option's text must be, and the error that ends a command with the status 2."""

from __future__ import annotations

import argparse


class UsageError(Exception):
    """The arguments cannot be used together; the text says why."""


def _number(text: str, expected: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of {expected}")
    return int(text)


def hops(text: str) -> int | None:
    """A number of flows, or None for all of them."""
    return None if text == "all" else _number(text, "flows: expected 0, 1, 2 ... or all")


def levels(text: str) -> int:
    """A number of levels."""
    return _number(text, "levels: expected 0, 1, 2 ...")


def number(text: str) -> int:
    """The number of one of several."""
    return _number(text, "a diagram: expected 1, 2 ...")
