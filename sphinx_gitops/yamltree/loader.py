"""The class that makes events of YAML text: libyaml's where PyYAML has it, else PyYAML's own, which reads the same.

PyYAML's own scanner refuses some YAML that libyaml reads, and the other way round; what a writer sees must not depend
on how PyYAML was installed.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.scanner import ScannerError

_MOST_DIGITS = 9
_AFTER_COLON = frozenset(",?[]{}")


class PythonLoader(yaml.SafeLoader):
    """PyYAML's own loader with libyaml's rules for plain scalars and tabs (libyaml 0.2, ``scanner.c``)."""

    _plain_line: int | None = None
    "The line on which blanks inside a plain scalar start."
    _plain = False
    _tag = False
    _header = ""
    "The characters that are blanks in the first line of a block scalar."

    def peek(self, index: int = 0) -> str:
        """The next character; inside a plain scalar a question mark is a letter, and a tab is a blank."""
        found: str = super().peek(index)
        if found == "?" and self._plain:
            if index and self.flow_level and super().peek(index - 1) == ":":
                raise self._colon(self.get_mark(), index - 1)
            return "a"
        if self._header and found in self._header:
            return " "
        if self._tag and found in ",[]":
            return " " if self.flow_level and found == "," else "\1"
        if found == "\t" and self._plain_line is not None:
            if not index and self.line != self._plain_line and self.column <= self.indent:
                raise ScannerError(None, None, "found a tab character that violates indentation", self.get_mark())
            return " "
        return found

    def scan_plain(self) -> Any:
        """A plain scalar; raises ScannerError where a colon follows it that ends nothing."""
        start = self.get_mark()
        self._plain = True
        try:
            token = super().scan_plain()
        finally:
            self._plain = False
        if self.flow_level and self.peek() == ":" and self.peek(1) in _AFTER_COLON:
            raise self._colon(start)
        return token

    def _colon(self, start: yaml.Mark, ahead: int = 0) -> ScannerError:
        """What is wrong with a colon inside a list or mapping in brackets that a bracket, comma or ``?`` follows.

        It is *ahead* of the place that has been read, on the same line.
        """
        mark = self.get_mark()
        mark = yaml.Mark(mark.name, mark.index + ahead, mark.line, mark.column + ahead, mark.buffer, mark.pointer)
        return ScannerError("while scanning a plain scalar", start, "found unexpected ':'", mark)

    def scan_tag(self) -> Any:
        """A tag, which ends before a comma in brackets, and has no bracket in it unless it is written out."""
        self._tag = self.peek(1) != "<"
        try:
            return super().scan_tag()
        finally:
            self._tag = False

    def scan_yaml_directive_number(self, start_mark: Any) -> Any:
        """A number of a version; raises ScannerError behind nine digits."""
        if self.prefix(_MOST_DIGITS + 1).isdigit():
            self.forward(_MOST_DIGITS)
            problem = "found extremely long version number"
            raise ScannerError("while scanning a directive", start_mark, problem, self.get_mark())
        return super().scan_yaml_directive_number(start_mark)

    def scan_flow_scalar_non_spaces(self, double: Any, start_mark: Any) -> Any:
        """Words of a quoted scalar; raises ScannerError where an escape is no character, or half of one."""
        try:
            found = super().scan_flow_scalar_non_spaces(double, start_mark)
            "".join(found).encode()
        except (OverflowError, ValueError):  # of chr, and of encode
            problem = "found invalid Unicode character escape code"
            raise ScannerError("while parsing a quoted scalar", start_mark, problem, self.get_mark()) from None
        return found

    def scan_block_scalar_indicators(self, start_mark: Any) -> Any:
        """The signs after that of a block scalar; a tab or a comment may follow at once."""
        self._header = "\t#"
        try:
            return super().scan_block_scalar_indicators(start_mark)
        finally:
            self._header = ""

    def scan_block_scalar_ignored_line(self, start_mark: Any) -> Any:
        """The rest of the first line of a block scalar: blanks, tabs and a comment."""
        self._header = "\t"
        try:
            return super().scan_block_scalar_ignored_line(start_mark)
        finally:
            self._header = ""

    def scan_block_scalar_indentation(self) -> Any:
        """The blanks before a block scalar; raises ScannerError at a tab."""
        found = super().scan_block_scalar_indentation()
        self._no_tab()
        return found

    def scan_block_scalar_breaks(self, indent: Any) -> Any:
        """The empty lines inside a block scalar; raises ScannerError at a tab that stands for its indentation."""
        found = super().scan_block_scalar_breaks(indent)
        if self.column < indent:
            self._no_tab()
        return found

    def _no_tab(self) -> None:
        if self.peek() == "\t":
            problem = "found a tab character where an indentation space is expected"
            raise ScannerError("while scanning a block scalar", None, problem, self.get_mark())

    def scan_plain_spaces(self, indent: Any, start_mark: Any) -> Any:
        """The blanks and line breaks inside a plain scalar."""
        self._plain_line = self.line
        try:
            return super().scan_plain_spaces(indent, start_mark)
        finally:
            self._plain_line = None

    def scan_to_next_token(self) -> None:
        """Skip blanks and comments, and tabs where they cannot be taken for indentation."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()


LOADER: type[Any] = getattr(yaml, "CSafeLoader", PythonLoader)
