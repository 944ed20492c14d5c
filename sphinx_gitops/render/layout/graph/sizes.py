"""How large the text parts of a picture are, in whole px: components, labels and titles."""

from __future__ import annotations

from sphinx_gitops.render.text_fitting.node_text import header_size as caption_size
from sphinx_gitops.render.text_fitting.node_text import label_size, most_height, node_size

__all__ = ["caption_size", "label_size", "most_height", "node_size"]
