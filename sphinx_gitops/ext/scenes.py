"""The scene of a placeholder: what its directive asks for, in the colours and the language of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_diagram
from sphinx_gitops.model import Direction
from sphinx_gitops.scene import Scene
from sphinx_gitops.view import collapse, scene

if TYPE_CHECKING:
    from sphinx.config import Config


def scene_of(diagram: gitops_diagram, config: Config) -> Scene:
    """What a placeholder's picture shows."""
    direction = Direction(diagram["direction"]) if diagram["direction"] else None
    whole = scene(diagram["workflow"], vocabulary(config), direction=direction, say=say)
    return collapse(whole, diagram["depth"], say=say)
