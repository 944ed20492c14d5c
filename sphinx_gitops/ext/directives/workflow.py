"""The directive ``gitops-workflow``: YAML in, a figure with a picture to draw and its text equivalent out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StateMachine
from sphinx.util.osutil import relpath

from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.css_classes import style_class
from sphinx_gitops.ext.directives.events import changed
from sphinx_gitops.ext.directives.figure import FigureDirective
from sphinx_gitops.ext.directives.figure_options import FIGURE_OPTIONS
from sphinx_gitops.ext.directives.from_repository import base_of
from sphinx_gitops.ext.directives.options import lenient, report_unusable
from sphinx_gitops.ext.domain.entries import anchor_of, outline_anchor
from sphinx_gitops.ext.domain.unread import unread
from sphinx_gitops.ext.drawing.resolved_diagram import selection_problems
from sphinx_gitops.ext.nodes import gitops_unread
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.serialize import pack
from sphinx_gitops.ext.source_places import absolute, directive_span, option_lines
from sphinx_gitops.format import WORKFLOW
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Code, Problem, Severity, Span
from sphinx_gitops.reader import Reading, read_text
from sphinx_gitops.reader.base import Base
from sphinx_gitops.reader.files import File, load
from sphinx_gitops.scene import Swatch
from sphinx_gitops.view import select, swatches
from sphinx_gitops.yamltree.errors import Locate

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx

_BODY = re.compile(r"[\w-]+:(?:\s|$)")
"""How YAML starts, and no path to a file."""


class WorkflowDirective(FigureDirective):
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
        reading = self._read()
        report(reading.problems)
        for path in reading.files:
            self.env.note_dependency(relpath(path, str(self.env.srcdir)))
        if reading.workflow is None:
            return [self._unread(), *self._literal()]
        return self._nodes(changed(self.env, reading.workflow))

    def _here(self, line: int = 0) -> Span:
        """The place where a line of the body starts, counted from 0."""
        own = self.span
        if not len(self.content):
            return own
        if isinstance(self.state_machine, StateMachine):
            items = self.content.items
            inside = min(line, len(items) - 1)
            origin, offset = items[inside]
            source = absolute(origin) if origin else own.source
            return Span(source, (offset or 0) + 1 + line - inside)
        return Span(own.source, self.lineno + 1 + self.content_offset + line)

    def _locate(self) -> Locate:
        """The place of each line and column of the body; a line has several values, and is looked up once."""
        starts = cache(self._here)

        def locate(line: int, column: int) -> Span:
            start = starts(line)
            return Span(start.source, start.line, column + 1)

        return locate

    def _default(self) -> str:
        return self.env.docname.rpartition("/")[2]

    def _refused(self, message: str, span: Span, code: Code = Code.CONTENT) -> Reading:
        return Reading(workflow=None, problems=(Problem(code=code, message=message, span=span),))

    def _read(self) -> Reading:
        template = self.options.get("template", "").strip()
        has_body = any(line.strip() for line in self.content)
        if self.arguments and _BODY.match(self.arguments[0]):
            return self._refused("a blank line is missing between the directive and its YAML", self.span)
        if "from" in self.options:
            return self._read_from(template)
        if self.arguments and has_body:
            return self._refused("a file and a body together: keep one of them", self._here())
        if self.arguments:
            return self._read_file(self.arguments[0], template)
        if not has_body and not template:
            return self._refused("a workflow wants a YAML body, a file or a template", self._here())
        return self._read_body(template=template)

    def _read_body(self, *, template: str = "", base: Base | None = None) -> Reading:
        return read_text(
            "\n".join(self.content),
            locate=self._locate(),
            default=self._default(),
            template=template,
            base=base,
            vocabulary=vocabulary(self.config),
            file=self._file(str(self.env.doc2path(self.env.docname))),
        )

    def _read_from(self, template: str) -> Reading:
        """The body on what a repository declares; without that, the body alone, where it is a workflow of its own."""
        span = directive_span(self, option_lines(self).get("from", 0))
        if self.arguments or template:
            other = "a file" if self.arguments else "':template:'"
            return self._refused(f"':from:' and {other} together: keep one of them", span)
        folder = self.options["from"].strip()
        if not self.state.document.settings.file_insertion_enabled:
            message = f"{folder!r} is not read: file_insertion_enabled is off; write the workflow into the directive"
            return self._refused(message, span, Code.FILE_NOT_FOUND)
        base = base_of(self.env, folder, span)
        if isinstance(base, Base):
            return self._read_body(base=base)
        alone = self._read_body()
        is_whole = not any(problem.severity is Severity.ERROR for problem in alone.problems)
        return replace(alone, workflow=alone.workflow if is_whole else None, problems=(base,))

    def _read_file(self, argument: str, template: str) -> Reading:
        if not self.state.document.settings.file_insertion_enabled:
            message = f"{argument!r} is not read: file_insertion_enabled is off; write the workflow into the directive"
            return self._refused(message, self.span, Code.FILE_NOT_FOUND)
        relative, absolute = self.env.relfn2path(argument)
        self.env.note_dependency(relative)
        text, unread = load(Path(absolute), absolute)
        if unread:
            problem = unread
            if problem.code is Code.FILE_NOT_FOUND:
                where = "the path is relative to this document, or to the source folder with a leading '/'"
                message = f"{argument!r}: {problem.message}; {where}"
                problem = Problem(code=problem.code, message=message, span=self.span)
            return Reading(workflow=None, problems=(problem,))
        return read_text(
            text,
            locate=lambda line, column: Span(absolute, line + 1, column + 1),
            default=Path(absolute).stem,
            template=template,
            vocabulary=vocabulary(self.config),
            file=self._file(absolute),
        )

    def _file(self, path: str) -> File | None:
        """A file beside which others are included; None where the project includes none."""
        if not self.state.document.settings.file_insertion_enabled:
            return None
        root = self.env.srcdir
        return File(path=Path(path), shown=path, root=Path(root), top=str(root))

    def _unread(self) -> gitops_unread:
        """What the workflow may have had, so that what refers to it is no second mistake."""
        labels = [nodes.fully_normalize_name(self.options["name"])] if self.options.get("name") else []
        if self.arguments and not _BODY.match(self.arguments[0]):
            path = Path(self.env.relfn2path(self.arguments[0])[1])
            text, problem = load(path, str(path))
            return gitops_unread(may_have=unread(None if problem else text, path.stem, labels))
        return gitops_unread(may_have=unread("\n".join([*self.arguments, *self.content]), self._default(), labels))

    def _literal(self) -> list[Node]:
        """The body as a literal block, so that nothing a writer wrote is lost."""
        lines = [*(line for line in self.arguments if _BODY.match(line)), *self.content]
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
        figure = self.figure(diagram)
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


def setup(app: Sphinx) -> None:
    """Register the directive, plainly and in the domain."""
    app.add_directive("gitops-workflow", WorkflowDirective)
    app.add_directive_to_domain("gitops", "workflow", WorkflowDirective)
