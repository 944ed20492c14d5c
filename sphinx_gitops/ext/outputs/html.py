"""Resolved diagrams in, SVG for pages of HTML out, with its links, its width, its name, and the ways around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import unquote

from docutils import nodes

from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_inline_picture
from sphinx_gitops.ext.outputs import script
from sphinx_gitops.ext.outputs.addresses import Addresses
from sphinx_gitops.ext.outputs.latex import sheet
from sphinx_gitops.ext.outputs.whole_picture import write_whole
from sphinx_gitops.phrases.words import SKIP_PICTURE, WHOLE_PICTURE
from sphinx_gitops.render.drawing import Budget
from sphinx_gitops.render.markup import escape, quoteattr
from sphinx_gitops.render.painting.picture import LinkArea, Picture
from sphinx_gitops.render.painting.standalone import with_edges
from sphinx_gitops.render.painting.style_sheet.scale import least_size

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_COLUMN = 800
"""No common theme's column is wider, in px: a picture that shrinks no further than this scrolls."""
SHARES = range(10, 61)
"""How much of the text's width a picture with text beside it may ask for, in per cent; the rest is the text's."""
_HREF = re.compile(r'(<a class="[^"]*" )href="gitops:([^"]*)"([^>]*)')


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


def _overlay(address: str, spot: LinkArea, picture: Picture) -> str:
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


def _target(addresses: Addresses, spot: LinkArea) -> str:
    """Where a click on a spot leads."""
    return addresses.part(spot.id) if spot.edge < 0 else addresses.edge(spot.edge)


def _region(least: int, name: str) -> str:
    """The attributes that make a scroll box a stop of the keyboard, where the picture is wider than any column."""
    return f' role="region" tabindex="0" aria-label={quoteattr(name)}' if least >= _COLUMN else ""


def _root(diagram: ResolvedDiagram, details: str) -> dict[str, str | None]:
    """The attributes that the request decides; *details* is the id of the text version."""
    request, found = diagram.request, dict[str, str | None]()
    if details:
        found["aria-details"] = details
    if request.alt:
        found |= {"aria-labelledby": None, "aria-label": request.alt}
    if request.width:
        found |= {"height": None, "width": request.width}
    return found


def _linked(picture: Picture, addresses: Addresses, anchor: Callable[[str], str] | None = None) -> str:
    """The SVG with the addresses of its links, each part with an *anchor* where there is one."""

    def link(found: re.Match[str]) -> str:
        name = unquote(found[2])
        own = f" id={quoteattr(anchor(name))}" if anchor else ""
        return f"{found[1]}href={quoteattr(addresses.part(name))}{found[3]}{own}"

    return with_edges(_HREF.sub(link, picture.svg), addresses.edge)


def _ways(diagram: ResolvedDiagram, whole: str, end: str) -> str:
    """The links before a picture: past all its links, and to the file *whole*, for screens too narrow for it."""
    skip = f'<a class="gitops-skip" href="#{end}">{escape(say(SKIP_PICTURE))}</a>\n' if diagram.request.linked else ""
    words = escape(say(WHOLE_PICTURE))
    return skip + (f'<p class="gitops-whole"><a href={quoteattr(whole)}>{words}</a></p>\n' if whole else "")


def inline(
    app: Sphinx, diagram: ResolvedDiagram, *, addresses: Addresses, docname: str, prefix: str, details: str
) -> gitops_inline_picture | None:
    """The SVG for a screen, after the links around it; None where it cannot be drawn."""
    drawn = diagram.renderer(app).picture(diagram.scene, Budget(width=float(diagram.request.fit)), prefix=prefix)
    if drawn is None:
        return None
    least, end = least_size(drawn.width, drawn.smallest), f"{prefix}-end"
    whole = write_whole(app, diagram, drawn, docname, prefix) if least else ""
    picture = drawn.with_root(_root(diagram, details))
    classes = f"gitops-picture gitops-least-{least}" if least else "gitops-picture"
    ways = _ways(diagram, whole, end)
    region = _region(least, diagram.request.alt or diagram.workflow.title)
    anchor = diagram.picture_anchor if diagram.request.anchored else None
    block = f'<div class="gitops-diagram"{region}>\n{_linked(picture, addresses, anchor)}\n</div>\n'
    after = f'<span id="{end}" tabindex="-1"></span>\n</div>\n' if diagram.request.linked else "</div>\n"
    return gitops_inline_picture(
        "",
        nodes.raw("", f'<div class="{classes}"{script.words(app)}>\n', format="html"),
        # Else a search for 'picture' finds every page.
        *([nodes.raw("", ways, format="html", classes=["no-search"])] if ways else []),
        nodes.raw("", block + after, format="html"),
    )


def paged(
    app: Sphinx, diagram: ResolvedDiagram, *, addresses: Addresses, prefix: str, details: str
) -> nodes.raw | None:
    """The SVG for pages that become paper: it fits, needs no style sheet, and its links are over it."""
    request = diagram.request
    printed = diagram.renderer(app).print(diagram.scene, sheet(app.config), diagram.legend, prefix=prefix)
    if printed is None:
        return None
    size = {"width": f"{printed.width:.0f}pt", "height": f"{printed.height:.0f}pt"}
    picture = printed.picture.with_root(size).with_root(_root(diagram, details))
    over = "".join(_overlay(_target(addresses, spot), spot, picture) for spot in picture.spots if request.linked)
    block = f'<div class="gitops-diagram">\n{_linked(picture, addresses)}\n{over}\n</div>\n'
    frame = f'<div style="position:relative;width:{printed.width:.0f}pt;margin:0 auto">'
    return nodes.raw("", f"{frame}{block}</div>\n", format="html")
