"""Drawing before writing: a progress line for many diagrams, and one browser for all of them where one is needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import ReferenceType, WeakKeyDictionary, ref

from docutils import nodes
from sphinx.util.display import status_iterator

from sphinx_gitops.ext.domain.conditions import conditions_of
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram, resolve
from sphinx_gitops.ext.nodes import gitops_diagram
from sphinx_gitops.ext.outputs import latex
from sphinx_gitops.ext.outputs.capabilities import Picture, capabilities
from sphinx_gitops.render import choose, layout_config, overlay
from sphinx_gitops.render.geometry.layout import BatchEngine
from sphinx_gitops.render.paper import first_plans
from sphinx_gitops.render.squeeze import CLOSE, LOOSE
from sphinx_gitops.scene import Scene

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

MANY = 20
"""So many documents with diagrams, read in one build, are drawn ahead of writing."""


@dataclass(frozen=True, slots=True)
class Task:
    """One diagram to draw, for a screen or for paper."""

    app: Sphinx
    diagram: ResolvedDiagram
    paper: bool

    def jobs(self) -> Iterator[tuple[Scene, Mapping[str, object]]]:
        """The layouts that drawing it asks for first."""
        shown, config = self.diagram.scene, self.diagram.request.config
        if not self.paper:
            yield shown, overlay(layout_config(shown), config)
            return
        for plan in first_plans(shown):
            yield plan.scene, overlay(plan.config, config)

    def unknown(self) -> Iterator[tuple[str, Mapping[str, object]]]:
        """The source and configuration of those that the cache does not have."""
        renderer = self.diagram.renderer(self.app)
        return renderer.unknown(self.jobs(), loose=CLOSE if self.paper else LOOSE)

    def draw(self) -> None:
        """Fill the cache."""
        shown, config = self.diagram.scene, self.diagram.request.config
        renderer = self.diagram.renderer(self.app)
        if self.paper:
            renderer.print(shown, config, latex.sheet(self.app.config), self.diagram.legend)
        else:
            renderer.picture(shown, config, prefix="gitops")


def _documents(app: Sphinx, *, everything: bool) -> list[str]:
    """The documents with pictures: all, or those that this build has read."""
    domain = gitops_domain(app.env)
    found = {row.docname for _, row in domain.index.workflows()} | {
        docname for docname, record in domain.documents.items() if record.shown
    }
    return sorted(found if everything else found & _read.get(app.env, frozenset()))


_read: WeakKeyDictionary[BuildEnvironment, frozenset[str]] = WeakKeyDictionary()
_found: WeakKeyDictionary[BuildEnvironment, dict[str, list[ReferenceType[gitops_diagram]]]] = WeakKeyDictionary()
"""The diagrams of the documents that this process has read, for as long as Sphinx keeps the documents."""


def _note(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Remember what this build reads."""
    _read[env], _found[env] = frozenset(docnames), {}


def _keep(app: Sphinx, doctree: nodes.document) -> None:
    """Remember the diagrams of a document that has been read."""
    _found.setdefault(app.env, {})[app.env.docname] = [ref(diagram) for diagram in doctree.findall(gitops_diagram)]


def _draw(app: Sphinx, builder: Builder) -> None:
    """Draw what has not been drawn."""
    output = capabilities(app)
    if not (output.printed or output.picture is Picture.INLINE):
        return
    engine = choose(app.config.gitops_engine)
    if engine is None:
        return
    batch = isinstance(engine, BatchEngine)
    documents = _documents(app, everything=batch)
    if len(documents) < (1 if batch else MANY):
        return
    if isinstance(engine, BatchEngine):
        jobs = [job for name in documents for task in _tasks(app, name, paper=output.printed) for job in task.unknown()]
        engine.prepare(jobs, timeout=app.config.gitops_timeout)
    for name in status_iterator(documents, "drawing diagrams... ", "brown", len(documents), app.verbosity):
        for task in _tasks(app, name, paper=output.printed):
            task.draw()


def _tasks(app: Sphinx, docname: str, *, paper: bool) -> Iterator[Task]:
    """The diagrams of one document: those that are still in memory, else from its doctree."""
    kept = [reference() for reference in _found.get(app.env, {}).get(docname, ())]
    found = [diagram for diagram in kept if diagram]
    for diagram in found or app.env.get_doctree(docname).findall(gitops_diagram):
        excluded = not all(map(gitops_domain(app.env).holds, conditions_of(diagram)))
        resolved = None if excluded else resolve(app.env, diagram)
        if resolved:
            yield Task(app, resolved, paper)


def setup(app: Sphinx) -> None:
    """Draw when reading is done."""
    app.connect("env-before-read-docs", _note)
    app.connect("doctree-read", _keep)
    app.connect("write-started", _draw)
