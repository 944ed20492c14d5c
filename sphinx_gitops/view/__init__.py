"""A workflow in, a scene of it out: the part that is selected, its styles, and its boxes collapsed or not."""

from sphinx_gitops.view.collapse import ALL_LEVELS, LEVELS, collapse
from sphinx_gitops.view.foreign import Foreign
from sphinx_gitops.view.numbering import numbered, runs
from sphinx_gitops.view.scene_builder import TIER_BORDERS, mark_of, observed_time, observed_words, scene, swatches
from sphinx_gitops.view.select import WHOLE, SelectedWorkflow, Selection, select, without_focus

__all__ = [
    "ALL_LEVELS",
    "LEVELS",
    "TIER_BORDERS",
    "WHOLE",
    "Foreign",
    "SelectedWorkflow",
    "Selection",
    "collapse",
    "mark_of",
    "numbered",
    "observed_time",
    "observed_words",
    "runs",
    "scene",
    "select",
    "swatches",
    "without_focus",
]
