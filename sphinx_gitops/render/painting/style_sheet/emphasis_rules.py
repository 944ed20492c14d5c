"""The rules of a style sheet that point a component out: under the pointer, in focus, or where a link leads to it."""

from __future__ import annotations

from sphinx_gitops.render.painting.emphasis import MOST

_FADED = 0.15
_RING = (
    "{outline:3px solid var(--gitops-edge-stroke);outline-offset:1px;border-radius:4px;"
    "filter:drop-shadow(0 0 3px var(--gitops-edge-stroke))}"
)


def emphasis_rules() -> str:
    """One rule for each number that a component or a box may have."""
    return "\n".join(
        f'.gitops-svg:has([data-n="{number}"]:is(:hover,:focus-visible)) [data-near]:not([data-near~="{number}"])'
        f"{{opacity:{_FADED:g}}}"
        for number in range(MOST)
    )


def ring_rule() -> str:
    """The rule that rings a component or a box in the picture before the text version where a link leads to its entry.

    The entry has its number in a class; a former name of it is an anchor inside.
    """
    entry = ".gitops-workflow:has(+*+.gitops-outline-body :is(.gitops-n-{0},.gitops-n-{0}>span):target)"
    return ",\n".join(f'{entry.format(number)} [data-n="{number}"]' for number in range(MOST)) + _RING
