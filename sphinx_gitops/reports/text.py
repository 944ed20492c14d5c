"""Problems as lines for a reader: ``FILE:LINE:COLUMN: severity: message [gitops.CODE]``."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_gitops.problems import Problem


def to_text(problems: Sequence[Problem]) -> str:
    """One line a problem, none for what is waived."""
    return "".join(f"{problem}\n" for problem in problems if not problem.waived)
