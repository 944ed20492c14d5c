"""A workflow in, a scene of it out: the part that is selected, its styles, and its boxes collapsed or not."""

from sphinx_gitops.view.collapse import LEVELS, collapse
from sphinx_gitops.view.foreign import Foreign
from sphinx_gitops.view.scene_builder import TIER_BORDERS, mark_of, scene, swatches
from sphinx_gitops.view.select import WHOLE, SelectedWorkflow, Selection, select, without_focus

__all__ = [
    "LEVELS",
    "TIER_BORDERS",
    "WHOLE",
    "Foreign",
    "SelectedWorkflow",
    "Selection",
    "collapse",
    "mark_of",
    "scene",
    "select",
    "swatches",
    "without_focus",
]
