"""The roles of the domain: a target in, a pending reference out that says how it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.roles import XRefRole

if TYPE_CHECKING:
    from docutils.nodes import Element, Node, document, system_message
    from sphinx.environment import BuildEnvironment


class GitOpsRole(XRefRole):
    """A reference that shows the target's title, as words; ``~`` shows its id, as code."""

    def process_link(
        self, env: BuildEnvironment, refnode: Element, has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        """Remember how to show the target."""
        show = "text" if has_explicit_title else "title"
        if not has_explicit_title and target.startswith("~"):
            target = target[1:]
            show, title = "id", target.rpartition(".")[2]
            refnode["refexplicit"] = True  # intersphinx would show the title
        refnode["gitops:show"] = show
        return title, target

    def result_nodes(
        self, document: document, env: BuildEnvironment, node: Element, is_ref: bool
    ) -> tuple[list[Node], list[system_message]]:
        """Show words as words: Sphinx has code for what a role shows."""
        if is_ref and node["gitops:show"] != "id":
            shown = cast("Element", node[0])
            node[0] = nodes.inline(shown.rawsource, shown.astext(), classes=shown["classes"])
        return [node], []
