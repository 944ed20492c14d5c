"""Conditions of ``only``, ``ifconfig`` and ``todo`` in, whether this build's output has what is under them out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.domain.document_record import Condition, Conditions
from sphinx_gitops.ext.domain.domain import gitops_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_CONDITIONAL = {
    ("sphinx.addnodes", "only"): "only",
    ("sphinx.ext.ifconfig", "ifconfig"): "ifconfig",
    ("sphinx.ext.todo", "todo_node"): "todo",
}
"""The nodes that an output may leave out, by module and class: their extensions may not be loaded."""


def _directive(node: nodes.Node) -> str:
    """The directive of a node that an output may leave out; empty for any other."""
    cls = type(node)
    return _CONDITIONAL.get((cls.__module__, cls.__name__), "")


def _condition(node: nodes.Element) -> Condition:
    return Condition(_directive(node), node.get("expr", ""))


def conditions_of(node: nodes.Node) -> Conditions:
    """The conditions that a node is under, outermost first."""
    found: list[Condition] = []
    above: nodes.Node | None = node
    while above is not None:
        if isinstance(above, nodes.Element) and _directive(above):
            found.append(_condition(above))
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


def _evaluate(app: Sphinx) -> None:
    """Give the domain the conditions of this build."""
    domain = gitops_domain(app.env)
    domain.holds = evaluation(app)
    domain.forget()


class DropExcluded(PostTransform):
    """Takes away what this output leaves out, before pictures of it are drawn or references in it are resolved.

    Sphinx itself does so later. Parts without anything of ours are left to it.
    """

    default_priority = 1

    def run(self, **kwargs: object) -> None:
        """Look at every condition of the document."""
        domain = gitops_domain(self.env)
        if not domain.conditions:
            return
        for node in list(self._conditional()):
            if not domain.holds(_condition(node)):
                if isinstance(node, addnodes.only):
                    node.replace_self([nodes.comment()])
                else:
                    node.parent.remove(node)

    def _conditional(self) -> Iterator[nodes.Element]:
        wanted = gitops_domain(self.env).conditions
        for node in self.document.findall(nodes.Element):
            if _directive(node) and _condition(node) in wanted:
                yield node


def setup(app: Sphinx) -> None:
    """Evaluate conditions once the builder is known."""
    app.connect("builder-inited", _evaluate)
    app.add_post_transform(DropExcluded)
