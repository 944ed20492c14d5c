"""What an option says of status, and what is said of its files."""

import json

import pytest

from sphinx_gitops.problems import Severity, Span
from sphinx_gitops.status.files import named_files, read_source, remarks
from sphinx_gitops.status.marking import MarkedWorkflow, NamedSnapshot
from sphinx_gitops.status.snapshot import LiveObject, Snapshot

HERE = Span("index.rst", 7)


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("status.json", [("", "status.json")]),
        (" production=prod.json , staging = x.json", [("production", "prod.json"), ("", "staging = x.json")]),
        ("eu-1=a/b.json,c.json", [("eu-1", "a/b.json"), ("", "c.json")]),
        ("", []),
    ],
)
def test_files_may_be_named_with_their_environments(text, files):
    assert [tuple(one) for one in named_files(text)] == files


def test_a_file_is_read(tmp_path):
    path = tmp_path / "status.json"
    path.write_text(json.dumps({"items": []}))
    source = read_source(named_files("eu=status.json")[0], path, HERE)
    assert source == NamedSnapshot(name="status.json", snapshot=Snapshot(), environment="eu")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "the status file 'status.json' cannot be read: no such file or directory"),
        ("{\n{", "the status file 'status.json' has, on line 2, no JSON"),
        ("[3]", "the status file 'status.json' has, on line 1, no list of objects of a cluster"),
    ],
)
def test_what_cannot_be_read_is_one_problem(tmp_path, content, message):
    path = tmp_path / "status.json"
    if content is not None:
        path.write_text(content)
    problem = read_source(named_files("status.json")[0], path, HERE)
    assert message in problem.message
    assert (problem.span, problem.severity) == (HERE, Severity.ERROR)


def live(number):
    return LiveObject(group="g", kind="Application", namespace="argocd", name=f"a{number}", states=())


@pytest.mark.parametrize(("count", "message"), [(1, "s.json: 1 object is bound to no component: Application/argocd/a0"), (7, "s.json: 7 objects are bound to no component: Application/argocd/a0, Application/argocd/a1, Application/argocd/a2, Application/argocd/a3, Application/argocd/a4 and 2 more")])  # fmt: skip
def test_objects_of_no_component_are_one_info(count, message):
    found = MarkedWorkflow(workflow=None, unmatched=tuple(map(live, range(count))))
    (problem,) = remarks(found, [NamedSnapshot(name="s.json", snapshot=Snapshot())], HERE, "x")
    assert (problem.message, problem.severity) == (message, Severity.INFO)


def test_objects_of_several_environments_are_one_warning_with_the_remedy():
    found = MarkedWorkflow(workflow=None, ambiguous=(live(0),))
    (problem,) = remarks(found, [NamedSnapshot(name="s.json", snapshot=Snapshot())], HERE, ":status: production=s.json")
    assert problem.severity is Severity.WARNING
    assert problem.message.endswith("say whose cluster it is, as in ':status: production=s.json'")
