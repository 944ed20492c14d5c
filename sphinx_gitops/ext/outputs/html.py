"""Pictures in HTML pages: an SVG in the page, with its links, its width and its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from docutils import nodes

from sphinx_gitops.ext.nodes import gitops_diagram
from sphinx_gitops.render.painting.picture import Picture, Spot
from sphinx_gitops.render.paper import Print

PAGED = frozenset({"simplepdf"})
"""Builders of HTML that becomes paper, by a program that knows no CSS variables in pictures."""
_SIZE = re.compile(r' (?:width|height)="[^"]*"')
_LEAST = re.compile(r"\bgitops-min-(\d+)")
_COLUMN = 800
"""No common theme's column is wider, in px: a picture that shrinks no further than this scrolls."""
SHARES = range(10, 61)
"""How much of the text's width a picture with text beside it may ask for, in per cent; the rest is the text's."""
_HREF = re.compile(r'(<a class="[^"]*" )href="gitops:([^"]*)"')


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


def _region(root: str, name: str) -> str:
    """What makes a scroll box a stop of the keyboard, where the picture is wider than any page's column."""
    least = _LEAST.search(root)
    if least is None or int(least.group(1)) < _COLUMN:
        return ""
    return f' role="region" tabindex="0" aria-label={quoteattr(name)}'


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


def finish(svg: str, diagram: gitops_diagram, address: Callable[[str], str]) -> str:
    """The SVG with its links, its width and its name; *address* says where an id leads."""
    svg = _HREF.sub(lambda found: f"{found[1]}href={quoteattr(address(unquote(found[2])))}", svg)
    root_end = svg.index(">")
    root, rest = svg[:root_end], svg[root_end:]
    if diagram["described"]:
        root += f' aria-describedby="{diagram["described"]}"'
    if diagram["alt"]:
        root = re.sub(r' aria-labelledby="[^"]*"', "", root) + f" aria-label={quoteattr(diagram['alt'])}"
    if diagram["width"]:
        root = re.sub(r' (width|height)="[^"]*"', "", root) + f" width={quoteattr(diagram['width'])}"
    region = _region(root, diagram["alt"] or diagram.workflow.title)
    return f'<div class="gitops-diagram"{region}>\n{root}{rest}\n</div>\n'


def paged(printed: Print, diagram: gitops_diagram, address: Callable[[str], str]) -> str:
    """The SVG for pages that become paper, at its size, with its links over it."""
    svg = _SIZE.sub("", printed.picture.svg, count=2)
    head, rest = svg.split(">", 1)
    size = f' width="{printed.width:.0f}pt" height="{printed.height:.0f}pt"'
    over = ""
    if diagram["linked"]:
        over = "".join(_overlay(address(spot.id), spot, printed.picture) for spot in printed.picture.spots)
    drawn = finish(f"{head}{size}>{rest}", diagram, address).replace("</svg>", f"</svg>\n{over}", 1)
    frame = f'<div style="position:relative;width:{printed.width:.0f}pt;margin:0 auto">'
    return f"{frame}{drawn}</div>\n"
