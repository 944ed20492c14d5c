"""The sources of a ``gitops-workflow`` in, its body, its file, its template or its repository, the workflow out."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from docutils.statemachine import StateMachine

from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.directives.evidence import with_declarations, with_status
from sphinx_gitops.ext.directives.figure import FigureDirective
from sphinx_gitops.ext.directives.from_repository import base_of
from sphinx_gitops.ext.directives.manifests import noted
from sphinx_gitops.ext.source_places import absolute, directive_span, option_lines
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Code, Problem, Severity, Span
from sphinx_gitops.reader import Reading, read_text
from sphinx_gitops.reader.base import Base
from sphinx_gitops.reader.files import File, load
from sphinx_gitops.yamltree.errors import Locate

BODY = re.compile(r"[\w-]+:(?:\s|$)")
"""How YAML starts, and no path to a file."""


class WorkflowSourceDirective(FigureDirective):
    """A directive that has a workflow, wherever it is written."""

    def with_evidence(self, workflow: Workflow) -> Workflow:
        """The workflow with what its manifests say, and the states that its objects have in ``:status:``."""
        return with_status(self, with_declarations(self.env, noted(self, workflow)))

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

    def read_workflow(self) -> Reading:
        """The workflow, and what is wrong with it."""
        template = self.options.get("template", "").strip()
        has_body = any(line.strip() for line in self.content)
        if self.arguments and BODY.match(self.arguments[0]):
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
            found = self._read_body(base=base)
            return replace(found, workflow=replace(found.workflow, discovered=True)) if found.workflow else found
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
