"""The engine mmdr: merman's layout in wheels for more platforms; the only module that imports it."""

from __future__ import annotations

import importlib.metadata
import json
from collections.abc import Mapping

import mmdr

from sphinx_gitops.render.geometry.layout import Layout, RenderError
from sphinx_gitops.render.mermaid_svg import read_svg
from sphinx_gitops.render.text import WRAP

_FONT_SIZE = "17px"
"""It measures text a tenth too narrow, and takes no measurer: ask for room for a larger font than is drawn."""


def _wider(wrap: object) -> float:
    """A wrapping width in proportion to the larger font."""
    return (wrap if isinstance(wrap, (int, float)) else WRAP) + 15


class MmdrEngine:
    """It has no options of its own, so the configuration goes in as a directive."""

    name = "mmdr"
    version = importlib.metadata.version("mmdr")

    def layout(self, source: str, *, config: Mapping[str, object], timeout: float) -> Layout:
        """Lay *source* out; it knows no *timeout*. Raises RenderError."""
        flowchart = config.get("flowchart")
        inside = dict(flowchart) if isinstance(flowchart, Mapping) else {}
        font = "Arial, Helvetica, sans-serif"
        pins = {
            **config,
            "htmlLabels": False,
            "fontFamily": font,
            "fontSize": _FONT_SIZE,
            "themeVariables": {"fontSize": _FONT_SIZE, "fontFamily": font},
            "flowchart": {**inside, "wrappingWidth": _wider(inside.get("wrappingWidth")), "htmlLabels": False},
        }
        try:
            svg = mmdr.render(f"%%{{init: {json.dumps(pins)}}}%%\n{source}", backend="merman").svg()
        except ValueError as error:
            raise RenderError(" ".join(str(error).split())) from error
        return read_svg(str(svg), curved=config.get("layout") != "elk")
