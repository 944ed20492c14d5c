"""The post-transform of described components and runbooks: placeholders in, field lists with references out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from sphinx_gitops.evidence import Declared
from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.config import settings, vocabulary
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.links.pictured import place_in_picture
from sphinx_gitops.ext.domain.relations import RelatedTarget
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_facts, gitops_signature, gitops_title
from sphinx_gitops.ext.outputs.addresses import address
from sphinx_gitops.ext.outputs.capabilities import PictureForm, capabilities
from sphinx_gitops.ext.outputs.output_documents import Origins, within
from sphinx_gitops.ext.resolve.alert_nodes import alert_items
from sphinx_gitops.ext.resolve.outline_nodes import reference_to_doc
from sphinx_gitops.ext.resolve.pending_xrefs import joined, to_component, to_page, to_runbook, to_target
from sphinx_gitops.ext.source_places import node_span
from sphinx_gitops.facts import component_facts, neighbour_words
from sphinx_gitops.graph.adjacency import Neighbour
from sphinx_gitops.phrases import words as phrases
from sphinx_gitops.phrases.columns import COLUMN_WORDS
from sphinx_gitops.runbook import Description, Runbook
from sphinx_gitops.view import observed_words

_logger = logging.getLogger(__name__)
_Parts = list[list[nodes.Node]]


class ResolveDescriptions(PostTransform):
    """Replaces the placeholders before references are resolved."""

    default_priority = 4

    def run(self, **kwargs: object) -> None:
        """Replace every placeholder of the document."""
        if not capabilities(self.app).resolves:
            return  # the words are the workflow's
        self._relations = gitops_domain(self.env).relations
        self._origins = Origins(self.document, self.env)
        for signature in list(self.document.findall(gitops_signature)):
            signature.replace_self(self._signature(signature))
        for title in list(self.document.findall(gitops_title)):
            signed = isinstance(title.parent, addnodes.desc_signature)
            title.replace_self([addnodes.desc_name(title["shown"], title["shown"])] if signed else [])
        for facts in list(self.document.findall(gitops_facts)):
            record = facts["record"]
            fields = self._runbook(facts, record) if isinstance(record, Runbook) else self._component(facts, record)
            facts.replace_self(_field_list([field for field in fields if any(field[1])]))

    def _signature(self, node: gitops_signature) -> list[nodes.Node]:
        """A component's title, then its kind and its mark; its name alone where there is none."""
        entry = self._relations.entry(node["name"])
        if entry is None:
            domain = gitops_domain(self.env)
            if not domain.index.unread(node["name"]):
                message = "there is no component %r to describe%s"
                hint = domain.near("component", node["name"])
                _logger.warning(message, node["name"], hint, location=node, type="gitops", subtype="unknown-id")
            return [addnodes.desc_name(node["name"], node["name"])]
        title = entry.component.title
        facts = component_facts(entry.component, vocabulary(self.config), say, whole=False)
        parts: list[nodes.Node] = [addnodes.desc_name(title, title)]
        if facts:
            words = ", ".join(facts)
            parts += [
                addnodes.desc_sig_punctuation("", ":"),
                addnodes.desc_sig_space(),
                addnodes.desc_annotation(words, words),
            ]
        return parts

    def _component(self, node: gitops_facts, record: Description) -> Iterator[tuple[str, _Parts]]:
        entry, here = self._relations.entry(record.name), self._origins.docname(node)
        if entry is None:
            return
        self._contradict(node, record, entry.name)
        component = record.refined(entry.component)
        path = [to_target(target, here) for target in (entry.workflow, *entry.boxes)]
        yield phrases.PART_OF, [[*_stepped(path), *self._in_picture(entry.name, here)]]
        yield phrases.OWNER_FIELD, _texts([component.owner])
        yield phrases.TAGS, [joined(_texts(component.tags))] if component.tags else []
        yield phrases.MANIFEST, [[nodes.literal("", component.manifest)]] if component.manifest else []
        yield from self._declared(component.declared or Declared())
        yield COLUMN_WORDS["status"], [joined(_texts(observed_words(component.observed, say)))]
        links = [(say(phrases.PAGE), component.url), *component.links] if component.url else [*component.links]
        found: _Parts = [[nodes.reference("", title, refuri=url, internal=False)] for title, url in links]
        if component.doc:
            found.append([reference_to_doc(component.doc, component.span_of("doc"), here)])
        yield phrases.LINKS, [joined(found)] if found else []
        receives, sends = self._relations.ends(entry.name)
        yield phrases.RECEIVES, self._ends(receives, here)
        yield phrases.SENDS, self._ends(sends, here)
        yield phrases.RUNBOOKS, [to_runbook(book, here) for book in entry.brief.runbooks]
        yield phrases.ALERTS, alert_items(self.app, self._relations.alerts.component(entry.name), here, linked=True)
        yield (
            phrases.MENTIONS,
            [[to_page(page, here)] for page in within(entry.brief.mentions, self.env)],
        )

    def _in_picture(self, name: str, here: str) -> list[nodes.Node]:
        """The way back to the picture, where that is part of a page."""
        place = place_in_picture(self.env, name) if capabilities(self.app).picture is PictureForm.INLINE else None
        if place is None:
            return []
        words = say(phrases.IN_PICTURE)
        link = nodes.reference("", words, refuri=address(self.app, here, place), internal=True)
        return [nodes.Text(" ("), link, nodes.Text(")")]

    def _declared(self, declared: Declared) -> Iterator[tuple[str, _Parts]]:
        """What the manifests of a component say."""
        heads = COLUMN_WORDS
        yield heads["file"], [[nodes.literal("", place)] for place in declared.places]
        yield heads["revision"], [[nodes.literal("", declared.revision)]] if declared.revision else []
        yield heads["path"], [[nodes.literal("", declared.path)]] if declared.path else []
        yield heads["automation"], [joined(_texts([say(word) for word in declared.automation]))]

    def _ends(self, ends: Sequence[tuple[RelatedTarget, Neighbour]], here: str) -> _Parts:
        def words(end: Neighbour) -> list[nodes.Node]:
            found = neighbour_words(end, say)
            return [nodes.Text(f" ({found})")] if found else []

        return [[to_target(target, here), *words(end)] for target, end in ends]

    def _contradict(self, node: gitops_facts, description: Description, full_name: str) -> None:
        """Warn where a description and the workflow disagree, once for each field."""
        workflow, _, component = full_name.partition(".")
        defined, own = self._relations.around(workflow).components[component], node_span(node)
        for field, here, there in description.contradictions(defined):
            _logger.warning(
                "%s of %s: %r here, but %r in the workflow, at %s:%s; the workflow's stands: keep one of them",
                field,
                description.name,
                here,
                there,
                self._relative(defined.span.source),
                defined.span.line,
                location=f"{own.source}:{own.line + node['option_lines'].get(field, 0)}",
                type="gitops",
                subtype="contradiction",
            )

    def _relative(self, source: str) -> str:
        path = Path(source)
        return path.relative_to(self.env.srcdir).as_posix() if path.is_relative_to(self.env.srcdir) else source

    def _runbook(self, node: gitops_facts, runbook: Runbook) -> Iterator[tuple[str, _Parts]]:
        here = self._origins.docname(node)
        domain, once = gitops_domain(self.env), dict[str, str]()
        for name in runbook.components:
            found = domain.find("component", name, here)
            once.setdefault(found[1].current if found else name, name)
        yield phrases.COMPONENTS, [[self._named(name, runbook, node, here)] for name in once.values()]
        yield phrases.SEVERITY, _texts([runbook.severity])
        yield phrases.OWNER_FIELD, _texts([runbook.owner])
        yield phrases.SYMPTOMS, _texts(runbook.symptoms)
        if settings(self.app.config).alerts.globs:
            yield phrases.ALERTS, alert_items(self.app, self._relations.alerts.runbook(runbook.id), here, linked=False)
        else:
            yield phrases.ALERTS, [[nodes.literal("", name)] for name in runbook.alerts]

    def _named(self, name: str, runbook: Runbook, node: gitops_facts, here: str) -> nodes.Node:
        """A component that a runbook names; Sphinx looks for it in other projects too, and misses it aloud."""
        found = gitops_domain(self.env).find("component", name, here)
        xref = to_component(name, found[1].title if found else name, here)
        xref["refexplicit"] = bool(found)
        xref["refwarn"], xref["gitops:runbook"] = True, runbook.id
        xref.source, xref.line = node.source, (node.line or 1) + node["option_lines"].get("components", 0)
        return xref


def _texts(words: Sequence[str]) -> _Parts:
    return [[nodes.Text(word)] for word in words if word]


def _stepped(path: Sequence[nodes.Node]) -> list[nodes.Node]:
    """A path of nodes, from the outermost."""
    found: list[nodes.Node] = []
    for step in path:
        found += [nodes.Text(" \u203a "), step] if found else [step]
    return found


def _field_list(fields: Sequence[tuple[str, _Parts]]) -> list[nodes.Node]:
    """A field for each name: one part as a paragraph, or as the blocks that it is, several as a list."""
    found = nodes.field_list("", classes=["gitops-facts"])
    for name, parts in fields:
        lines = [part if isinstance(part[0], nodes.paragraph) else [nodes.paragraph("", "", *part)] for part in parts]
        body = lines[0] if len(lines) == 1 else [nodes.bullet_list("", *(nodes.list_item("", *line) for line in lines))]
        found += nodes.field("", nodes.field_name("", say(name)), nodes.field_body("", *body))
    return [found] if fields else []
