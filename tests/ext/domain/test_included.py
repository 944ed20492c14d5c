"""Of documents that register one thing of one file, the document that the file is has it."""

from __future__ import annotations

from sphinx_gitops.ext.domain.document_record import DocumentRecord
from sphinx_gitops.ext.domain.included import without_inclusions
from sphinx_gitops.problems import Span
from sphinx_gitops.runbook import Runbook


def record(*runbooks: tuple[str, str]) -> DocumentRecord:
    found = DocumentRecord()
    for name, file in runbooks:
        found.note_runbook(Runbook(id=name, title=name), Span(file, 3), Span(file, 3))
    return found


def kept(**documents: DocumentRecord) -> dict[str, list[str]]:
    after = without_inclusions(documents, lambda docname: f"{docname}.rst")
    return {docname: sorted(one.runbooks) for docname, one in after.items()}


def test_the_page_of_its_own_has_it():
    assert kept(a=record(("x", "z.rst")), z=record(("x", "z.rst"))) == {"a": [], "z": ["x"]}


def test_without_a_page_of_its_own_the_first_by_name_has_it():
    assert kept(b=record(("x", "part.txt")), a=record(("x", "part.txt"), ("y", "a.rst"))) == {"b": [], "a": ["x", "y"]}


def test_two_files_are_a_duplicate_and_left_to_others():
    assert kept(a=record(("x", "a.rst")), b=record(("x", "b.rst"))) == {"a": ["x"], "b": ["x"]}
