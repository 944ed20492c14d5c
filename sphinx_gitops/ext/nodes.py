"""The placeholder that stands for a picture until the builder is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import SphinxTranslator


class gitops_diagram(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes like this
    """A picture to draw: ``workflow``, ``direction``, ``config``, ``legend``, ``width``, ``alt``, ``describedby``."""


class gitops_outline(nodes.General, nodes.Element):  # noqa: N801
    """A text equivalent; ``fold`` is open, collapsed or none. Becomes a container before any writer sees it."""


class gitops_picture(nodes.General, nodes.Element):  # noqa: N801
    """A drawn picture in LaTeX: ``file``, ``points`` (its natural width), ``width``, ``align``, ``links``."""


def _pass(self: SphinxTranslator, node: nodes.Element) -> None:
    """Nothing to write: the post-transform has replaced these nodes, except for gettext, where their text counts."""


def setup(app: Sphinx) -> None:
    """Declare the nodes."""
    nothing = (_pass, _pass)
    for node in (gitops_diagram, gitops_outline):
        app.add_node(node, html=nothing, latex=nothing, text=nothing, man=nothing, texinfo=nothing)
