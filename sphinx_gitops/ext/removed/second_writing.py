"""The documents of an output as they are written in, the same out without what other extensions have removed of ours.

What a post-transform or a listener of another extension takes out is known only when a page is written. Pages before it
may lead to it by then, so these are written again, before Sphinx writes what it knows of all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary, WeakSet

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders import Builder

from sphinx_gitops.ext.alerts import contract, index_entries
from sphinx_gitops.ext.domain.contents import registered
from sphinx_gitops.ext.domain.document_record import DESCRIPTIONS, RUNBOOKS, Place
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.outdated import changed_documents
from sphinx_gitops.ext.outputs import unchanged, written_files
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.ext.removed import listed_indices, picture_files, removal_record
from sphinx_gitops.ext.removed.said_once import SaidOnce, listen
from sphinx_gitops.ext.removed.shown_anchors import ShownAnchors, lost_places
from sphinx_gitops.ext.removed.withdrawal import restore, withdraw, withdrawn_labels
from sphinx_gitops.ext.removed.writing import WRITING, Removal, Writing

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_ROUNDS = 3
"""So often pages are written again, should what is removed depend on what they show."""
_read: WeakKeyDictionary[Sphinx, frozenset[str]] = WeakKeyDictionary()
"""The documents that each application's build reads."""
_watched: WeakSet[Builder] = WeakSet()
"""The builders that have everything settled before they finish."""


def before_reading(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Put back what was withdrawn, for another builder may show what the one before did not."""
    _read[app] = frozenset(docnames)
    restore(env)


def begin(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Leave out what this output was last seen without, before anything asks."""
    WRITING.pop(app, None)
    if not capabilities(app).resolves:
        return []
    if app.builder not in _watched:
        _watched.add(app.builder)
        _before_finish(app)
    removals, unknown = removal_record.read(app)
    for docname in _read.pop(app, ()):
        removals.pop(docname, None)
    WRITING[app] = Writing(SaidOnce(), removals)
    written_files.begin(app)
    domain = gitops_domain(env)
    domain.removed = _lost(removals)
    domain.forget()
    withdraw(env, domain.removed)
    return unknown


def before_writing(app: Sphinx, builder: Builder) -> None:
    """Remember every warning of the pages."""
    writing = WRITING.get(app)
    if writing is not None:
        listen(writing.warnings)


def _lost(removals: Mapping[str, Removal]) -> dict[str, frozenset[Place]]:
    return {docname: removal.lost for docname, removal in removals.items()}


def look(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Note what a document registers and no longer has, now that all others have changed it."""
    writing = WRITING.get(app)
    if writing is None:
        return
    several = capabilities(app).assembled
    docnames = {docname, *(str(part["docname"]) for part in doctree.findall(addnodes.start_of_file))}
    for name, files in picture_files.shown(app, doctree, docnames).items():
        writing.files[name] = [*(writing.files.get(name, ()) if several else ()), *files]
    chains = writing.chains.pop(docname, None)
    if chains is None:
        return  # what is removed is known
    domain, everything = gitops_domain(app.env), frozenset[Place]()
    records = {name: registered(domain, name) for name in docnames & domain.parts.keys()}
    shown = ShownAnchors.telling(doctree, records.values())
    for name, record in records.items():
        lost = lost_places(record, shown)
        everything |= lost
        if several and name in writing.found:
            lost &= writing.found[name].lost
        writing.found[name] = Removal(lost, frozenset())
    roots = (chain.root(shown) for chain in chains if chain.of(everything)) if everything else ()
    found = writing.found.get(docname, Removal(frozenset(), frozenset()))
    writing.found[docname] = found._replace(roots=frozenset(root for root in roots if root is not None))


def _before_finish(app: Sphinx) -> None:
    """Have the builder settle everything before it writes indices: Sphinx has no event for that."""
    finish = app.builder.finish

    def settle_and_finish() -> None:
        settle(app)
        unchanged.finish(app, finish)

    app.builder.finish = settle_and_finish  # type: ignore[method-assign]


def settle(app: Sphinx) -> None:
    """Take what is not shown out of everything, and write again the pages that lead to it."""
    writing, domain = WRITING[app], gitops_domain(app.env)
    for _ in range(_ROUNDS):
        writing.removals.update({docname: one for docname, one in writing.found.items() if any(one)})
        found = {docname: lost for docname, lost in _lost(writing.removals).items() if lost}
        if found == domain.removed:
            break
        before = _anywhere(app.env)
        domain.removed = found
        pages = _changed(app)
        if listed_indices.renew(app) or before != _anywhere(app.env):
            pages = {*app.env.found_docs}  # each may have the contents of all, or a link to an index or to a label
        _write(app, pages, writing)
    del WRITING[app]
    picture_files.settle(app, writing.files)
    removal_record.keep(app, {} if capabilities(app).assembled else writing.removals)


def _anywhere(env: BuildEnvironment) -> set[tuple[str, Place | str]]:
    """What any page may lead to, after the documents: what has entries in tables of contents, and labels."""
    removed = gitops_domain(env).removed
    own = ((docname, one) for docname, lost in removed.items() for one in lost if one[0] in {DESCRIPTIONS, RUNBOOKS})
    return {*own, *withdrawn_labels(env)}


def _changed(app: Sphinx) -> set[str]:
    """The documents that show something else, now that it is known what is removed."""
    env, domain = app.env, gitops_domain(app.env)
    restore(env)
    domain.forget()
    withdraw(env, domain.removed)
    contract.place(app, env)
    index_entries.settle(app, env)
    return changed_documents.stale_since(app, env)


def _write(app: Sphinx, pages: AbstractSet[str], writing: Writing) -> None:
    builder = app.builder
    with writing.warnings.closed():
        if capabilities(app).assembled:
            writing.files.clear()
            write_documents = getattr(builder, "write_documents", None)
            if write_documents:
                write_documents({*app.env.found_docs})
            else:  # Sphinx before 8.1
                builder.write({*app.env.found_docs}, [], "all")
            return
        indexer = getattr(builder, "indexer", None)
        if indexer is not None:
            indexer.prune({*app.env.all_docs} - pages)
        builder._write_serial(sorted(pages))  # noqa: SLF001 - the public ways prepare all anew
