"""Files of ours in, the same among the static files of a site out; what has not changed is left as it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STATIC = Path(__file__).parents[2] / "static"


def write_text(app: Sphinx, name: str, text: str) -> None:
    """Write a static file of the site."""
    target = Path(app.outdir) / "_static" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    content = text.encode()
    if not target.is_file() or target.read_bytes() != content:
        target.write_bytes(content)


def write_static(app: Sphinx, name: str) -> None:
    """Write a file of the package; a path to it in the configuration would be a change of that."""
    write_text(app, name, (STATIC / name).read_text(encoding="utf-8"))
