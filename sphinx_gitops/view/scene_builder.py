"""A ``Workflow`` in, the ``Scene`` to draw out: each node and box with its colour, mark, shape and border."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sphinx_gitops.evidence import Observed
from sphinx_gitops.identifiers import mermaid_key
from sphinx_gitops.model import Component, Direction, Flow, Group, Mark, Stage, Style, Tier, Workflow
from sphinx_gitops.phrases.translator import Translator, english, spaced
from sphinx_gitops.phrases.words import BREAKS, FOCUS, MARK_WORDS, OWNER, PLACE, SOME, STATE_WORDS, STATUS_TIME
from sphinx_gitops.rule import RuleMarks
from sphinx_gitops.scene import FINDING, Border, Box, Colours, Edge, Node, Scene, Shape, Swatch
from sphinx_gitops.view.direction import natural
from sphinx_gitops.view.foreign import Foreign, foreign_nodes
from sphinx_gitops.vocabulary import STAGE_KINDS, Vocabulary

NEUTRAL = "neutral"
TIER_BORDERS = {Tier.PRODUCTION: Border.PRODUCTION, Tier.DISASTER_RECOVERY: Border.DASHED}
"""The tiers that a border tells."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What decides how the things of one stage look and are called."""

    vocabulary: Vocabulary
    say: Translator
    stage: Stage
    focus: Collection[str]
    marked: RuleMarks

    def broken(self, component: Component) -> list[str]:
        """Each rule that a component breaks, in words."""
        found = self.marked.parts.get(component.id, ())
        return [f"{self.say(BREAKS).replace('{rule}', code)}: {text}" for code, text in found]

    @property
    def colour(self) -> str:
        """The class that the stage's kind hands down."""
        return STAGE_KINDS.get(self.stage.kind, "")

    def facts(self, component: Component, mark: Mark | None) -> tuple[str, ...]:
        """A component's kind, tier and mark, in words."""
        tier = component.tier.value if component.tier else ""
        focus = FOCUS if component.id in self.focus else ""
        words = (spaced(component.kind), spaced(tier), MARK_WORDS[mark.value] if mark else "", focus)
        return tuple(self.say(fact) for fact in words if fact)


def mark_of(component: Component, vocabulary: Vocabulary) -> Mark | None:
    """The sign that a component carries: its own, else its kind's."""
    if component.no_mark:
        return None
    if component.mark:
        return component.mark
    kind = vocabulary.kinds.get(component.kind)
    return kind.mark if kind else None


def observed_words(observed: Observed | None, say: Translator = english) -> list[str]:
    """How the objects of a component are; of several, how many where it is not all."""
    if observed is None:
        return []
    words = []
    for state, count in observed.states:
        word = say(STATE_WORDS[state.value])
        if count < observed.total:
            some = say(SOME).replace("{count}", str(count)).replace("{total}", str(observed.total))
            word = some.replace("{state}", word)
        words.append(word)
    return words


def _codes(found: Collection[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code, _ in found)) if found else ()


def rule_words(rules: Collection[str]) -> str:
    """The rules that something breaks, as they are drawn."""
    return f"{FINDING} {', '.join(rules)}" if rules else ""


def observed_time(workflow: Workflow, say: Translator = english) -> str:
    """When the components were as they are shown, as a sentence; empty where nothing says how they are."""
    words = say(STATUS_TIME).replace("{time}", workflow.observed_at)
    return f"{words[:1].upper()}{words[1:]}." if workflow.observed_at else ""


def _border(component: Component, mark: Mark | None) -> Border:
    if component.tier in TIER_BORDERS:
        return TIER_BORDERS[component.tier]
    return Border.STRONG if mark is Mark.SECURITY else Border.NORMAL


def _node(component: Component, inherited: str, look: _Look) -> Node:
    kind = look.vocabulary.kinds.get(component.kind)
    mark = mark_of(component, look.vocabulary)
    rules = _codes(look.marked.parts.get(component.id, ()))
    return Node(
        key=mermaid_key(component.id),
        id=component.id,
        title=component.title,
        kind=component.kind,
        shape=kind.shape if kind else Shape.RECTANGLE,
        colour=component.colour or (kind.colour if kind else "") or inherited or look.colour or NEUTRAL,
        mark=mark,
        border=_border(component, mark),
        facts=(*look.facts(component, mark), *observed_words(component.observed, look.say), *look.broken(component)),
        under=rule_words(rules),
        rules=rules,
        place=look.say(PLACE).replace("{stage}", look.stage.title),
        owner=look.say(OWNER).replace("{owner}", component.owner) if component.owner else "",
        description=component.description,
        subtitle=component.subtitle,
        note=component.note,
        focus=component.id in look.focus,
        state=component.observed.worst if component.observed else None,
        state_word=look.say(STATE_WORDS[component.observed.worst.value]) if component.observed else "",
    )


def _box(group: Group, level: int, inherited: str, look: _Look) -> Box:
    colour = group.colour or inherited
    return Box(
        key=mermaid_key(group.id),
        id=group.id,
        title=group.title,
        level=level,
        direction=group.direction,
        boxes=tuple(_box(inner, level + 1, colour, look) for inner in group.groups),
        nodes=tuple(_node(component, colour, look) for component in group.components),
        description=group.description,
        subtitle=group.subtitle,
        note=group.note,
        colour=colour or look.colour or NEUTRAL,
        mark=group.mark,
        focus=group.id in look.focus,
    )


def _edges(flow: Flow, rules: tuple[str, ...], say: Translator) -> tuple[Edge, ...]:
    label = flow.label or (say(flow.kind.value) if flow.kind.wants_label else "")
    label = " ".join(filter(None, (label, rule_words(rules))))
    return tuple(
        Edge(
            source=mermaid_key(source),
            target=mermaid_key(target),
            kind=flow.kind,
            label=label,
            url=flow.url,
            doc=flow.doc,
            number=flow.number,
            rules=rules,
        )
        for source, target in flow.pairs()
    )


def _restyled(style: Style, base: Swatch) -> Swatch:
    def side(own: tuple[str, str, str], old: Colours) -> Colours:
        return Colours(fill=own[0] or old.fill, stroke=own[1] or old.stroke, text=own[2] or old.text)

    return Swatch(light=side(style.light, base.light), dark=side(style.dark, base.dark))


def swatches(workflow: Workflow, vocabulary: Vocabulary) -> dict[str, Swatch]:
    """The colours as this workflow shows them."""
    found = dict(vocabulary.swatches)
    for style in workflow.styles:
        found[style.name] = _restyled(style, found.get(style.name, found[NEUTRAL]))
    return found


def _glyphs(workflow: Workflow, vocabulary: Vocabulary) -> dict[str, str]:
    """The project's own glyphs of the kinds in use."""
    used = (vocabulary.kinds.get(component.kind) for component in workflow.components())
    return {kind.name: kind.glyph for kind in used if kind and kind.glyph}


def scene(
    workflow: Workflow,
    vocabulary: Vocabulary,
    *,
    direction: Direction | None = None,
    focus: Collection[str] = (),
    foreign: Mapping[str, Foreign] | None = None,
    marked: RuleMarks = RuleMarks(),  # noqa: B008 - frozen
    say: Translator = english,
) -> Scene:
    """The picture of a workflow; *direction* overrides its own, *focus* are ids, *say* translates our words.

    *foreign* tells what the ends of flows in other workflows are. Without a direction the shape decides.
    *marked* are the broken rules to show.
    """
    boxes = tuple(_box(stage, 0, "", _Look(vocabulary, say, stage, focus, marked)) for stage in workflow.stages)
    edges = tuple(
        edge for flow in workflow.flows for edge in _edges(flow, _codes(marked.flows.get(flow.span, ())), say)
    )
    return Scene(
        title=workflow.title,
        description=" ".join(filter(None, (workflow.description, observed_time(workflow, say)))),
        direction=direction or workflow.direction or natural(boxes, edges),
        boxes=boxes,
        edges=edges,
        nodes=tuple(foreign_nodes(workflow, foreign or {}, NEUTRAL, say)),
        swatches=swatches(workflow, vocabulary),
        class_titles=dict(vocabulary.class_titles),
        icons=vocabulary.icons,
        glyphs=_glyphs(workflow, vocabulary),
    )
