"""An error of a YAML parser in, a problem with its place and a remedy out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

import yaml

from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.yamltree.complaints import complaint
from sphinx_gitops.yamltree.escapes import wrong_escape
from sphinx_gitops.yamltree.remedies import hidden, remedy, without_colon

Locate: TypeAlias = "Callable[[int, int], Span]"
"""A text's own line and column, from 0, to the place in a file."""
_ESCAPED = re.compile(r"(?:^|(?<=\s))#.*|((?:%[0-9A-Fa-f]{2})+)", re.MULTILINE)
"""What a tag may have in the place of its bytes, outside comments."""


def shortened(text: str) -> str:
    """The start of a text, quoted, for messages."""
    return f"{text[:60]!r}" + ("..." if len(text) > 60 else "")


def _explain(error: yaml.MarkedYAMLError, text: str, mark: yaml.Mark) -> tuple[str, yaml.Mark]:
    """A parser's complaint in a writer's words, and the mark that helps most."""
    problem = complaint(error)
    context = str(error.context or "")
    if "quoted scalar" in context and ("end of stream" in problem or "escape" in problem):  # a backslash is the end
        return "the quote that opens here is never closed", error.context_mark or mark
    if "\\t" in problem or "tab" in problem or _at_tab(text, mark):
        return "a tab cannot indent or separate YAML: use spaces", mark
    if context == "while scanning a directive":
        return (
            "a line that starts with '%' is a directive of YAML: quote the value that it belongs to",
            mark,
        )
    hint = ""
    if "mapping values are not allowed" in problem:
        hint = ": quote a value that has ': ' in it"
    elif "did not find expected key" in problem:
        hint = ": keys of one mapping start in the same column, and this line or one above does not"
    elif "could not find expected ':'" in problem:
        hint = ": a line without a colon, or a bracket that is not closed, comes before this place"
    return f"not readable as YAML, {problem}{hint}", mark


def _at_tab(text: str, mark: yaml.Mark) -> bool:
    lines = text.split("\n")
    return mark.line < len(lines) and lines[mark.line][mark.column :].startswith("\t")


def _tab_indent(text: str, mark: yaml.Mark) -> bool:
    """Whether the line at *mark*, or the one before, is indented by a tab."""
    lines = text.split("\n")
    return any("\t" in line[: len(line) - len(line.lstrip())] for line in lines[max(0, mark.line - 1) : mark.line + 1])


def _remedy(text: str, mark: yaml.Mark) -> tuple[str, Callable[[Locate], Span]] | None:
    """What a writer has to change on the line at *mark* or on the one before it, and where."""
    lines = text.split("\n")
    if mark.line >= len(lines):
        return None
    before = next((number for number in range(mark.line - 1, -1, -1) if lines[number].strip()), mark.line)
    tries = (
        (hidden, mark.line),
        (hidden, before),
        (remedy, mark.line),
        (without_colon, before),
        (without_colon, mark.line),
    )
    for read, number in tries:
        found = read(lines[number])
        if found:
            return found.message, lambda locate, number=number, found=found: locate(number, found.column)
    return None


def unreadable(error: yaml.MarkedYAMLError, text: str, locate: Locate, depth: int) -> Problem:
    """What the parser's complaint means; *depth* is how many levels are read."""
    at = error.problem_mark
    assert at is not None  # scanners and parsers say where
    if "nesting depth" in str(error.problem):  # the parser's own bound, reached before it hands anything on
        code, message, mark = Code.TOO_LARGE, f"nested more than {depth} levels deep", at
    elif "flow" in str(error.context) and _at_end(text, at):
        if found := _hidden_since(text, error.context_mark or at):
            return Problem(code=Code.YAML_SYNTAX, message=found[0], span=found[1](locate))
        code, message, mark = Code.YAML_SYNTAX, "the bracket that opens here is never closed", error.context_mark or at
    elif escape := wrong_escape(text, error):
        message = f"not readable as YAML, '{escape.written}' is no escape: a backslash is itself in single quotes"
        return Problem(code=Code.YAML_SYNTAX, message=message, span=locate(escape.line, escape.column))
    else:
        code, (message, mark) = Code.YAML_SYNTAX, _explain(error, text, at)
        if "tab" not in message and _tab_indent(text, at):
            message = "a tab cannot indent or separate YAML: use spaces"
        elif found := _remedy(text, at):
            return Problem(code=code, message=found[0], span=found[1](locate))
        elif "did not find expected ','" in message and _goes_on(text, error):
            message, mark = "the bracket that opens here is never closed", error.context_mark or at
    return Problem(code=code, message=message, span=_span(text, mark, locate))


def _hidden_since(text: str, mark: yaml.Mark) -> tuple[str, Callable[[Locate], Span]] | None:
    """The first comment behind *mark* that hides what closes a bracket."""
    lines = text.split("\n")
    for number in range(mark.line, len(lines)):
        if found := hidden(lines[number]):
            return found.message, lambda locate, number=number, found=found: locate(number, found.column)
    return None


def _goes_on(text: str, error: yaml.MarkedYAMLError) -> bool:
    """Whether the line of the complaint is one of the mapping that the bracket stands in, and nothing inside it."""
    start, end, lines = error.context_mark, error.problem_mark, text.split("\n")
    if start is None or end is None or start.line >= end.line or end.line >= len(lines):
        return False
    first, last = lines[start.line], lines[end.line]
    return len(last) - len(last.lstrip()) <= len(first) - len(first.lstrip())


def undecodable(text: str, after: int, locate: Locate) -> Problem:
    """A tag whose escapes are no text: the first such behind the events that could be read."""
    found = (match for match in _ESCAPED.finditer(text, after) if match[1] and not _is_text(match[1]))
    match = next(found, None)
    at, what = (match.start(), f"{shortened(match[1])} in a tag") if match else (after, "a tag here")
    message = f"{what} is no text in UTF-8: write the value without a tag"
    return Problem(
        code=Code.YAML_SYNTAX, message=message, span=locate(text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1)
    )


def _is_text(escaped: str) -> bool:
    try:
        bytes.fromhex(escaped.replace("%", "")).decode()
    except UnicodeDecodeError:
        return False
    return True


def _at_end(text: str, mark: yaml.Mark) -> bool:
    """Whether only blanks follow *mark*."""
    return not "".join(text.split("\n")[mark.line :])[mark.column :].strip()


def _span(text: str, mark: yaml.Mark, locate: Locate) -> Span:
    """The place of *mark*; the end of the text where it is behind that."""
    lines = text.split("\n")
    if mark.line >= len(lines):
        return locate(len(lines) - 1, len(lines[-1]))
    return locate(mark.line, mark.column)
