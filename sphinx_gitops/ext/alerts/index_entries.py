"""Placed alerts in, entries of the general index out: each name leads to the page that somebody is sent to."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.locale import say
from sphinx_gitops.phrases.words import ALERT_ENTRY

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.domains.index import IndexDomain
    from sphinx.environment import BuildEnvironment

    from sphinx_gitops.ext.domain.document_record import IndexEntry


def _given(env: BuildEnvironment) -> list[tuple[str, IndexEntry]]:
    """The entries that the domain has given, after their documents."""
    return cast("list[tuple[str, IndexEntry]]", gitops_domain(env).data["index"])


def withdraw(app: Sphinx, env: BuildEnvironment, docnames: list[str] | None = None) -> None:
    """Take our entries out, so that a document is read as in a clean build."""
    index = cast("IndexDomain", env.get_domain("index"))
    given = _given(env)
    for docname, entry in given:
        if entry in index.entries.get(docname, []):
            index.entries[docname].remove(entry)
    given.clear()


def settle(app: Sphinx, env: BuildEnvironment) -> None:
    """Give each alert its entry."""
    withdraw(app, env)
    index, domain = cast("IndexDomain", env.get_domain("index")), gitops_domain(env)
    for name, entry in domain.alerts.entries.items():
        text = say(ALERT_ENTRY).replace("{title}", name).replace(";", ",")
        own = ("single", text, entry.anchor, "", None)
        index.entries.setdefault(entry.docname, []).append(own)
        _given(env).append((entry.docname, own))
