"""The short facts that every output says beside a component or a flow."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_gitops.language import CLASS_WORDS, FLOW_WORDS, MARK_WORDS, OWNER, Say, english, spaced
from sphinx_gitops.model import Component, Flow, FlowKind
from sphinx_gitops.scene import Scene
from sphinx_gitops.view import mark_of
from sphinx_gitops.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One sign in use: a colour class, a mark or a kind of flow (``what``), its name and its meaning."""

    what: str
    name: str
    words: str


def legend_entries(scene: Scene, say: Say = english) -> list[LegendEntry]:
    """What a picture uses, in a fixed order: classes, marks, flows."""
    nodes = list(scene.all_nodes())
    colours = {node.colour for node in nodes}
    marks = {node.mark.value for node in nodes if node.mark}
    flows = {edge.kind.value for edge in scene.edges}
    return [
        *(LegendEntry("class", name, say(CLASS_WORDS.get(name, name))) for name in scene.swatches if name in colours),
        *(LegendEntry("mark", name, say(words)) for name, words in MARK_WORDS.items() if name in marks),
        *(LegendEntry("flow", name, say(words)) for name, words in FLOW_WORDS.items() if name in flows),
    ]


def component_facts(component: Component, vocabulary: Vocabulary, say: Say = english) -> list[str]:
    """A component's kind, tier, mark and owner, as short words."""
    mark = mark_of(component, vocabulary)
    owner = say(OWNER).replace("{owner}", component.owner) if component.owner else ""
    words = (spaced(component.kind), spaced(component.tier.value) if component.tier else "")
    facts = (*words, MARK_WORDS[mark.value] if mark else "")
    return [*(say(fact) for fact in facts if fact), *([owner] if owner else [])]


def flow_words(flow: Flow, say: Say = english) -> str:
    """A flow's kind and label, empty for plain automation."""
    kind = "" if flow.kind is FlowKind.AUTOMATION else say(flow.kind.value)
    return ", ".join(dict.fromkeys(word for word in (kind, flow.label) if word))
