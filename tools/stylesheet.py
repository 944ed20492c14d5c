"""Writes ``static/gitops.css`` from the palette and ``tools/gitops.css.in``; a test compares the two."""

from __future__ import annotations

from pathlib import Path

from sphinx_gitops.palette import EDGE, GROUP, PALETTE, STAGE

HERE = Path(__file__).parent
TARGET = HERE.parent / "sphinx_gitops" / "static" / "gitops.css"


def variables(side: str) -> str:
    """The custom properties of one side, ``light`` or ``dark``."""
    lines = []
    for name, swatch in {**PALETTE, "stage": STAGE, "group": GROUP}.items():
        colours = getattr(swatch, side)
        lines.append(
            f"--gitops-{name}-fill:{colours.fill};--gitops-{name}-stroke:{colours.stroke};"
            f"--gitops-{name}-text:{colours.text};"
        )
    return "\n".join([*lines, f"--gitops-edge:{EDGE[side == 'dark']};"])


def stylesheet() -> str:
    """The whole stylesheet."""
    light, dark = variables("light"), variables("dark")
    swatches = "\n".join(
        f".gitops-legend .gitops-{name}::before"
        f"{{background:var(--gitops-{name}-fill);border-color:var(--gitops-{name}-stroke)}}"
        for name in PALETTE
    )
    widths = "\n".join(f".gitops-min-{size}{{min-width:{size}px}}" for size in range(500, 3001, 100))
    text = (HERE / "gitops.css.in").read_text(encoding="utf-8")
    for name, value in (("LIGHT", light), ("DARK", dark), ("SWATCHES", swatches), ("WIDTHS", widths)):
        text = text.replace(f"/*{name}*/", value)
    return text


if __name__ == "__main__":
    TARGET.write_bytes(stylesheet().encode())
