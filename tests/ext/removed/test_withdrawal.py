"""Sphinx's own records without what is not shown, and whole again."""

from __future__ import annotations

import copy

from docutils import nodes

from sphinx_gitops.ext.removed.withdrawal import restore, withdraw
from support.private_pages import PRIVATE

LOST = {
    "middle": frozenset(
        {("workflows", "crypt"), ("views", "the-view"), ("descriptions", "crypt.VAULT"), ("runbooks", "mend-vault")}
    )
}


def records(app) -> tuple[object, ...]:
    env = app.env
    standard = env.get_domain("std")
    contents = [node["anchorname"] for node in env.tocs["middle"].findall(nodes.reference)]
    index = sorted(entry[1] for entry in env.get_domain("index").entries["middle"])
    return contents, index, sorted(standard.anonlabels), copy.deepcopy(standard.labels)


def test_it_is_taken_out_and_put_back(build):
    app = build(PRIVATE)
    before, tree = records(app), env_toc(app)
    withdraw(app.env, LOST)
    _, index, names, labels = records(app)
    assert not [words for words in index if "SECRET" in words]
    assert [words for words in index if "Programme" in words]
    assert not {"the-vault", "the-view"} & {*names, *labels}
    assert "the-open" in names
    assert "gitops_removed" in env_toc(app)
    restore(app.env)
    assert (records(app), env_toc(app)) == (before, tree)


def env_toc(app) -> str:
    return app.env.tocs["middle"].pformat()


def test_what_a_runbook_alone_has_lost_leaves_the_others(build):
    app = build(PRIVATE)
    withdraw(app.env, {"middle": frozenset({("runbooks", "mend-vault")})})
    _, index, names, _ = records(app)
    assert [words for words in index if "SECRETVAULT" in words]
    assert not [words for words in index if "SECRETRUNBOOK" in words]
    assert {"the-vault", "the-view"} <= {*names}


def test_a_document_that_is_no_more_gets_nothing_back(build):
    app = build(PRIVATE)
    withdraw(app.env, LOST)
    app.env.clear_doc("middle")
    restore(app.env)
    assert "middle" not in app.env.get_domain("index").entries


def test_what_a_document_has_under_a_condition_and_labels_of_others_stay(build):
    condition = "\n.. only:: html\n\n   Under a condition\n   -----------------\n\n   Words.\n"
    app = build({**PRIVATE, "middle.rst": PRIVATE["middle.rst"] + condition})
    standard = app.env.get_domain("std")
    for labels in (standard.labels, standard.anonlabels):
        labels["the-view"] = ("zulu", *labels["the-view"][1:]) if "the-view" in labels else ("zulu", "a", "b")
    before, tree = records(app), env_toc(app)
    withdraw(app.env, LOST)
    assert "the-view" in standard.anonlabels
    restore(app.env)
    assert (records(app), env_toc(app)) == (before, tree)
    withdraw(app.env, {"middle": frozenset({("views", "the-view")})})
    restore(app.env)
    assert (records(app), env_toc(app)) == (before, tree)
