"""A change is data: what happens, to what, and where."""

from __future__ import annotations

from sphinx_gitops.diff.change import Action, Change, ChangeSubject


def test_a_change_has_no_places_unless_it_says_so():
    change = Change(action=Action.ADDED, what=ChangeSubject.FLOW, id="A --> B")
    assert (change.old, change.new, change.field) == (None, None, "")


def test_words_are_those_of_reports():
    assert [action.value for action in Action] == ["added", "removed", "renamed", "moved", "changed", "turned"]
    assert [what.value for what in ChangeSubject] == ["workflow", "stage", "group", "component", "flow"]
