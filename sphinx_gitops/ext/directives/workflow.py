"""The directive ``gitops-workflow``: YAML in, a figure with a picture to draw and its text equivalent out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.osutil import relpath

from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.css_classes import style_class
from sphinx_gitops.ext.directives.events import changed
from sphinx_gitops.ext.directives.open_fence import close_fence
from sphinx_gitops.ext.directives.options.figure_options import FIGURE_OPTIONS
from sphinx_gitops.ext.directives.options.options import lenient, report_unusable
from sphinx_gitops.ext.directives.workflow_source import BODY, WorkflowSourceDirective
from sphinx_gitops.ext.domain.entries import anchor_of, outline_anchor
from sphinx_gitops.ext.domain.unread import unread
from sphinx_gitops.ext.drawing.resolved_diagram import selection_problems
from sphinx_gitops.ext.nodes import gitops_unread
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.serialize import pack
from sphinx_gitops.format import WORKFLOW
from sphinx_gitops.model import Workflow
from sphinx_gitops.reader.files import load
from sphinx_gitops.scene import Swatch
from sphinx_gitops.view import select, swatches

if TYPE_CHECKING:
    from docutils.nodes import Node


class WorkflowDirective(WorkflowSourceDirective):
    """``.. gitops-workflow:: [FILE]``."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = lenient(
        {
            **FIGURE_OPTIONS,
            "template": directives.unchanged_required,
            "from": directives.unchanged_required,
            "no-index": directives.flag,
            "no-index-entry": directives.flag,
        },
        body=[key.name for key in WORKFLOW],
    )

    def run(self) -> list[Node]:
        """Read the workflow, report what is wrong with it and build what can be built."""
        report_unusable(self)
        report(close_fence(self, self.span, {key.name for key in WORKFLOW}))
        reading = self.read_workflow()
        report(reading.problems)
        for path in reading.files:
            self.env.note_dependency(relpath(path, str(self.env.srcdir)))
        if reading.workflow is None:
            return [self._unread(), *self._literal()]
        return self._nodes(self.with_evidence(changed(self.env, reading.workflow)))

    def _unread(self) -> gitops_unread:
        """What the workflow may have had, so that what refers to it is no second mistake."""
        labels = [nodes.fully_normalize_name(self.options["name"])] if self.options.get("name") else []
        if self.arguments and not BODY.match(self.arguments[0]):
            path = Path(self.env.relfn2path(self.arguments[0])[1])
            text, problem = load(path, str(path))
            return gitops_unread(may_have=unread(None if problem else text, path.stem, labels))
        return gitops_unread(may_have=unread("\n".join([*self.arguments, *self.content]), self._default(), labels))

    def _literal(self) -> list[Node]:
        """The body as a literal block, so that nothing a writer wrote is lost."""
        lines = [*(line for line in self.arguments if BODY.match(line)), *self.content]
        if not any(line.strip() for line in lines):
            return []
        text = "\n".join(lines)
        block = nodes.literal_block(text, text, language="text")
        self.set_source_info(block)
        return [block]

    def _free(self, workflow: Workflow) -> bool:
        """Whether no other figure of this document has the anchors of this workflow; a former one is taken from it."""
        ids, own = self.state.document.ids, anchor_of(workflow.id)
        holder = ids.get(own)
        if not (isinstance(holder, nodes.figure) and "gitops-workflow" in holder["classes"]):
            return True
        if own not in holder["ids"][1:]:
            return False
        holder["ids"].remove(own)
        del ids[own]
        return True

    def _nodes(self, workflow: Workflow) -> list[Node]:
        free = self._free(workflow)
        request = replace(
            self.request(),
            anchored=free,
            entries=not {"no-index", "no-index-entry"} & set(self.options),
            registered="no-index" not in self.options,
            styles=self._styles(workflow),
        )
        diagram = self.diagram(request, pack(workflow))
        outline = self.outline(request, *([outline_anchor(workflow.id)] if free else []))
        report(selection_problems(diagram, select(workflow, request.selection)))
        figure = self.figure(diagram, time=workflow.observed_at)
        if request.styles:
            figure["classes"] += ["gitops-styled", request.styles[0]]
        if free:
            anchors = map(anchor_of, (workflow.id, *workflow.formerly))
            figure["ids"] = [anchor for anchor in anchors if anchor not in self.state.document.ids]
            self.state.document.note_explicit_target(figure, figure)
        self._name(figure)
        return [figure, outline]

    def _name(self, figure: nodes.figure) -> None:
        """The writer's own name as one more anchor, beside the workflow's."""
        own = nodes.make_id(self.options.get("name", ""))
        if figure["ids"] and own and own not in self.state.document.ids:
            figure["ids"].append(own)
        self.add_name(figure)

    def _styles(self, workflow: Workflow) -> tuple[str, Mapping[str, Swatch]] | None:
        """The workflow's own colours, with the CSS class of its figures."""
        if not workflow.styles:
            return None
        own = {style.name for style in workflow.styles}
        found = {name: swatch for name, swatch in swatches(workflow, vocabulary(self.config)).items() if name in own}
        return style_class(self.env.docname, workflow.id), found
