"""A component, a flow or a scene in, the short facts about it in words out, the same for every output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.evidence import State
from sphinx_gitops.graph.adjacency import Neighbour
from sphinx_gitops.model import Component, Flow, FlowKind
from sphinx_gitops.phrases.translator import Translator, english, spaced
from sphinx_gitops.phrases.words import (
    AT_BOX,
    BREAKS_RULE,
    CLASS_WORDS,
    ELSEWHERE,
    FOCUS,
    MARK_WORDS,
    OWNER,
    PATH,
    REVISION,
    STATE_WORDS,
)
from sphinx_gitops.scene import Edge, Node, Scene
from sphinx_gitops.styles import FLOW_STYLES, SHAPE_STYLES, Border, Shape
from sphinx_gitops.view import TIER_BORDERS, mark_of, observed_words
from sphinx_gitops.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One sign in use: a class, shape, focus, border, mark or flow (``what``), its name and its meaning."""

    what: str
    name: str
    words: str


def _classes(scene: Scene) -> Iterator[tuple[str, str, str]]:
    """The classes in use; of those that look alike, the shapes instead."""
    nodes = [node for node in scene.all_nodes() if node.border is not Border.FOREIGN]
    used = [name for name in scene.swatches if name in {node.colour for node in nodes}]
    looks = Counter(scene.swatches[name] for name in used)
    alike = {name for name in used if looks[scene.swatches[name]] > 1}
    words = {**CLASS_WORDS, **scene.class_titles}
    yield from (("class", name, words.get(name, name)) for name in used if name not in alike)
    shapes = {node.shape.value for node in nodes if node.colour in alike}
    yield from (("shape", one.value, look.words) for one, look in SHAPE_STYLES.items() if one.value in shapes)


def legend_entries(scene: Scene, say: Translator = english) -> list[LegendEntry]:
    """What a picture uses, in a fixed order: classes, borders, marks, states, broken rules, flows."""
    nodes = list(scene.all_nodes())
    borders = {node.border for node in nodes}
    folds = Shape.FOLDED in {node.shape for node in nodes}
    folded = [("shape", Shape.FOLDED.value, SHAPE_STYLES[Shape.FOLDED].words)] if folds else []
    marks = {node.mark.value for node in nodes if node.mark}
    flows = {edge.kind for edge in scene.edges}
    states = {node.state for node in nodes if node.state}
    broken = any(node.rules for node in nodes) or any(edge.rules for edge in scene.edges)
    found = [
        *dict.fromkeys([*_classes(scene), *folded]),
        *([("focus", "focus", FOCUS)] if scene.focus else []),
        *(("border", border.value, spaced(tier.value)) for tier, border in TIER_BORDERS.items() if border in borders),
        *([("border", "foreign", ELSEWHERE)] if Border.FOREIGN in borders else []),
        *(("mark", name, words) for name, words in MARK_WORDS.items() if name in marks),
        *(("state", one.value, STATE_WORDS[one.value]) for one in State if one in states),
        *([("finding", "finding", BREAKS_RULE)] if broken else []),
        *(("flow", kind.value, look.words) for kind, look in FLOW_STYLES.items() if kind in flows),
    ]
    return [LegendEntry(what, name, say(words)) for what, name, words in found]


def component_facts(
    component: Component, vocabulary: Vocabulary, say: Translator = english, *, whole: bool = True
) -> list[str]:
    """A component's kind, tier, mark and state, and, *whole*, its owner and what its manifests say, as short words."""
    mark = mark_of(component, vocabulary)
    owned = say(OWNER).replace("{owner}", component.owner) if component.owner else ""
    words = (spaced(component.kind), spaced(component.tier.value) if component.tier else "")
    facts = (*words, MARK_WORDS[mark.value] if mark else "")
    more = [*([owned] if owned else []), *declared_words(component, say)] if whole else []
    return [*(say(fact) for fact in facts if fact), *observed_words(component.observed, say), *more]


def declared_words(component: Component, say: Translator = english) -> list[str]:
    """Where the manifests of a component are, and what they say of revision, path and automation."""
    declared = component.declared
    if declared is None:
        return []
    more = len(declared.places) - 1
    places = [declared.places[0] + (f" + {more}" if more else "")] if declared.places else []
    revision = [say(REVISION).replace("{revision}", declared.revision)] if declared.revision else []
    path = [say(PATH).replace("{path}", declared.path)] if declared.path else []
    return [*places, *revision, *path, *map(say, declared.automation)]


def _flow_words(kind: FlowKind, label: str, say: Translator) -> list[str]:
    word = "" if kind is FlowKind.AUTOMATION else say(kind.value)
    return list(dict.fromkeys(found for found in (word, label) if found))


def flow_words(flow: Flow, say: Translator = english) -> str:
    """A flow's kind and label, empty for plain automation."""
    return ", ".join(_flow_words(flow.kind, flow.label, say))


def neighbour_words(end: Neighbour, say: Translator = english) -> str:
    """The kind and the label of the flow to a neighbour, and the box at which it ends."""
    box = [say(AT_BOX).replace("{box}", end.box)] if end.box else []
    return ", ".join([*_flow_words(end.kind, end.label, say), *box])


def describe(node: Node) -> str:
    """A node in words: its title, kind, tier and sign, and its stage."""
    return ", ".join(filter(None, (node.title, *node.facts, node.place)))


def describe_edge(scene: Scene, edge: Edge) -> str:
    """A label in words: what it says, and the titles of what its arrow joins."""
    titles = {node.key: node.title for node in scene.all_nodes()}
    titles |= {box.key: box.title for box in scene.all_boxes()}
    return f"{edge.words}: {titles[edge.source]} \u2192 {titles[edge.target]}"


def tip(node: Node) -> str:
    """What a pointer shows that rests on a node: the same and more, line by line."""
    about = ", ".join(filter(None, (*node.facts, node.place)))
    return "\n".join(filter(None, (node.title, about, node.owner, node.description)))
