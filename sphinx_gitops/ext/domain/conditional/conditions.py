"""Conditions of ``only`` and ``ifconfig`` in, whether this build's output has what is under them out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.ext.ifconfig import ifconfig

from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.domain.document_record import Condition, Conditions
from sphinx_gitops.ext.domain.domain import gitops_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_CONDITIONAL: dict[type[nodes.Element], str] = {addnodes.only: "only", ifconfig: "ifconfig"}


def _condition(node: nodes.Element) -> Condition:
    return Condition(_CONDITIONAL[type(node)], node["expr"])


def conditions_of(node: nodes.Node) -> Conditions:
    """The conditions that a node is under, outermost first."""
    found: list[Condition] = []
    above: nodes.Node | None = node
    while above is not None:
        if isinstance(above, nodes.Element) and type(above) in _CONDITIONAL:
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
        if not any(any(parts) for parts in domain.parts.values()):
            return
        for node in list(self._conditional()):
            if not domain.holds(_condition(node)):
                empty = [nodes.comment()] if isinstance(node, addnodes.only) else []
                node.replace_self(empty)

    def _conditional(self) -> Iterator[nodes.Element]:
        wanted = {condition for parts in gitops_domain(self.env).parts.values() for all_ in parts for condition in all_}
        for kind in _CONDITIONAL:
            for node in self.document.findall(kind):
                if _condition(node) in wanted:
                    yield node


def setup(app: Sphinx) -> None:
    """Evaluate conditions once the builder is known."""
    app.connect("builder-inited", _evaluate)
    app.add_post_transform(DropExcluded)
