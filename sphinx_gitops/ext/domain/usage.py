"""Workflows shown outside the document that defines them: which documents show them, and when they change."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.links.box_views import views_of
from sphinx_gitops.ext.domain.links.link_targets import place
from sphinx_gitops.ext.domain.other_projects import other_thing
from sphinx_gitops.ext.serialize import unpack
from sphinx_gitops.workflows.fingerprint import fingerprint

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def packed_of(env: BuildEnvironment, name: str) -> tuple[str, bytes] | None:
    """The document that defines a workflow and the workflow as bytes, by its id or a former one; None without any."""
    domain = gitops_domain(env)
    row = domain.objects.get(name)
    return domain.packed(row.current) if row else None


def state_of(env: BuildEnvironment, name: str) -> str:
    """A text that changes when what a workflow, or a thing of one, shows does, or when its parts lead elsewhere."""
    if ":" in name:
        return repr(other_thing(env, name))
    if "." in name:
        titles = [row.title for row in map(gitops_domain(env).objects.get, (name, name.partition(".")[0])) if row]
        return f"{titles}{place(env, '', name)}"
    found = packed_of(env, name)
    if found is None:
        return ""
    docname, workflow = found[0], unpack(found[1])
    names = (f"{workflow.id}.{thing.id}" for thing in workflow.parts())
    places = [place(env, docname, full) for full in (workflow.id, *names)]
    ends = [state_of(env, end) for end in workflow.foreign()]
    views = list(views_of(env, workflow.id))
    return hashlib.sha256(f"{fingerprint(workflow)}{places}{ends}{views}".encode(errors="surrogatepass")).hexdigest()


def states(env: BuildEnvironment) -> dict[str, list[str]]:
    """What the workflows are that each document shows, of its own or of others."""
    shown = {docname: sorted(record.shown) for docname, record in gitops_domain(env).documents.items()}
    known = {name: state_of(env, name) for name in sorted({name for names in shown.values() for name in names})}
    return {docname: [known[name] for name in names] for docname, names in shown.items() if names}
