"""The engine merman: Mermaid's own layout, embedded; the only module that imports it."""

from __future__ import annotations

import atexit
import importlib.metadata
import json
import os
import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypedDict, cast

import merman

from sphinx_gitops.render.geometry.layout import Layout, Rect, RenderError, Route
from sphinx_gitops.render.text import width, wrap

_Operation = merman.MermanTextMeasurementOperation
_Kind = merman.MermanTextMeasurementResultKind
_LENGTHS = frozenset(
    {
        _Operation.CANVAS_MEASURE_TEXT_WIDTH,
        _Operation.COMPUTED_LENGTH,
        _Operation.BOUNDING_CLIENT_RECT_WIDTH,
        _Operation.WRAP_PROBE_B_BOX_WIDTH,
        _Operation.SIMPLE_B_BOX_WIDTH,
        _Operation.RAW_B_BOX_WIDTH,
        _Operation.TSPAN_B_BOX_WIDTH,
    }
)
_OPTIONS = json.dumps({"version": 2})
_REST = b'"semantic":'
_BOLD = frozenset({"bold", "bolder", "600", "700", "800", "900"})


class _Point(TypedDict):
    x: float
    y: float


class _Placed(TypedDict):
    id: str
    x: float
    y: float
    width: float
    height: float
    is_cluster: bool


_Line = TypedDict("_Line", {"id": str, "from": str, "to": str, "points": list[_Point], "label": "_Placed | None"})


class _Measurer(merman.MermanTextMeasurer):  # type: ignore[misc] # merman has no types
    """Measures with the metrics of the font that is drawn."""

    def measure(self, request: object) -> object | None:
        """A result, or None for merman's own guess."""
        bold = (getattr(request, "font_weight", None) or "") in _BOLD
        text, size = str(request.text), float(request.font_size)  # type: ignore[attr-defined]
        if request.operation in _LENGTHS:  # type: ignore[attr-defined]
            return _result(_Kind.LENGTH, length=width(text, size, bold=bold))
        if request.operation is not _Operation.WRAPPED:  # type: ignore[attr-defined]
            return None
        limit = request.max_width or 1e9  # type: ignore[attr-defined]
        lines = [line for part in text.split("\n") for line in wrap(part, limit, size, bold=bold)]
        wide = max(width(line, size, bold=bold) for line in lines)
        height = len(lines) * request.line_height  # type: ignore[attr-defined]
        return _result(_Kind.METRICS, wide=wide, height=height, lines=len(lines))


def _result(kind: object, *, wide: float = 0, height: float = 0, length: float = 0, lines: int = 1) -> object:
    return merman.MermanTextMeasureResult(
        result_kind=kind,
        width=wide,
        height=height,
        length=length,
        line_count=lines,
        bbox_left=None,
        bbox_right=None,
        raw_width=None,
    )


_KEPT = 8
"""How many configurations have an engine that is kept: a site's diagrams share a few."""


def _made(config: str) -> merman.MermanEngine:
    """An engine for one configuration, given as JSON: what each of its layouts would else read again.

    It gets no theme, whose colours it would work out for each layout: they move nothing.
    """
    site = {name: value for name, value in json.loads(config).items() if name != "theme"}
    options = {"version": 2, "resources": {"profile": "unbounded-for-trusted-input"}, "site_config": site}
    services = merman.MermanEngineServices().with_text_measurer(_Measurer())
    return merman.MermanEngine(json.dumps(options), services)


class MermanEngine:
    """Its handles are those of one thread and one process: none survives a fork."""

    name = "merman"
    version = importlib.metadata.version("merman")

    def __init__(self) -> None:
        self._local = threading.local()
        atexit.register(self._forget)

    def _forget(self) -> None:
        """Let a handle go while the library that frees it is still there."""
        self._local = threading.local()

    def _handle(self, config: str) -> merman.MermanEngine:
        if getattr(self._local, "pid", None) != os.getpid():
            self._local.handles = lru_cache(maxsize=_KEPT)(_made)
            self._local.pid = os.getpid()
        return self._local.handles(config)

    def layout(self, source: str, *, config: Mapping[str, object], timeout: float) -> Layout:
        """Lay *source* out; *timeout* in seconds. Raises RenderError."""
        request = merman.MermanOperationRequestV4(
            operation_id="layout-json",
            source=source,
            uri=None,
            options_json=_OPTIONS,
            control=merman.MermanOperationControl(timeout_ms=max(1, int(timeout * 1000))),
        )
        try:
            answer = _answer(bytes(self._handle(json.dumps(config)).execute(request).data))
        except UnicodeError as error:
            raise RenderError("its text has a character that UTF-8 cannot carry") from error
        except merman.MermanError as error:
            message = getattr(error, "message", None) or str(error)
            raise RenderError(" ".join(str(message).split())) from error
        return _read(answer, curved=config.get("layout") != "elk")


def _answer(data: bytes) -> object:
    """What an answer says after the configuration that it starts with, which is known and longer than all the rest."""
    try:
        return json.loads(b"{" + data[data.index(_REST) :])
    except ValueError:  # a configuration may have the same word in it
        return json.loads(data)


def _read(answer: object, *, curved: bool) -> Layout:
    try:
        found = cast("dict[str, dict[str, dict[str, object]]]", answer)["layout"]["FlowchartV2"]
        placed = cast("Sequence[_Placed]", found["nodes"])
        lines = cast("Sequence[_Line]", found["edges"])
        clusters = cast("Sequence[_Placed]", found["clusters"])
        semantic = cast("dict[str, dict[str, Sequence[_Line]]]", answer)["semantic"]
        empty = {box["id"] for box in semantic["subgraphs"]}
        helpers = {f"{e['from']}---{e['to']}---{n}" for e in semantic["edges"] if e["from"] == e["to"] for n in (1, 2)}
        return Layout(
            boxes={box["id"]: _rect(box) for box in (*clusters, *(node for node in placed if node["id"] in empty))},
            nodes={n["id"]: _rect(n) for n in placed if not n["is_cluster"] and n["id"] not in empty | helpers},
            routes=_routes(lines, semantic["edges"]),
            curved=curved,
        )
    except (KeyError, TypeError) as error:
        raise RenderError(f"its answer has another shape than expected: {error!r}") from error


def _routes(lines: Sequence[_Line], written: Sequence[_Line]) -> tuple[Route, ...]:
    """The routes in the order in which the edges were written."""
    by_id = {line["id"]: line for line in lines}
    return tuple(
        Route(
            tuple((point["x"], point["y"]) for point in by_id[edge["id"]]["points"]),
            _rect(label) if (label := by_id[edge["id"]]["label"]) else None,
        )
        for edge in written
    )


def _rect(placed: _Placed) -> Rect:
    wide, high = placed["width"], placed["height"]
    return Rect(placed["x"] - wide / 2, placed["y"] - high / 2, wide, high)
