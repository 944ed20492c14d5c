"""Writes ``static/gitops.css`` from the palette and ``tools/gitops.css.in``; a test compares the two."""

from __future__ import annotations

from pathlib import Path

from sphinx_gitops.ext.outputs.html import SHARES
from sphinx_gitops.palette import DEFAULT
from sphinx_gitops.render.painting.style_sheet.colour_schemes import rules, scheme_rules
from sphinx_gitops.render.painting.style_sheet.emphasis_rules import emphasis_rules, ring_rule
from sphinx_gitops.render.painting.style_sheet.scale import size_rules

HERE = Path(__file__).parent
TARGET = HERE.parent / "sphinx_gitops" / "static" / "gitops.css"


def stylesheet() -> str:
    """The whole stylesheet."""
    shares = "\n".join(f"figure.gitops-share-{share}{{width:{share}%}}" for share in SHARES)
    roles = {"fill": "Canvas", "stroke": "CanvasText", "text": "CanvasText"}
    forced = "\n".join(
        "".join(f"--gitops-{name}-{role}:{system};" for role, system in roles.items()) for name in DEFAULT
    )
    text = (HERE / "gitops.css.in").read_text(encoding="utf-8")
    colours = "\n".join([*rules(DEFAULT), *scheme_rules()])
    parts = {
        "COLOURS": colours,
        "WIDTHS": size_rules(),
        "SHARES": shares,
        "FORCED": forced,
        "EMPHASIS": emphasis_rules(),
        "RING": ring_rule(),
    }
    for name, value in parts.items():
        text = text.replace(f"/*{name}*/", value)
    return text


if __name__ == "__main__":
    TARGET.write_bytes(stylesheet().encode())
