"""The rules of a style sheet that fade what does not belong to the component under the pointer, or in focus."""

from __future__ import annotations

from sphinx_gitops.render.painting.emphasis import MOST

_FADED = 0.15


def emphasis_rules() -> str:
    """One rule for each number that a component or a box may have."""
    return "\n".join(
        f'.gitops-svg:has([data-n="{number}"]:is(:hover,:focus-visible)) [data-near]:not([data-near~="{number}"])'
        f"{{opacity:{_FADED:g}}}"
        for number in range(MOST)
    )
