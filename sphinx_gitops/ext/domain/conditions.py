"""Conditions of ``only``, ``ifconfig`` and ``todo`` in, whether this build's output has what is under them out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

_CONDITIONAL = {
    ("sphinx.addnodes", "only"): "only",
    ("sphinx.ext.ifconfig", "ifconfig"): "ifconfig",
    ("sphinx.ext.todo", "todo_node"): "todo",
}
"""The nodes that an output may leave out, by module and class: their extensions may not be loaded."""


class Condition(NamedTuple):
    """What an output has a part of a document for: ``only`` asks its tags, others the configuration."""

    directive: str
    expression: str


Conditions: TypeAlias = tuple[Condition, ...]
"""All of which have to hold."""


def directive_of(node: nodes.Node) -> str:
    """The directive of a node that an output may leave out; empty for any other."""
    cls = type(node)
    return _CONDITIONAL.get((cls.__module__, cls.__name__), "")


def condition_of(node: nodes.Element) -> Condition:
    """The condition of such a node."""
    return Condition(directive_of(node), node.get("expr", ""))


def conditions_of(node: nodes.Node) -> Conditions:
    """The conditions that a node is under, outermost first."""
    found: list[Condition] = []
    above: nodes.Node | None = node
    while above is not None:
        if isinstance(above, nodes.Element) and directive_of(above):
            found.append(condition_of(above))
        above = above.parent
    return tuple(dict.fromkeys(reversed(found)))


def evaluation(app: Sphinx) -> Callable[[Condition], bool]:
    """Whether a condition holds in this build, as Sphinx finds it: what it cannot evaluate, it keeps or leaves out."""

    @cache
    def holds(condition: Condition) -> bool:
        if condition.directive == "only":
            try:
                return bool(app.builder.tags.eval_condition(condition.expression))
            except Exception:  # noqa: BLE001 - whatever a template raises; Sphinx warns of it, and keeps the nodes
                return True
        if condition.directive == "todo":
            return bool(app.config.todo_include_todos)
        values = {value.name: value.value for value in app.config}
        values |= app.config.__dict__ | {"builder": app.builder.name}
        try:
            return bool(eval(condition.expression, values))  # noqa: S307 - what ifconfig does with it
        except Exception:  # noqa: BLE001 - whatever an expression raises; Sphinx writes an error instead of the nodes
            return False

    return holds
