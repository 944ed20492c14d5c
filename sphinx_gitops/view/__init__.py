"""A workflow in, what is to be drawn of it out: the part to show, its looks, and what stands folded."""

from sphinx_gitops.view.collapse import LEVELS, collapse
from sphinx_gitops.view.foreign import Foreign
from sphinx_gitops.view.select import WHOLE, Part, Selection, select, without_focus
from sphinx_gitops.view.settle import TIER_BORDERS, mark_of, scene, swatches

__all__ = [
    "LEVELS",
    "TIER_BORDERS",
    "WHOLE",
    "Foreign",
    "Part",
    "Selection",
    "collapse",
    "mark_of",
    "scene",
    "select",
    "swatches",
    "without_focus",
]
