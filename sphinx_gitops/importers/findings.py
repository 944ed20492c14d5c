"""A repository that has been resolved in, what is wrong with its files and manifests out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sphinx_gitops.importers.discovery import Finding, Location
from sphinx_gitops.importers.repository.repository import Repository
from sphinx_gitops.importers.rules import MANIFEST_RULES, Judged, Manifests, Verdict
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile


def file_problems(repository: Repository) -> Iterator[Finding]:
    """What could not be read."""
    for path, message in repository.listing.problems:
        yield Finding("file-skipped", Severity.INFO, f"{path}: {message}", Location(path, 1))
    for path, facts in repository.facts.items():
        for problem in facts.problems:
            code = "file-skipped" if problem.message.endswith("left out") else "manifest-unreadable"
            yield Finding(code, Severity.INFO, problem.message, Location(path, problem.line))


def judgements(manifests: Manifests) -> dict[str, tuple[Judged, ...]]:
    """What each rule says of each place that it looks at, by the code of the rule."""
    return {
        rule.code: tuple(sorted(set(rule.check(manifests)), key=lambda one: (one.location, one.object, one.message)))
        for rule in MANIFEST_RULES
    }


def broken(judged: Mapping[str, Iterable[Judged]]) -> Iterator[Finding]:
    """The places that break a rule which counts unless a project says otherwise."""
    for rule in MANIFEST_RULES:
        if rule.profile is Profile.MINIMAL:
            for one in judged[rule.code]:
                if one.verdict is Verdict.BROKEN:
                    yield Finding(rule.code, rule.severity, one.message, one.location)
