"""Problems as SARIF 2.1.0, which code hosts and editors show.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from sphinx_gitops.problems import Problem, Severity, Span
from sphinx_gitops.rule import Rule

VERSION = "2.1.0"
PREFIX = "gitops."
"""What is before a code where it is not said that it is one of ours."""
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def _uri(source: str) -> str:
    """A file as a relative reference, or as a ``file:`` address of an absolute path; a folder ends in a slash."""
    path = Path(source)
    address = path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
    return address + ("/" if source.endswith("/") else "")


def _message(words: str) -> dict[str, str]:
    """A text; bytes of a name that is no text are written as escapes, which every reader of JSON takes."""
    return {"text": words.encode(errors="backslashreplace").decode()}


def _location(span: Span) -> dict[str, object]:
    """A place; of a folder, which has the line 0, no more than its address."""
    physical: dict[str, object] = {"artifactLocation": {"uri": _uri(span.source)}}
    if span.line:
        physical["region"] = {"startLine": span.line, "startColumn": span.column}
    return {"physicalLocation": physical}


def _result(problem: Problem, rules: Sequence[str], prefix: str) -> dict[str, object]:
    found: dict[str, object] = {
        "ruleId": f"{prefix}{problem.code}",
        "ruleIndex": rules.index(problem.code),
        "level": _LEVELS[problem.severity],
        "message": _message(f"{problem.path}: {problem.message}" if problem.path else problem.message),
        "locations": [_location(problem.span)] if problem.span.source else [],
    }
    if problem.waived:
        found["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": problem.waived}]
    if problem.related:
        found["relatedLocations"] = [
            {"id": number, **_location(other.span), "message": _message(other.message)}
            for number, other in enumerate(problem.related)
        ]
    return found


def _rule(code: str, prefix: str) -> dict[str, object]:
    """What a code means, as far as it is that of a rule or of another check."""
    from sphinx_gitops.alerts.checks import DESCRIBED  # noqa: PLC0415 - no other format says what rules say
    from sphinx_gitops.rules import rule_of  # noqa: PLC0415 - the same

    rule, found = rule_of(code) or DESCRIBED.get(code), {"id": f"{prefix}{code}"}
    if rule is None:
        return {**found}
    texts = {"shortDescription": rule.message, "fullDescription": rule.explanation}
    described = {name: _message(text) for name, text in texts.items()}
    source = {"helpUri": rule.source[1]} if isinstance(rule, Rule) and rule.source else {}
    return {**found, **described, **source}


def to_sarif(problems: Sequence[Problem], prefix: str = PREFIX) -> str:
    """One run with a result for each problem, and its codes as rules."""
    codes = sorted({str(problem.code) for problem in problems})
    driver = {"name": "sphinx-gitops", "rules": [_rule(code, prefix) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes, prefix) for problem in problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": VERSION, "runs": [run]}, indent=2) + "\n"
