"""The name of a picture's file in, what to write there out."""

from __future__ import annotations

from pathlib import Path

from sphinx_gitops import api
from sphinx_gitops.cli.usage import UsageError
from sphinx_gitops.render.painting.standalone import SIDES


def kind_of(output: str, colours: str) -> api.DrawingFormat:
    """What to write, by the suffix of the output; a device has none. Raises UsageError."""
    suffix = Path(output).suffix.lower().removeprefix(".")
    kind = next((kind for kind in api.KINDS if kind == (suffix or api.KINDS[0])), None)
    if kind is None:
        raise UsageError(f"argument -o: {output!r} ends in none of .{', .'.join(api.KINDS)}")
    if kind != api.KINDS[0] and colours != SIDES[0]:
        raise UsageError(f"argument --colours: a .{kind} is for paper, which is light")
    return kind
