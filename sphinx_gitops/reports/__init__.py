"""Problems in, a report of them in the format of a reader, a program or a code host out."""

from collections.abc import Callable, Mapping, Sequence

from sphinx_gitops.problems import Problem
from sphinx_gitops.reports.github import to_github
from sphinx_gitops.reports.json_report import to_json
from sphinx_gitops.reports.sarif import to_sarif
from sphinx_gitops.reports.text import to_text

FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": to_text,
    "json": to_json,
    "github": to_github,
    "sarif": to_sarif,
}
"""Each format by its name; without a problem, ``text`` and ``github`` are empty."""

__all__ = ["FORMATS", "to_github", "to_json", "to_sarif", "to_text"]
