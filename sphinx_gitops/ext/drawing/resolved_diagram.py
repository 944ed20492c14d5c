"""A placeholder in, everything that its figure and its outline show out: made once for a document and an output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_gitops.ext.application import application
from sphinx_gitops.ext.assessments import highlights
from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.diagram_request import DiagramRequest
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.entries import picture_anchor
from sphinx_gitops.ext.domain.external import foreign_of
from sphinx_gitops.ext.domain.links.box_views import box_views
from sphinx_gitops.ext.domain.links.flow_pages import with_pages
from sphinx_gitops.ext.domain.links.link_targets import DocumentAnchor, part
from sphinx_gitops.ext.domain.usage import packed_of
from sphinx_gitops.ext.drawing.renderer import Renderer
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_diagram
from sphinx_gitops.ext.serialize import unpack
from sphinx_gitops.ext.source_places import node_span
from sphinx_gitops.facts import LegendEntry
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Code, Problem, Severity
from sphinx_gitops.render.painting.legends.legend_content import explained
from sphinx_gitops.rule import RuleMarks
from sphinx_gitops.scene import Scene, Shape
from sphinx_gitops.status import marked, remarks
from sphinx_gitops.view import LEVELS, Foreign, SelectedWorkflow, Selection, collapse, numbered, scene, select

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


STATUS_EXAMPLE = ":status: production=status.json"
"""How a writer says whose cluster a snapshot is of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedDiagram:
    """A diagram with its workflow, the part of it that is shown, and the scene of that part.

    ``defined_in`` is the document of a view's workflow. ``foreign`` has the ends of flows in other workflows.
    ``folded`` is the number of components of a scene whose stages are folded because it has so many; ``views`` has the
    view that shows what is in a folded box, by its id, ``pages`` where the documents lead that edges name. ``remarks``
    are about the status of a view, ``marked`` has the broken rules that the picture shows.
    """

    node: gitops_diagram
    request: DiagramRequest
    workflow: Workflow
    defined_in: str
    selected: SelectedWorkflow
    foreign: Mapping[str, Foreign]
    scene: Scene

    marked: RuleMarks = RuleMarks()  # noqa: RUF009 - frozen
    folded: int = 0
    remarks: tuple[Problem, ...] = ()
    views: Mapping[str, DocumentAnchor] = field(default_factory=dict)
    pages: Mapping[str, DocumentAnchor] = field(default_factory=dict)

    def place(self, env: BuildEnvironment, docname: str, name: str) -> DocumentAnchor:
        """Where a part of the picture leads from the page of *docname*; a folded box to the view that shows it."""
        return self.views.get(name) or part(env, docname, self.workflow.id, name)

    def edge_place(self, number: int) -> DocumentAnchor:
        """Where the label of an edge leads whose flow names a document, by its number from 0."""
        return self.pages[self.scene.edges[number].doc]

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the options that select a part or name a status, at the directive's line."""
        return [*selection_problems(self.node, self.selected), *self.remarks]

    @property
    def notices(self) -> list[Problem]:
        """What a writer may want to know of the picture: that its stages are folded unasked."""
        if not self.folded:
            return []
        words = f"the workflow {self.workflow.id!r} has {self.folded} components, so its stages are folded"
        message = f"{words}: ':collapse: none' draws them all, ':show:' a part"
        return [Problem(code=Code.FOLDED, message=message, span=node_span(self.node), severity=Severity.INFO)]

    def picture_anchor(self, name: str) -> str:
        """The anchor of a part, by its id, in the picture of its definition."""
        return picture_anchor(f"{self.workflow.id}.{name}")

    @property
    def legend(self) -> list[LegendEntry]:
        """The entries of a legend inside the picture."""
        return [] if self.request.legend == "none" else explained(self.scene, say)

    def renderer(self, app: Sphinx) -> Renderer:
        """The renderer whose warnings are at the directive."""
        return Renderer(app, self.node, self.workflow)


def selection_problems(node: nodes.Element, selected: SelectedWorkflow) -> list[Problem]:
    """What is wrong with a selection, at the line of *node*."""
    span = node_span(node)
    return [Problem(code=one.code, message=one.message, span=span) for one in selected.complaints]


def _selection(env: BuildEnvironment, request: DiagramRequest) -> Selection:
    """The selection; the component of a neighbourhood by its id of today."""
    component = gitops_domain(env).relations.component(request.neighbourhood) if request.neighbourhood else None
    return replace(request.selection, focus=component.id) if component else request.selection


def _too_many(shown: Scene, request: DiagramRequest, config: Config) -> int:
    """The number of components of a scene whose stages are to be folded because it has so many; 0 for any other."""
    limit, count = config.gitops_collapse_above, sum(1 for _ in shown.all_nodes())
    return count if request.depth is None and limit is not None and count > limit else 0


def _views(env: BuildEnvironment, workflow: Workflow, drawn: Scene) -> dict[str, DocumentAnchor]:
    """The view that shows what is in each folded box, by its id."""
    boxes = {node.id for node in drawn.all_nodes() if node.shape is Shape.FOLDED}
    return {name: place for name, place in box_views(env, workflow).items() if name in boxes} if boxes else {}


def resolve(env: BuildEnvironment, node: gitops_diagram) -> ResolvedDiagram:
    """The diagram of a placeholder, which is no view of a workflow that is not there."""
    request, docname, packed = node.request, "", node.packed
    if request.view:
        found = packed_of(env, request.view)
        assert found is not None
        docname, packed = found
    seen = marked(unpack(packed), request.statuses) if request.statuses else None
    workflow = seen.workflow if seen else unpack(packed)
    if request.numbered:
        workflow = numbered(workflow)
    selected = select(workflow, _selection(env, request))
    foreign = foreign_of(env, workflow)
    broken = highlights(env, workflow) if request.highlight else RuleMarks()
    paged = with_pages(env, selected.workflow, docname or env.docname)
    config = application(env).config
    shown = scene(
        paged.workflow,
        vocabulary(config),
        direction=request.direction,
        focus=selected.focus,
        foreign=foreign,
        marked=broken,
        say=say,
    )
    folded = _too_many(shown, request, config)
    depth = LEVELS["stages"] if folded else request.depth
    drawn = collapse(replace(shown, hidden=selected.hidden), depth, say=say)
    return ResolvedDiagram(
        node=node,
        request=request,
        workflow=workflow,
        defined_in=docname,
        selected=selected,
        foreign=foreign,
        scene=drawn,
        marked=broken,
        folded=folded,
        views=_views(env, workflow, drawn),
        pages=paged.places,
        remarks=tuple(remarks(seen, request.statuses, node_span(node), STATUS_EXAMPLE)) if seen else (),
    )
