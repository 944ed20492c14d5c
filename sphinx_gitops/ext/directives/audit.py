"""The directive ``gitops-audit``: which practices a workflow keeps, with the evidence, as tables for auditors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.parsers.rst.states import RSTState
from sphinx.util.docutils import SphinxDirective

from sphinx_gitops.audit.framework import BUILT_IN, Control, Framework, built_in, read_framework
from sphinx_gitops.ext.audit_query import AuditQuery
from sphinx_gitops.ext.directives.citations import cited_in
from sphinx_gitops.ext.directives.options.options import lenient, report_unusable
from sphinx_gitops.ext.nodes import gitops_audit
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.source_places import directive_span, node_span, option_lines
from sphinx_gitops.phrases.words import OWN_PRACTICES
from sphinx_gitops.problems import Code, Problem
from sphinx_gitops.reader.files import load
from sphinx_gitops.suggest import near

if TYPE_CHECKING:
    from docutils.nodes import Node


class AuditDirective(SphinxDirective):
    """``.. gitops-audit:: WORKFLOW``."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = lenient(
        {
            "framework": directives.unchanged_required,
            "levels": directives.unchanged,
            "name": directives.unchanged,
            "class": directives.class_option,
        }
    )

    def run(self) -> list[Node]:
        """Read the framework and the team's own words, and put the placeholder of the tables into a box."""
        report_unusable(self)
        framework = self._framework("framework") or built_in(BUILT_IN[0])
        framework, prose = self._with_body(framework)
        levels = "levels" in self.options
        if levels and self.options["levels"].strip():
            framework = replace(framework, levels=(self._framework("levels") or framework).levels)
        elif levels and not framework.levels:
            framework = replace(framework, levels=built_in(BUILT_IN[0]).levels)
        query = AuditQuery(workflow=self.arguments[0].strip(), framework=framework, levels=levels)
        placeholder = gitops_audit("", *prose, query=query)
        self.set_source_info(placeholder)
        box = nodes.container("", placeholder, classes=["gitops-audit", *self.options.get("class", [])])
        self.set_source_info(box)
        self.add_name(box)
        return [box]

    def _refuse(self, option: str, message: str, code: str = Code.OPTION) -> None:
        below = option_lines(self).get(option, 0)
        report([Problem(code=code, message=f"{option}: {message}", span=directive_span(self, below))])

    def _framework(self, option: str) -> Framework | None:
        """The framework that an option names: one of the package, or a file of the project."""
        said = self.options.get(option, "").strip()
        if not said:
            return None
        if said.lower() in BUILT_IN:
            return built_in(said.lower())
        if not said.endswith((".yaml", ".yml")):
            hint = near(said, BUILT_IN) or f"; expected one of {', '.join(BUILT_IN)}, or a YAML file"
            self._refuse(option, f"there is no framework {said!r}{hint}")
            return None
        if not self.state.document.settings.file_insertion_enabled:
            self._refuse(option, f"{said!r} is not read: file_insertion_enabled is off", Code.FILE_NOT_FOUND)
            return None
        relative, absolute = self.env.relfn2path(said)
        self.env.note_dependency(relative)
        text, unread = load(Path(absolute), absolute)
        if unread:
            self._refuse(option, f"{said!r}: {unread.message}", unread.code)
            return None
        framework, problems = read_framework(text, absolute, Path(absolute).stem)
        report(problems)
        return framework

    def _with_body(self, framework: Framework) -> tuple[Framework, list[Node]]:
        """The framework with the team's own practices and evidence, and the prose of each practice, by its id."""
        controls = {control.id: control for control in framework.controls}
        by_name = {name.lower(): one.id for one in framework.controls for name in (one.title, one.id)}
        prose: list[Node] = []
        for control in framework.controls:
            if control.prose:
                parsed = self.parse_text_to_nodes(control.prose)
                prose.append(nodes.container("", *parsed, control=control.id))
        for item in self._items():
            title = item[0].astext()
            name = by_name.get(title.lower(), title)
            body = nodes.container("", *_defined(item), control=name)
            span = node_span(item) if item.line else directive_span(self)
            known = controls.get(name) or Control(id=name, title=title, span=span, section=OWN_PRACTICES)
            evidence = (*known.evidence, *cited_in(body))
            controls[name] = replace(known, evidence=evidence, span=span, prose=_words(body))
            prose.append(body)
        return replace(framework, controls=tuple(controls.values())), prose

    def _items(self) -> Iterator[nodes.definition_list_item]:
        """The definitions of the body; that there is anything else in it is told once."""
        others = 0
        for node in self.parse_content_to_nodes() if self.content else []:
            if isinstance(node, nodes.definition_list):
                yield from (item for item in node.children if isinstance(item, nodes.definition_list_item))
            elif not isinstance(node, (nodes.comment, nodes.system_message)):
                others += 1
        if others:
            message = "the body of an audit is a definition list: a practice, and below it what the team does"
            if not isinstance(self.state, RSTState):
                message += "; MyST has such lists with its extension 'deflist' alone: name it in myst_enable_extensions"
            report([Problem(code=Code.CONTENT, message=message, span=directive_span(self))])


def _defined(item: nodes.definition_list_item) -> list[nodes.Node]:
    """What stands below a term; in Markdown a term may have several definitions."""
    definitions = (child for child in item if isinstance(child, nodes.definition))
    return [node for definition in definitions for node in definition.children]


def _words(prose: nodes.Element) -> str:
    """Prose as plain text, for exports."""
    return " ".join(prose.astext().split())
