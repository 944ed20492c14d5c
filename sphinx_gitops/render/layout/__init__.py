"""A scene in, its layout in stage lanes out: pure Python."""

from sphinx_gitops.render.layout.budget import Budget
from sphinx_gitops.render.layout.lane_layout import lay_out

__all__ = ["Budget", "lay_out"]
