"""Flows of what a body starts from and of the body in, each arrow once out: what the body says of it counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sphinx_gitops.model import Flow, FlowKind


def _arrow(kind: FlowKind, source: str, target: str) -> tuple[FlowKind, str, str]:
    """What two arrows that are drawn over each other share; one with two heads has no direction."""
    if kind is FlowKind.SYNC and target < source:
        source, target = target, source
    return kind, source, target


def without_repeated(flows: Sequence[Flow], generated: Collection[str]) -> Iterator[Flow]:
    """The flows without the arrows from the files *generated* that another flow says, too."""
    if not generated:
        yield from flows
        return
    own = {_arrow(flow.kind, *pair) for flow in flows if flow.span.source not in generated for pair in flow.pairs()}
    for flow in flows:
        pairs = list(flow.pairs())
        kept = [pair for pair in pairs if _arrow(flow.kind, *pair) not in own]
        if flow.span.source not in generated or kept == pairs:
            yield flow
        else:
            yield from (replace(flow, sources=(source,), targets=(target,)) for source, target in kept)
