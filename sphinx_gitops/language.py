"""The words that are ours, and not the writer's; ``tools/catalogue.py`` makes a message catalogue of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Say: TypeAlias = Callable[[str], str]
"""A word of ours in the reader's language."""

MARK_WORDS = {"sync": "sync point", "verification": "verification step", "security": "security check"}
"""What a mark means."""

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
"""What a built-in colour class stands for."""

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
"""What an arrow stands for."""

SHAPE_WORDS = {
    "rectangle": "step",
    "cylinder": "store of versions",
    "document": "configuration",
    "documents": "manifests",
    "hexagon": "control loop",
    "vault": "vault",
    "stadium": "environment",
    "stack": "cluster",
    "display": "observation",
    "lined-document": "log",
    "manual": "decision of a person",
    "lean-right": "promotion",
    "lean-left": "rollback",
}
"""What an outline stands for."""

TEXT_VERSION = "Text version of the diagram"
FLOWS = "Flows"
PAGE = "page"
OWNER = "owner: {owner}"
PLACE = "in {stage}"
SOURCE = "Mermaid source"
STAGE_HEADING = "Stage: {stage}"
KIND_HEADING = "Kind: {kind}"
NO_KIND = "no kind"
COMPONENTS = "Components"
WORKFLOW_ENTRY = "{title} (workflow)"
COMPONENT_ENTRY = "{title} (component in {workflow})"
PART_ENTRY = "{title} (part of {workflow})"

PHRASES = (
    TEXT_VERSION,
    FLOWS,
    PAGE,
    OWNER,
    PLACE,
    SOURCE,
    STAGE_HEADING,
    KIND_HEADING,
    NO_KIND,
    COMPONENTS,
    WORKFLOW_ENTRY,
    COMPONENT_ENTRY,
    PART_ENTRY,
)
"""What stands around a diagram."""


def english(words: str) -> str:
    """The words as they stand here."""
    return words


def spaced(name: str) -> str:
    """A name of the format, such as a kind, as words."""
    return name.replace("-", " ")
