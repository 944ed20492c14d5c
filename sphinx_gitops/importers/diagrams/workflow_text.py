"""A diagram in, the text of a workflow out that draws the same graph, with what of the diagram it lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from sphinx_gitops.format import has_scheme, safe_url
from sphinx_gitops.importers.diagrams.class_styles import ClassStyles
from sphinx_gitops.importers.diagrams.diagram import Diagram, DiagramBox, DiagramEdge, DiagramNode, DiagramPart, Remark
from sphinx_gitops.importers.diagrams.legal_ids import LegalIds
from sphinx_gitops.importers.diagrams.stages import stage_kind
from sphinx_gitops.importers.workflow.naming import id_of
from sphinx_gitops.model import FlowKind

_ARROWS = {FlowKind.AUTOMATION: "-->", FlowKind.SYNC: "<-->", FlowKind.PROMOTION: "==>", FlowKind.FEEDBACK: "-.->"}
_NO_BARS = frozenset("|\"'")
_STORES = (("registry", "registry"), ("repo", "repository"), ("git", "repository"))
_HIDDEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
_OTHERS = "Other components"


def _shown(text: str) -> str:
    """A text on one line, without control characters and halves of surrogates."""
    return " ".join("".join(" " if unicodedata.category(one) in _HIDDEN else one for one in text).split())


class _Writer:
    """Writes one diagram; ``remarks`` are what a workflow cannot have."""

    def __init__(self, diagram: Diagram, name: str) -> None:
        self.diagram = diagram
        self.title = _shown(diagram.title) or name
        self.ids = LegalIds(diagram)
        self.styles = ClassStyles(diagram)
        self.remarks = list(diagram.remarks)

    def note(self, line: int, text: str) -> None:
        self.remarks.append(Remark(line, text))

    def _named(self, part: DiagramPart) -> dict[str, Any]:
        """Title, subtitle and note: the first line of a label, the others, and the annotation."""
        lines = [line for line in map(_shown, part.lines) if line]
        own = self.ids.by_name[part.id]
        title = lines[0] if lines else _shown(part.id) or own
        found: dict[str, Any] = {} if title == own else {"title": title}
        if lines[1:]:
            found["subtitle"] = " ".join(lines[1:])
        if part.note:
            found["note"] = _shown(part.note)
        return found

    def _url(self, url: str, line: int, owner: str) -> dict[str, str]:
        address = url.strip()
        if not address:
            return {}
        if safe_url(address) and has_scheme(address) and address.isprintable():
            return {"url": address}
        why = "it is relative, and leads elsewhere from every page" if safe_url(address) else "it could run code"
        self.note(line, f"the link of {owner} to {address!r} is left out: {why}")
        return {}

    def _component(self, node: DiagramNode) -> Any:
        found = self._named(node)
        kind = node.kind
        if kind == "state-store":
            words = " ".join(node.lines).lower()
            kind = next((other for word, other in _STORES if word in words), kind)
        colour = self.styles.of(node)
        found |= {"kind": kind} if kind else {}
        found |= {"class": colour} if colour else {}
        found |= {"mark": node.mark.value} if node.mark else {}
        found |= {"description": _shown(node.description)} if node.description.strip() else {}
        found |= self._url(node.url, node.line, node.id)
        if found.keys() <= {"title"}:
            return found.get("title", self.ids.by_name[node.id])
        return found

    def _box(self, box: DiagramBox, *, is_stage: bool) -> dict[str, Any]:
        found = self._named(box)
        kind = stage_kind(found.get("title", box.id)) if is_stage else ""
        colour = self.styles.of(box, by_default=False)
        found |= {"kind": kind} if kind else {}
        found |= {"class": colour} if colour else {}
        found |= {"direction": box.direction.value} if box.direction else {}
        groups = {
            self.ids.by_name[inner.id]: self._box(inner, is_stage=False)
            for inner in self.diagram.boxes
            if inner.box == box.id
        }
        found |= {"groups": groups} if groups else {}
        return found | self._components(box.id)

    def _components(self, box: str) -> dict[str, Any]:
        found = {self.ids.by_name[node.id]: self._component(node) for node in self.diagram.nodes if node.box == box}
        return {"components": found} if found else {}

    def _stages(self) -> dict[str, Any]:
        """The outermost boxes, and one more for what is in none, in the order in which the diagram has them."""
        outermost = [box for box in self.diagram.boxes if not box.box]
        stages = {self.ids.by_name[box.id]: self._box(box, is_stage=True) for box in outermost}
        free = [node for node in self.diagram.nodes if not node.box]
        if not free and stages:
            return stages
        title = _OTHERS if stages else self.title
        own = {self.ids.further(id_of(title.lower())): {"title": title, **self._components("")}}
        is_first = not outermost or free[0].line < outermost[0].line
        return {**own, **stages} if is_first else {**stages, **own}

    def _around(self) -> dict[str, set[str]]:
        """The boxes around each node and box."""
        outer = {part.id: part.box for part in (*self.diagram.boxes, *self.diagram.nodes)}

        def boxes(name: str) -> Iterator[str]:
            while name := outer[name]:
                yield name

        return {name: set(boxes(name)) for name in outer}

    def _flows(self) -> Iterator[Any]:
        around = self._around()
        for edge in self.diagram.edges:
            if edge.source in around.get(edge.target, ()) or edge.target in around.get(edge.source, ()):
                words = f"the link from {edge.source} to {edge.target} is left out: one is inside the other"
                self.note(edge.line, words)
            else:
                yield self._flow(edge)

    def _flow(self, edge: DiagramEdge) -> Any:
        source, target = (self.ids.by_name.get(end, end) for end in (edge.source, edge.target))
        label = _shown(edge.label)
        url = self._url(edge.url, edge.line, f"the arrow from {edge.source} to {edge.target}")
        if edge.kind in _ARROWS and not url and not _NO_BARS.intersection(label):
            return f"{source} {_ARROWS[edge.kind]}{f'|{label}|' if label else ''} {target}"
        found: dict[str, Any] = {"from": source, "to": target}
        if edge.kind is not FlowKind.AUTOMATION:
            found["kind"] = edge.kind.value
        return found | ({"label": label} if label else {}) | url

    def document(self) -> dict[str, Any]:
        """The whole workflow."""
        found: dict[str, Any] = {"id": _workflow_id(self.title), "title": self.title}
        if self.diagram.description:
            found["description"] = _shown(self.diagram.description)
        if self.diagram.direction:
            found["direction"] = self.diagram.direction.value
        found["stages"] = self._stages()
        flows = list(self._flows())
        found |= {"flows": flows} if flows else {}
        styles = {name: dict(colours) for name, colours in self.styles.styles().items()}
        return found | ({"styles": styles} if styles else {})


def _workflow_id(title: str) -> str:
    return id_of(id_of(title.lower()).replace(".", "-"))


class _Dumper(yaml.SafeDumper):
    """Writes flows and short mappings as people do."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def workflow_text(diagram: Diagram, name: str) -> tuple[str, Sequence[Remark]]:
    """The text of the workflow, and what of the diagram it lacks, by line; *name* is its title where it has none."""
    writer = _Writer(diagram, name)
    document = writer.document()
    text = yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000_000)
    return text, sorted({*writer.remarks, *writer.styles.remarks})
