"""The built-in colours, light and dark; every pair was measured for contrast (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

from sphinx_gitops.scene import Colours, Swatch


def _swatch(light: str, dark: str) -> Swatch:
    """Two lines of fill, stroke and text."""

    def side(line: str) -> Colours:
        fill, stroke, text = line.split()
        return Colours(fill=fill, stroke=stroke, text=text)

    return Swatch(light=side(light), dark=side(dark))


PALETTE: dict[str, Swatch] = {
    "source": _swatch("#e3f2fd #1565c0 #0b2f5c", "#12304d #64b5f6 #e3f2fd"),
    "build": _swatch("#f3e5f5 #7b1fa2 #3f0f54", "#3a1f45 #ce93d8 #f6e6fa"),
    "verify": _swatch("#fce4ec #c2185b #5f0a2c", "#4d1a30 #f48fb1 #fde7ef"),
    "security": _swatch("#ffebee #8e1b1b #4a0d0d", "#451a1a #ff8a80 #ffe9e7"),
    "ops": _swatch("#e8f5e9 #2e7d32 #123d16", "#17371b #81c784 #e6f5e7"),
    "manage": _swatch("#fff3e0 #d95f00 #572600", "#4a2a0a #ffab5e #fff1e0"),
    "platform": _swatch("#fffde7 #806000 #403000", "#3d3407 #ffe082 #fffbe3"),
    "monitor": _swatch("#e0f7fa #00838f #003b41", "#07383d #4dd0e1 #def7fa"),
    "neutral": _swatch("#eceff1 #455a64 #22303a", "#2b353b #a9bac3 #eaeff2"),
}
"""The colour classes, by name."""

STAGE = _swatch("#f6f8fa #868e99 #1f2933", "#1a1d21 #767f8b #e6eaef")
GROUP = _swatch("#ffffff #868e99 #3b4754", "#212529 #767f8b #c9d1d9")
EDGE: tuple[str, str] = ("#4a5563", "#adb7c3")
"""The stroke of a plain arrow, in light and in dark."""
