"""A layout read out of the SVG that Mermaid draws, for engines that return nothing else."""

from __future__ import annotations

import base64
import binascii
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from sphinx_gitops.render.geometry.layout import Layout, Rect, RenderError, Route

_TRANSLATE = re.compile(r"translate\(\s*([-\d.e+]+)[\s,]+([-\d.e+]+)")
_TOKEN = re.compile(r"[a-zA-Z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NODE = re.compile(r"flowchart-(.+)-\d+$")
_ARGUMENTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}

Point = tuple[float, float]


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _shift(element: ET.Element) -> Point:
    found = _TRANSLATE.search(element.get("transform", ""))
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)


def _classes(element: ET.Element) -> list[str]:
    return element.get("class", "").split()


def _walk(element: ET.Element, x: float, y: float) -> Iterator[tuple[ET.Element, float, float]]:
    """Each element with the origin of its own coordinates."""
    dx, dy = _shift(element)
    yield element, x + dx, y + dy
    for child in element:
        yield from _walk(child, x + dx, y + dy)


def _path_points(data: str) -> Iterator[Point]:
    """Points that bound a path: its ends and control points, and the height of level arcs."""
    tokens = _TOKEN.findall(data)
    at, x, y, command = 0, 0.0, 0.0, "M"
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
        kind = command.lower()
        values = [float(token) for token in tokens[at : at + _ARGUMENTS.get(kind, 2)]]
        at += len(values)
        if not values:
            continue
        ox, oy = (x, y) if command.islower() else (0.0, 0.0)
        if kind in "hv":
            x, y = (ox + values[0], y) if kind == "h" else (x, oy + values[0])
        elif kind == "a":
            old, x, y = y, ox + values[5], oy + values[6]
            if abs(old - y) < 0.01:
                yield from ((x, y - values[1]), (x, y + values[1]))
        else:
            yield from ((ox + values[n], oy + values[n + 1]) for n in range(0, len(values) - 2, 2))
            x, y = ox + values[-2], oy + values[-1]
        yield x, y


def _points(element: ET.Element) -> Iterator[Point]:
    """Points that bound one shape, in its own coordinates."""
    tag = _tag(element)
    if tag == "path":
        yield from _path_points(element.get("d", ""))
    elif tag == "polygon":
        numbers = [float(token) for token in _TOKEN.findall(element.get("points", ""))]
        yield from zip(numbers[::2], numbers[1::2], strict=False)
    elif tag == "rect":
        x, y, wide, high = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
        yield from ((x, y), (x + wide, y + high))


def _bounds(points: list[Point]) -> Rect | None:
    if not points:
        return None
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return Rect(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


def _outline(node: ET.Element, x: float, y: float) -> Rect | None:
    """What bounds a node's shape, without its label."""
    found: list[Point] = []
    for child in node:
        if "label" in _classes(child):
            continue
        for element, ox, oy in _walk(child, x, y):
            found += [(px + ox, py + oy) for px, py in _points(element)]
    return _bounds(found)


def _route(path: ET.Element) -> tuple[Point, ...]:
    """An arrow's corners, which Mermaid keeps beside its curve."""
    coded = path.get("data-points")
    if not coded:
        return tuple(_path_points(path.get("d", "")))
    try:
        return tuple((float(point["x"]), float(point["y"])) for point in json.loads(base64.b64decode(coded)))
    except (binascii.Error, ValueError, KeyError, TypeError) as error:
        raise RenderError("an arrow's corners cannot be read") from error


def read_svg(svg: str, *, curved: bool) -> Layout:
    """The layout of Mermaid's flowchart SVG.

    Raises RenderError where the text is no such SVG.
    """
    try:
        root = ET.fromstring(svg)  # noqa: S314 - an engine on this machine wrote it
    except ET.ParseError as error:
        raise RenderError(f"it returned no well-formed SVG: {error}") from error
    try:
        return _layout(root, curved=curved)
    except (ValueError, IndexError, OverflowError, RecursionError) as error:
        raise RenderError(f"it returned an SVG whose shapes cannot be read: {error}") from error


def _layout(root: ET.Element, *, curved: bool) -> Layout:
    prefix = root.get("id", "") + "-"
    boxes: dict[str, Rect] = {}
    nodes: dict[str, Rect] = {}
    ways: list[tuple[str, tuple[Point, ...]]] = []
    labels: dict[str, Rect] = {}
    for element, x, y in _walk(root, 0.0, 0.0):
        classes, name = _classes(element), element.get("id", "")
        if "node" in classes or "cluster" in classes:
            rect = _outline(element, x, y)
            found = _NODE.search(name)
            if rect and "cluster" in classes:
                boxes[name.removeprefix(prefix)] = rect
            elif rect and found:
                nodes[found[1]] = rect
        elif "flowchart-link" in classes:
            ways.append((element.get("data-id", name), tuple((px + x, py + y) for px, py in _route(element))))
        elif "edgeLabel" in classes and "label" not in classes and len(element) and element[0].get("data-id"):
            labels[str(element[0].get("data-id"))] = Rect(x, y, 0.0, 0.0)
    return Layout(boxes, nodes, tuple(Route(way, labels.get(name)) for name, way in ways), curved)
