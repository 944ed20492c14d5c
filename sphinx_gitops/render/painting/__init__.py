"""A scene and its layout in, the picture out as SVG."""

from __future__ import annotations

from sphinx_gitops.render.painting.paint import paint, size
from sphinx_gitops.render.painting.picture import LinkArea, Picture

__all__ = ["LinkArea", "Picture", "paint", "size"]
