"""The short facts that every output says beside a component or a flow."""

from __future__ import annotations

from sphinx_gitops.model import Component, Flow, FlowKind
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
