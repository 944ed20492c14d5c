"""Runbooks in the order of their urgency, and what a description adds to a component."""

from __future__ import annotations

from sphinx_gitops.runbook import Description, Procedure, Runbook
from support.mistakes import read


def component(text: str):
    return next(iter(read("stages: {s: {components: {A: " + text + "}}}").workflow.components()))


def test_the_most_urgent_procedure_comes_first_and_one_without_last():
    books = [
        Runbook(id="d", title=""),
        Runbook(id="c", title="", procedure=Procedure.DEPLOYMENT),
        Runbook(id="b", title="", procedure=Procedure.INCIDENT_RESPONSE),
        Runbook(id="a", title="", procedure=Procedure.INCIDENT_RESPONSE),
    ]
    assert [book.id for book in sorted(books, key=lambda book: book.urgency)] == ["a", "b", "c", "d"]


def test_a_description_adds_what_the_workflow_leaves_out():
    said = Description(name="w.A", owner="team-b", url="https://b.example", manifest="Application/x", tags=("x", "y"))
    plain = said.refined(component("{title: a}"))
    assert (plain.owner, plain.url, plain.manifest) == ("team-b", "https://b.example", "Application/x")
    full = said.refined(component("{owner: team-a, tags: [y, z], manifest: Application/y}"))
    assert (full.owner, full.manifest, full.tags) == ("team-a", "Application/y", ("y", "z", "x"))


def test_what_both_say_differently_is_a_contradiction():
    said = Description(name="w.A", owner="team-b", url="https://same.example")
    found = list(said.contradictions(component("{owner: team-a, url: 'https://same.example'}")))
    assert found == [("owner", "team-b", "team-a")]
