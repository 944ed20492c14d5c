"""What every rule says of itself, whether it is about workflows, about manifests or about both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from sphinx_gitops.problems import Severity, Span

_FILE = re.compile(r"^# (\S+)\n", re.MULTILINE)


class Profile(Enum):
    """A set of rules; each has all those of the ones before it."""

    MINIMAL = "minimal"
    "What contradicts itself."
    RECOMMENDED = "recommended"
    "What a practitioner expects of the way to production."
    STRICT = "strict"
    "What an auditor asks for besides."


class Domain(Enum):
    """What a rule looks at."""

    WORKFLOW = "workflow"
    "The declared workflow."
    MANIFESTS = "manifests"
    "What the files of a repository declare."
    DRIFT = "drift"
    "Both, where they differ."


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: its code, what it says and why, an example that breaks it and one that keeps it, and its source.

    An example of a rule about workflows is the text of one. Any other example has files: each starts with a line that
    is a comment with its path, and a workflow among them is ``delivery.yaml``.
    """

    domain: Domain
    code: str
    severity: Severity
    profile: Profile
    message: str
    requirement: str
    "What it asks for, where the message says what is wrong: an audit says that it is met, or not."
    explanation: str
    breaks: str
    keeps: str
    source: tuple[str, str] | None
    "The title of what the rule follows, and its address."


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleMarks:
    """The rules that parts of a workflow break, by their ids, and flows, by their places: each code with a text."""

    parts: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    flows: Mapping[Span, tuple[tuple[str, str], ...]] = field(default_factory=dict)


def example_files(example: str) -> Mapping[str, str]:
    """The files of an example, each text by its path."""
    _, *parts = _FILE.split(example)
    return dict(zip(parts[::2], parts[1::2], strict=True))
