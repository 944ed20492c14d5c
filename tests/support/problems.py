"""Two problems that have everything a report can show: text to escape, a path, another place."""

from __future__ import annotations

from sphinx_gitops.problems import Problem, Related, Severity, Span

PROBLEMS = (
    Problem(code="unknown-key", message="100% wrong, a:b", span=Span("a b,c.yaml", 3, 5), path="stages.ci"),
    Problem(
        code="drift",
        message="gone",
        span=Span("w.yaml", 1),
        severity=Severity.INFO,
        related=(Related(Span("app.yaml", 2, 4), "it was"),),
    ),
)
