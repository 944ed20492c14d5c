"""The short facts that every output says beside a component or a flow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sphinx_gitops.model import Component, Flow, FlowKind
from sphinx_gitops.scene import Scene
from sphinx_gitops.view import mark_of
from sphinx_gitops.vocabulary import Vocabulary

MARK_WORDS = {"sync": "sync point", "verification": "verification step", "security": "security check"}
"""What a mark means, in words."""

CLASS_WORDS = {
    "source": "Source",
    "build": "Build",
    "verify": "Verification",
    "security": "Security",
    "ops": "Operator",
    "manage": "Resources",
    "platform": "Platform",
    "monitor": "Monitoring",
    "neutral": "Other",
}
"""What a built-in colour class stands for, in words."""

FLOW_WORDS = {
    "automation": "automated flow",
    "sync": "two-way sync",
    "verification": "verified flow",
    "security": "secured flow",
    "promotion": "promotion",
    "feedback": "feedback",
    "rollback": "rollback",
    "manual": "manual step",
}
"""What an arrow stands for, in words."""


Say: TypeAlias = Callable[[str], str]
"""A word of ours in the reader's language."""


def english(words: str) -> str:
    """The words as they stand here."""
    return words


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


def component_facts(component: Component, vocabulary: Vocabulary) -> list[str]:
    """A component's kind, tier, mark and owner, as short words."""
    mark = mark_of(component, vocabulary)
    return [
        fact
        for fact in (
            component.kind.replace("-", " "),
            component.tier.value.replace("-", " ") if component.tier else "",
            MARK_WORDS[mark.value] if mark else "",
            f"owner: {component.owner}" if component.owner else "",
        )
        if fact
    ]


def flow_words(flow: Flow) -> str:
    """A flow's kind and label, empty for plain automation."""
    kind = "" if flow.kind is FlowKind.AUTOMATION else flow.kind.value
    return ", ".join(dict.fromkeys(word for word in (kind, flow.label) if word))
