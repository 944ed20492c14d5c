"""A text and replacements in it in, the new text with the line from which each character comes out."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberedText:
    """A text of which each character knows its line in the file, from 1."""

    text: str
    lines: array[int]

    @classmethod
    def of(cls, text: str, first_line: int) -> NumberedText:
        """A text that starts on *first_line* of its file."""
        lines, line = array("l"), first_line
        for character in text:
            lines.append(line)
            line += character == "\n"
        return cls(text, lines)

    def line(self, offset: int) -> int:
        """The line of a character; behind the end, that of the last one."""
        return self.lines[min(offset, len(self.lines) - 1)] if self.lines else 1

    def sub(self, pattern: re.Pattern[str], replace: str | Callable[[re.Match[str]], str]) -> NumberedText:
        """The text with every match replaced; what is put in has the line of what it replaces."""
        texts: list[str] = []
        lines, last = array("l"), 0
        for found in pattern.finditer(self.text):
            new = replace if isinstance(replace, str) else replace(found)
            texts += [self.text[last : found.start()], new]
            lines.extend(self.lines[last : found.start()])
            lines.extend([self.line(found.start())] * len(new))
            last = found.end()
        texts.append(self.text[last:])
        lines.extend(self.lines[last:])
        return NumberedText("".join(texts), lines)

    def after(self, offset: int) -> NumberedText:
        """The text from a character on."""
        return NumberedText(self.text[offset:], self.lines[offset:])
