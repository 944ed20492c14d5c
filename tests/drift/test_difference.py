"""A finding is a problem with both places, and counts unless it is waived or an info."""

from dataclasses import replace

from sphinx_gitops.drift.difference import Difference, DriftFinding, RepositoryLine
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Severity, Span

SPAN = Span("delivery.yaml", 7, 3)
DIFFERENCE = Difference(
    subject=Workflow(id="w", title="W", span=SPAN),
    documented=SPAN,
    found=RepositoryLine("deploy/a.yaml", 4),
    object="HelmRelease/a/b",
    message="it differs",
    field="dependsOn",
    expected="HelmRelease/a/c",
)
FINDING = DriftFinding(code="drift-flow-missing", severity=Severity.WARNING, difference=DIFFERENCE)


def test_a_place_in_a_folder_has_no_line():
    assert str(RepositoryLine("deploy/a.yaml", 4)) == "deploy/a.yaml:4"
    assert str(RepositoryLine("deploy/", 0)) == "deploy/"


def test_it_counts_unless_it_is_waived_or_an_info():
    assert FINDING.counts
    assert not replace(FINDING, waived="known").counts
    assert not replace(FINDING, severity=Severity.INFO).counts


def test_missing_flows_differ_by_where_they_lead():
    assert FINDING.key == ("drift-flow-missing", "HelmRelease/a/b", "dependsOn", "HelmRelease/a/c")
    assert replace(FINDING, code="drift-attribute").key[-1] == ""


def test_the_other_place_is_related_for_programs_alone():
    assert FINDING.problem().related == ()
    (related,) = FINDING.problem(related=True).related
    assert related.span[:2] == ("deploy/a.yaml", 4)
    assert str(FINDING.problem()) == "delivery.yaml:7:3: warning: it differs [gitops.drift-flow-missing]"
