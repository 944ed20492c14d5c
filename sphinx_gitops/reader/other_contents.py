"""The keys of a mapping that is no workflow in, one message out: what it is, and what makes a workflow of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sphinx_gitops.suggest import listed, near

_SHAPES = (
    ({"apiVersion", "kind"}, "a manifest of Kubernetes"),
    ({"on", "jobs"}, "a workflow of GitHub Actions"),
    ({"services"}, "a file of Docker Compose"),
)
"""What a text may have been meant to be, by keys that it has."""
_IMPORTED = frozenset({"a manifest of Kubernetes", "a workflow of GitHub Actions"})
STAGES = "stages"


def other_contents(keys: Sequence[str], known: Collection[str]) -> str:
    """What is wrong with a mapping without ``stages``; empty where each of its keys is one of a workflow, or nearly."""
    unknown = [key for key in keys if key not in known]
    if STAGES in keys or not unknown or any(f"{STAGES!r}" in near(key, known) for key in unknown):
        return ""
    shape = next((what for wanted, what in _SHAPES if wanted <= {*keys}), "")
    if shape:
        message = f"this is {shape}, and a workflow has 'stages' and 'flows'"
        imported = "; the directive's option ':from: FOLDER' makes one of a repository"
        return message + (imported if shape in _IMPORTED else "")
    verb = "is no key" if len(unknown) == 1 else "are no keys"
    return f"a workflow needs 'stages' with at least one stage; {listed(map(repr, unknown))} {verb} of one"
