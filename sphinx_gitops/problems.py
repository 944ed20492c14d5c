"""What can be wrong with a workflow, and where: spans, codes and problems."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Span(NamedTuple):
    """A place in a file; line and column count from 1."""

    source: str
    "The file."
    line: int
    "The line, from 1."
    column: int = 1
    "The column, from 1."

    def __str__(self) -> str:
        return f"{self.source}:{self.line}:{self.column}"

    def beside(self, other: Span) -> str:
        """The line as a message at *other* names it: with its file only where that is another one."""
        return f"line {self.line}" if self.source == other.source else f"line {self.line} of {self.source}"


class Severity(Enum):
    """How much a problem matters; only an error makes a command fail, and an info is no warning of Sphinx."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(str, Enum):
    """Every code of the reader and the extension; the value is what ``suppress_warnings`` takes after ``gitops.``."""

    __str__ = str.__str__

    YAML_SYNTAX = "yaml-syntax"
    "The text is not readable as YAML: a tab as indentation, an unterminated quote, a second document."
    TOO_LARGE = "too-large"
    "The file or body is larger, or more deeply nested, than any hand-written workflow."
    UNSAFE_YAML = "unsafe-yaml"
    "A tag would construct an object, or aliases expand beyond all measure."
    DUPLICATE_KEY = "duplicate-key"
    "A mapping has the same key twice; reported where it stands the second time."
    UNKNOWN_KEY = "unknown-key"
    "A key that the format does not know."
    MISSING_KEY = "missing-key"
    "A key that must be there is not."
    WRONG_TYPE = "wrong-type"
    "A value has another shape than its key wants."
    INVALID_VALUE = "invalid-value"
    "A value has the right shape but is not one of those allowed."
    INVALID_ID = "invalid-id"
    "An id that does not follow the naming rule."
    DUPLICATE_ID = "duplicate-id"
    "Two things of a workflow, or two workflows of a project, have the same id."
    UNKNOWN_ID = "unknown-id"
    "A flow, or a template's override, names something that does not exist."
    UNKNOWN_KIND = "unknown-kind"
    "A kind that is neither built in nor declared in ``gitops_kinds``."
    UNKNOWN_CLASS = "unknown-class"
    "A colour class that is neither built in nor declared in ``gitops_classes``."
    INVALID_FLOW = "invalid-flow"
    "A flow's short form cannot be read."
    INVALID_COLOUR = "invalid-colour"
    "A colour that is not a hex colour."
    HIDDEN_TEXT = "hidden-text"
    "A text is cut where a blank and a ``#`` start a comment that looks as if it were meant."
    RELATIVE_URL = "relative-url"
    "An address without a scheme, which leads elsewhere from every page."
    UNSAFE_URL = "unsafe-url"
    "A link whose scheme could run code."
    UNKNOWN_TEMPLATE = "unknown-template"
    "A template name that does not exist."
    FILE_NOT_FOUND = "file-not-found"
    "A file that cannot be read."
    NOTHING_FOUND = "nothing-found"
    "The folder of ``:from:`` has no manifests of a GitOps repository."
    STATUS = "status"
    "The file of ``:status:`` is no list of objects of a cluster."
    STATUS_UNMATCHED = "status-unmatched"
    "Info: objects of a status file that no component of the workflow is bound to."
    STATUS_AMBIGUOUS = "status-ambiguous"
    "Components of several environments are bound to an object of a status file, which does not say whose it is."
    INCLUDE_LOOP = "include-loop"
    "A file that includes itself, directly or through others."
    CONTENT = "content"
    "The directive has both a file and a body, or neither, or no blank line before its body."
    OPTION = "option"
    "An option of the directive or of ``conf.py`` cannot be used: its value, or there is none of its name."
    LOW_CONTRAST = "low-contrast"
    "A colour class, of ``conf.py`` or a workflow's ``styles``, whose text cannot be read on its fill."
    RENDERER = "renderer"
    "The diagram could not be drawn or written; its text equivalent stands in for it."
    TOO_SMALL = "too-small"
    "A diagram is so large that its text could not be read on paper."
    FOLDED = "folded"
    "Info: a diagram has more components than ``gitops_collapse_above``, so each of its stages is drawn as one node."
    TURNED = "turned"
    "Info: stages do not fit beside each other, so they are below one another. Warning: a box's direction is not kept."
    CONTRADICTION = "contradiction"
    "A component's description says something else than its workflow."
    LISTENER = "listener"
    "A listener of ``gitops-workflow-read`` returned something that is no sound workflow."
    DOC_TARGET = "doc-target"
    "A component's ``doc`` names no document and no label."


def _one_line(text: str, limit: int) -> str:
    """*text* without line breaks or unprintable characters, its middle left out where it is too long."""
    if len(text) > limit:
        text = f"{text[: limit * 2 // 3]}...{text[-limit // 3 :]}"
    return "".join(character if character.isprintable() else " " for character in " ".join(text.split()))


class Related(NamedTuple):
    """Another place that a problem is about, and what is there."""

    span: Span
    "The place."
    message: str
    "What is there, in a few words."

    def __str__(self) -> str:
        return f"{_one_line(self.message, 200)} at {self.span.source}:{self.span.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding: what is wrong, where, and under which code: one of ``Code``, or a rule's own.

    ``waived`` is the reason for which it has been accepted, empty where it has not.
    """

    code: str
    message: str
    span: Span
    path: str = ""
    severity: Severity = Severity.ERROR
    related: tuple[Related, ...] = ()
    waived: str = ""

    @property
    def text(self) -> str:
        """The message on one line: the path inside the workflow, what is wrong, and the other places."""
        places = f" ({'; '.join(map(str, self.related))})" if self.related else ""
        message = _one_line(self.message, 600) + places
        return f"{_one_line(self.path, 200)}: {message}" if self.path else message

    def __str__(self) -> str:
        place = f"{self.span}: " if self.span.source else ""
        return f"{place}{self.severity.value}: {self.text} [gitops.{self.code}]"
