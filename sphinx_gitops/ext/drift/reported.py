"""A build in which all has been read in, its drift found once and said as messages of Sphinx out, in each build."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx

from sphinx_gitops.ext.config_values import BASELINE
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.ext.report import report
from sphinx_gitops.problems import Code, Problem, Severity
from sphinx_gitops.settings.faults import CONF

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_gitops.drift.baseline import Baseline
    from sphinx_gitops.drift.check import DriftOutcome

_found: WeakKeyDictionary[Sphinx, DriftOutcome] = WeakKeyDictionary()
"""What each application's build has found."""


def outcome_of(app: Sphinx) -> DriftOutcome | None:
    """What this build has found; None where no workflow names a repository."""
    return _found.get(app)


def _names_repositories(app: Sphinx) -> bool:
    """Whether any workflow does; the others cost nothing."""
    domain = gitops_domain(app.env)
    return any(name in domain.index.rows for record in domain.documents.values() for name in record.bound)


def _baseline(app: Sphinx) -> tuple[Baseline | None, tuple[Problem, ...]]:
    """The baseline of the project, or what is wrong with it."""
    from sphinx_gitops.drift.baseline import BaselineError, read_baseline  # noqa: PLC0415 - few projects have one

    name = app.config[BASELINE]
    if not name:
        return None, ()
    try:
        return read_baseline(Path(app.confdir, name).read_text(encoding="utf-8-sig")), ()
    except (OSError, ValueError) as error:
        reason = str(error) if isinstance(error, BaselineError) else getattr(error, "strerror", None) or str(error)
        message = f"{name!r} cannot be used: {reason}"
        problem = Problem(code=Code.OPTION, message=message, span=CONF, path=BASELINE, severity=Severity.WARNING)
        return None, (problem,)


def _find(app: Sphinx) -> DriftOutcome | None:
    """Hold every workflow against its repositories."""
    if not capabilities(app).resolves or not _names_repositories(app):
        return None
    from sphinx_gitops.drift.check import check_drift  # noqa: PLC0415 - few projects ask for it
    from sphinx_gitops.ext.drift.documented import documented  # noqa: PLC0415 - the same

    baseline, problems = _baseline(app)
    outcome = check_drift(list(documented(app)), baseline)
    return replace(outcome, problems=(*problems, *outcome.problems))


def problems_of(outcome: DriftOutcome) -> Iterator[Problem]:
    """Everything that is not waived, unless rules about manifests say it, and what is wrong besides."""
    from sphinx_gitops.drift.rules import SHARED  # noqa: PLC0415 - few projects have drift

    yield from outcome.problems
    found = (finding for finding in outcome.findings if not finding.waived and finding.code not in SHARED)
    yield from (finding.problem() for finding in found)


def hold(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Look once all has been read, and say what is found; no document is to be written for it."""
    _found.pop(app, None)
    outcome = _find(app)
    if outcome:
        _found[app] = outcome
        report(problems_of(outcome))
    return []
