"""Resolved diagrams in, SVG for pages of HTML out, with its links, its width and its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from docutils import nodes

from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram
from sphinx_gitops.ext.outputs.latex import sheet
from sphinx_gitops.render import Budget
from sphinx_gitops.render.painting.picture import Picture, Spot

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_COLUMN = 800
"""No common theme's column is wider, in px: a picture that shrinks no further than this scrolls."""
SHARES = range(10, 61)
"""How much of the text's width a picture with text beside it may ask for, in per cent; the rest is the text's."""
_HREF = re.compile(r'(<a class="[^"]*" )href="gitops:([^"]*)"')


def floating(figure: nodes.Element, width: str) -> list[str]:
    """The classes of a figure with text beside it, and none for others: the style sheet has its width for it."""
    if figure.get("align") not in {"left", "right"}:
        return []
    if not width:
        return ["gitops-float"]
    if not width.endswith("%"):
        return ["gitops-float", "gitops-sized"]
    share = min(max(round(float(width[:-1])), SHARES[0]), SHARES[-1])
    return ["gitops-float", "gitops-sized", f"gitops-share-{share}"]


def _overlay(address: str, spot: Spot, picture: Picture) -> str:
    """A link over a picture: WeasyPrint makes none of those inside it."""
    r = spot.rect
    sides = {
        "left": r.x / picture.width,
        "top": r.y / picture.height,
        "width": r.width / picture.width,
        "height": r.height / picture.height,
    }
    style = ";".join(f"{side}:{share:.3%}" for side, share in sides.items())
    return f'<a href={quoteattr(address)} style="position:absolute;{style}"></a>'


def _region(picture: Picture, name: str) -> str:
    """The attributes that make a scroll box a stop of the keyboard, where the picture is wider than any column."""
    classes = dict(picture.root)["class"].split()
    least = max((int(one.rpartition("-")[2]) for one in classes if one.startswith("gitops-min-")), default=0)
    return f' role="region" tabindex="0" aria-label={quoteattr(name)}' if least >= _COLUMN else ""


def _root(diagram: ResolvedDiagram, described_by: str) -> dict[str, str | None]:
    """The attributes that the request decides."""
    request, found = diagram.request, dict[str, str | None]()
    if described_by:
        found["aria-describedby"] = described_by
    if request.alt:
        found |= {"aria-labelledby": None, "aria-label": request.alt}
    if request.width:
        found |= {"height": None, "width": request.width}
    return found


def _block(diagram: ResolvedDiagram, picture: Picture, address: Callable[[str], str], over: str = "") -> str:
    """A picture in its scroll box, with its links and with *over* after it."""
    svg = _HREF.sub(lambda found: f"{found[1]}href={quoteattr(address(unquote(found[2])))}", picture.svg)
    region = _region(picture, diagram.request.alt or diagram.workflow.title)
    return f'<div class="gitops-diagram"{region}>\n{svg}{over}\n</div>\n'


def inline(
    app: Sphinx, diagram: ResolvedDiagram, *, address: Callable[[str], str], prefix: str, described_by: str
) -> nodes.raw | None:
    """The SVG for a screen; None where it cannot be drawn."""
    picture = diagram.renderer(app).picture(diagram.scene, Budget(), prefix=prefix)
    if picture is None:
        return None
    picture = picture.with_root(_root(diagram, described_by))
    return nodes.raw("", _block(diagram, picture, address), format="html")


def paged(
    app: Sphinx, diagram: ResolvedDiagram, *, address: Callable[[str], str], prefix: str, described_by: str
) -> nodes.raw | None:
    """The SVG for pages that become paper: it fits, needs no style sheet, and its links are over it."""
    request = diagram.request
    printed = diagram.renderer(app).print(diagram.scene, sheet(app.config), diagram.legend, prefix=prefix)
    if printed is None:
        return None
    size = {"width": f"{printed.width:.0f}pt", "height": f"{printed.height:.0f}pt"}
    picture = printed.picture.with_root(size).with_root(_root(diagram, described_by))
    over = "".join(_overlay(address(spot.id), spot, picture) for spot in picture.spots) if request.linked else ""
    frame = f'<div style="position:relative;width:{printed.width:.0f}pt;margin:0 auto">'
    return nodes.raw("", f"{frame}{_block(diagram, picture, address, chr(10) + over)}</div>\n", format="html")
