"""Alerts in, what a runbook or a component shows of each out: name, severity, time, place and expression."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.outputs.capabilities import Outline, capabilities
from sphinx_gitops.ext.resolve.pending_xrefs import to_alert
from sphinx_gitops.phrases import words as phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx

    from sphinx_gitops.alerts.alert import Alert
    from sphinx_gitops.alerts.placing import PlacedAlert


def rule_place(alert: Alert) -> str:
    """The place of an alert's rule, without the steps up from the project's folder."""
    source = alert.span.source
    while source.startswith("../"):
        source = source[3:]
    return f"{source}:{alert.span.line}"


def _expression(app: Sphinx, text: str) -> nodes.Node:
    """The expression: behind a fold in HTML, a literal block elsewhere."""
    if capabilities(app).outline is Outline.FOLDED:
        summary = escape(say(phrases.EXPRESSION))
        fold = f"<summary>{summary}</summary><pre>{escape(text)}</pre>"
        return nodes.raw("", f'<details class="gitops-expression">{fold}</details>', format="html")
    return nodes.literal_block(text, text, language="text")


def _facts(alert: Alert) -> str:
    words = [alert.severity, say(phrases.FOR).replace("{duration}", alert.duration) if alert.duration else ""]
    facts = ", ".join(word for word in words if word)
    return f" ({facts})" if facts else ""


def alert_blocks(app: Sphinx, placed: PlacedAlert, here: str, *, linked: bool) -> list[nodes.Node]:
    """One alert as blocks; *linked* where the name leads to what it has elsewhere."""
    alert = placed.alert
    name = to_alert(alert.name, here) if linked else nodes.strong("", alert.name)
    place = nodes.literal("", rule_place(alert), classes=["gitops-rule-place"])
    summary = [nodes.Text(f": {alert.summary}")] if alert.summary else []
    line = nodes.paragraph("", "", name, nodes.Text(_facts(alert)), *summary, nodes.Text(" "), place)
    return [line, _expression(app, alert.expression)] if alert.expression else [line]


def alert_items(app: Sphinx, alerts: Sequence[PlacedAlert], here: str, *, linked: bool) -> list[list[nodes.Node]]:
    """Each alert as blocks."""
    return [alert_blocks(app, placed, here, linked=linked) for placed in alerts]
