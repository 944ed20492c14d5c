"""A change is one plain sentence, and several are counted in one."""

from __future__ import annotations

from sphinx_gitops.diff.change import Action, Change, ChangeSubject
from sphinx_gitops.diff.sentences import counted, sentence, signed

ADDED = Change(action=Action.ADDED, what=ChangeSubject.STAGE, id="qa", title="Quality")


def test_a_sentence_has_a_capital_and_a_full_stop():
    assert sentence(ADDED) == 'The stage qa, "Quality", is added.'
    assert signed(ADDED) == '+ The stage qa, "Quality", is added.'


def test_a_long_value_is_cut():
    change = Change(action=Action.CHANGED, what=ChangeSubject.COMPONENT, id="A", field="note", after="x" * 200)
    assert sentence(change) == f'The component A has a new note: "{"x" * 80}...".'


def test_several_values_are_several():
    tags = Change(action=Action.CHANGED, what=ChangeSubject.COMPONENT, id="A", field="tags", before="a", after="b, c")
    assert sentence(tags) == 'The tags of the component A are "b, c" instead of "a".'
    gone = Change(action=Action.CHANGED, what=ChangeSubject.COMPONENT, id="A", field="tags", before="a")
    assert sentence(gone) == 'The component A has no tags any more; they were "a".'


def test_a_part_moves_to_the_top_or_from_it():
    change = Change(action=Action.MOVED, what=ChangeSubject.GROUP, id="g", after="ci")
    assert sentence(change) == "The group g moves to ci."


def test_changes_are_counted():
    assert counted([]) == "The workflow does not change."
    assert counted([ADDED]) == "1 change of the workflow: 1 added."
    removed = Change(action=Action.REMOVED, what=ChangeSubject.STAGE, id="x")
    assert counted([removed, ADDED, ADDED]) == "3 changes of the workflow: 2 added, 1 removed."
