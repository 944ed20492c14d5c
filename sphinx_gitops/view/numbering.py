"""A workflow in, the same with a number at each flow out: a part that is selected afterwards keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from sphinx_gitops.model import Flow, Workflow


def numbered(workflow: Workflow) -> Workflow:
    """The workflow with its flows numbered in their order, from 1."""
    flows = (replace(flow, number=number) for number, flow in enumerate(workflow.flows, 1))
    return replace(workflow, flows=tuple(flows))


def runs(flows: Iterable[Flow]) -> list[list[Flow]]:
    """The flows in lists whose numbers follow one another; flows without numbers are one list."""
    pairs = enumerate(flows)
    found = groupby(pairs, key=lambda pair: pair[1].number - pair[0] if pair[1].number else 0)
    return [[flow for _, flow in group] for _, group in found]
