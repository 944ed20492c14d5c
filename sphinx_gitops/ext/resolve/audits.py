"""The post-transform of audits: queries in, a summary and a table for each section of the framework out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from sphinx_gitops.audit.assessment import Assessment, AssessmentRow, Result
from sphinx_gitops.audit.evidence import Proof, ProofKind
from sphinx_gitops.audit.framework import Control
from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.assessments import assessment
from sphinx_gitops.ext.directives.citations import cited_in
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_audit
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.ext.outputs.output_documents import Origins
from sphinx_gitops.ext.resolve.pending_xrefs import to_part, to_target
from sphinx_gitops.ext.resolve.tables.cell_lines import cell_lines, entry, scroll
from sphinx_gitops.phrases.words import (
    AUDIT_COLUMNS,
    AUDIT_COUNTS,
    LEVEL,
    LEVEL_LACKS,
    MORE,
    NO_LEVEL,
    OWN_PRACTICES,
    RESULT_WORDS,
)
from sphinx_gitops.rule import Rule
from sphinx_gitops.rules import rule_of

if TYPE_CHECKING:
    from sphinx_gitops.ext.audit_query import AuditQuery

_logger = logging.getLogger(__name__)
_WIDTHS = (18, 27, 15, 40)
"""The shares of the columns."""
_KEPT_TOGETHER = r"\Needspace{12\baselineskip}"
"""On paper, a title stands on the page on which its table begins; Sphinx loads the package."""
_MOST = 6
"""So many things are named as evidence for one rule, and how many more there are."""


class ResolveAudits(PostTransform):
    """Replaces the placeholders of audits before references are resolved."""

    default_priority = 4

    def run(self, **kwargs: object) -> None:
        """Replace every placeholder of the document."""
        if not capabilities(self.app).resolves:
            return
        origins = Origins(self.document, self.env)
        for placeholder in list(self.document.findall(gitops_audit)):
            query: AuditQuery = placeholder["query"]
            found = assessment(self.env, query)
            if found is None:
                self._report_unknown(query, placeholder)
                placeholder.parent.remove(placeholder)
                continue
            prose = {str(child["control"]): child for child in placeholder.children if isinstance(child, nodes.Element)}
            tables = _Tables(self, found, prose, origins.docname(placeholder))
            box = placeholder.parent
            placeholder.replace_self(tables.all(levels=query.levels))
            for table in list(box.findall(nodes.table)) if capabilities(self.app).stylesheet else ():
                scroll(table)

    def _report_unknown(self, query: AuditQuery, placeholder: gitops_audit) -> None:
        domain = gitops_domain(self.env)
        message, hint = "there is no workflow %r to audit%s", domain.near("workflow", query.workflow)
        _logger.warning(message, query.workflow, hint, location=placeholder, type="gitops", subtype="unknown-id")


class _Tables:
    """The nodes of one audit."""

    def __init__(
        self, transform: ResolveAudits, found: Assessment, prose: Mapping[str, nodes.Element], here: str
    ) -> None:
        self._app, self._env = transform.app, transform.env
        self._relations = gitops_domain(transform.env).relations
        self._found, self._prose, self._here = found, prose, here

    def all(self, *, levels: bool) -> list[nodes.Node]:
        """The summary, then each section's title and table."""
        made: list[nodes.Node] = [self._summary()]
        if levels:
            made.append(self._level())
        for section, controls in self._found.framework.sections():
            title = nodes.rubric("", self._section(section))
            made += [nodes.raw("", _KEPT_TOGETHER, format="latex"), title] if section else []
            made.append(self._table(controls))
        return made

    def _section(self, name: str) -> str:
        """The name of a section: ours in the reader's language, a team's own as it is."""
        return say(name) if self._found.framework.is_shipped or name == OWN_PRACTICES else name

    def _title(self, control: Control) -> str:
        """The title of a practice: ours in the reader's language, a team's own as it is."""
        is_ours = self._found.framework.is_shipped and control.section != OWN_PRACTICES
        return say(control.title) if is_ours else control.title

    def _remarks(self, row: AssessmentRow) -> Iterator[nodes.Node]:
        """Why the result is as it is; what is in English on a page of another language says so."""
        words, place = row.checked
        if words:
            yield nodes.Text(say(words).replace("{place}", place))
            return
        is_foreign = capabilities(self._app).stylesheet and not str(self._app.config.language).startswith("en")
        for remark in row.remarks:
            said = say(remark)
            is_english = is_foreign and said == remark and row.result is not Result.WAIVED
            yield nodes.inline("", said, classes=["language-en"]) if is_english else nodes.Text(said)

    def _summary(self) -> nodes.paragraph:
        framework = self._found.framework
        title = say(framework.title) if framework.is_shipped else framework.title
        name = nodes.strong("", title)
        if framework.url:
            name = nodes.strong("", "", nodes.reference("", title, refuri=framework.url, internal=False))
        version = f" ({framework.version})" if framework.version else ""
        counts = ", ".join(
            say(AUDIT_COUNTS[result.value]).replace("{count}", str(count))
            for result, count in self._found.counts.items()
        )
        return nodes.paragraph("", "", name, nodes.Text(f"{version}: {counts}."))

    def _level(self) -> nodes.paragraph:
        reached = self._found.level
        said = say(LEVEL).replace("{level}", reached) if reached else say(NO_LEVEL)
        parts: list[nodes.Node] = [nodes.strong("", said)]
        lacking = next((level for level in self._found.levels if level.missing), None)
        if lacking:
            parts.append(nodes.Text(f" {say(LEVEL_LACKS).replace('{level}', lacking.name)} "))
            for number, code in enumerate(lacking.missing):
                parts += [nodes.Text(", " if number else ""), _code(code)]
            parts.append(nodes.Text("."))
        return nodes.paragraph("", "", *parts, classes=["gitops-level"])

    def _table(self, controls: Sequence[Control]) -> nodes.table:
        head = nodes.row("", *(entry(nodes.paragraph("", say(words))) for words in AUDIT_COLUMNS))
        rows = [nodes.row("", *self._cells(row, first=not at)) for one in controls for at, row in self._of(one)]
        specs = [nodes.colspec(colwidth=width) for width in _WIDTHS]
        group = nodes.tgroup("", *specs, nodes.thead("", head), nodes.tbody("", *rows), cols=len(_WIDTHS))
        return nodes.table("", group, classes=["gitops-table", "longtable", "colwidths-given"])

    def _of(self, control: Control) -> Iterator[tuple[int, AssessmentRow]]:
        return enumerate(self._found.of(control))

    def _cells(self, row: AssessmentRow, *, first: bool) -> Iterator[nodes.entry]:
        control, rule = row.control, rule_of(row.rule)
        names = [nodes.strong("", self._title(control)), *([] if _is_slug(control) else [nodes.Text(control.id)])]
        yield entry(*cell_lines(names, self._app))
        yield entry(*_rule_words(rule))
        kind = row.result.value.replace(" ", "-")
        word = nodes.inline("", say(RESULT_WORDS[row.result.value]), classes=["gitops-result", f"gitops-{kind}"])
        yield entry(nodes.paragraph("", "", word))
        yield entry(*cell_lines(list(self._reasons(row, first=first)), self._app, "; "))

    def _reasons(self, row: AssessmentRow, *, first: bool) -> Iterator[nodes.Node]:
        """Why the result is as it is: remarks, the prose of the practice at its first rule, and evidence."""
        yield from self._remarks(row)
        prose = self._prose.get(row.control.id) if first else None
        linked: set[str] = set()
        if prose is not None:
            linked.update(cited_in(prose))
            yield from _lines(prose)
        evidence = [proof for proof in row.evidence if proof.name not in linked]
        yield from (self._proof(proof) for proof in evidence[:_MOST])
        if len(evidence) > _MOST:
            yield nodes.Text(say(MORE).replace("{count}", str(len(evidence) - _MOST)))

    def _proof(self, proof: Proof) -> nodes.Node:
        match proof.kind:
            case ProofKind.COMPONENT:
                return to_target(self._relations.target(proof.name, proof.title), self._here)
            case ProofKind.RUNBOOK:
                title = next(
                    (b.runbook.title for b in self._relations.books() if b.runbook.id == proof.name), proof.name
                )
                return to_part(proof.name, "runbook", title, self._here)
            case ProofKind.FLOW:
                return self._flow(proof)
            case ProofKind.MANIFEST:
                facts = ", ".join(filter(None, (proof.place, proof.revision)))
                return nodes.inline("", "", nodes.literal("", proof.name), nodes.Text(f" ({facts})" if facts else ""))

    def _flow(self, proof: Proof) -> nodes.Node:
        sides = []
        for names in proof.ends:
            linked: list[nodes.Node] = []
            for number, name in enumerate(names):
                linked += [nodes.Text(", " if number else ""), to_target(self._relations.target(name), self._here)]
            sides.append(linked)
        label = nodes.Text(f" ({proof.title})" if proof.title else "")
        return nodes.inline("", "", *sides[0], nodes.Text(" → "), *sides[1], label)


def _lines(prose: nodes.Element) -> Iterator[nodes.Node]:
    """What prose says, in lines: the words of each block, of code each line, and pictures."""
    for block in list(prose.findall(_is_line)):
        if isinstance(block, (nodes.literal_block, nodes.doctest_block)):
            yield from (nodes.literal("", line) for line in block.astext().splitlines() if line.strip())
        elif isinstance(block, nodes.image):
            yield block
        else:
            yield nodes.inline("", "", *block.children)


def _is_line(node: nodes.Node) -> bool:
    """Whether a node is a block of words, and of nothing that is one itself, or a picture that is in none."""
    if isinstance(node, nodes.image):
        return not isinstance(node.parent, nodes.TextElement)
    is_block = isinstance(node, nodes.TextElement) and not isinstance(node, (nodes.Inline, nodes.Invisible))
    return is_block and all(isinstance(child, (nodes.Text, nodes.Inline)) for child in node.children)


def _code(code: str) -> nodes.inline:
    """The code of a rule: no literal, for paper breaks none, and a column is narrow."""
    return nodes.inline("", code, classes=["gitops-rule-code"])


def _rule_words(rule: Rule | None) -> Iterator[nodes.Node]:
    """What a rule asks for, and its code."""
    if rule:
        words = nodes.Text(f"{say(rule.requirement).rstrip('.')} (")
        yield nodes.paragraph("", "", words, _code(rule.code), nodes.Text(")"))


def _is_slug(control: Control) -> bool:
    """Whether the id of a practice is only its title in other letters."""
    name, title = (text.replace("-", " ").lower() for text in (control.id, control.title))
    return title.startswith(name)
