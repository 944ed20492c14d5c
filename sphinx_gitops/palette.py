"""The built-in palettes, light and dark; a test measures the contrast of every pair (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from sphinx_gitops.scene import Colours, Swatch
from sphinx_gitops.styles import EDGE, GROUP, PARTS, STAGE

__all__ = [
    "DEFAULT",
    "EDGE",
    "GROUP",
    "HIGH_CONTRAST",
    "MONO",
    "PALETTES",
    "PARTS",
    "READABLE",
    "STAGE",
    "contrast",
    "unreadable",
]

READABLE = 4.5
"""The least contrast of text on its fill (WCAG 2.2, 1.4.3)."""


def _swatch(light: str, dark: str) -> Swatch:
    """Two lines of fill, stroke and text; one colour alone is all three."""

    def side(line: str) -> Colours:
        fill, stroke, text = line.split() if " " in line else (line, line, line)
        return Colours(fill=fill, stroke=stroke, text=text)

    return Swatch(light=side(light), dark=side(dark))


DEFAULT: Mapping[str, Swatch] = {
    "source": _swatch("#d0e5fa #1565c0 #0b2f5c", "#12304d #64b5f6 #e3f2fd"),
    "build": _swatch("#e7d5f3 #7b1fa2 #3f0f54", "#3a1f45 #ce93d8 #f6e6fa"),
    "verify": _swatch("#fdd9e7 #c2185b #5f0a2c", "#4d1a30 #f48fb1 #fde7ef"),
    "security": _swatch("#fbd2cd #8e1b1b #4a0d0d", "#451a1a #ff8a80 #ffe9e7"),
    "ops": _swatch("#dcf4df #2e7d32 #123d16", "#17371b #81c784 #e6f5e7"),
    "manage": _swatch("#fce2ca #d95f00 #572600", "#4a2a0a #ffab5e #fff1e0"),
    "platform": _swatch("#fbf7cf #806000 #403000", "#3d3407 #ffe082 #fffbe3"),
    "monitor": _swatch("#ccf6f8 #00838f #003b41", "#07383d #4dd0e1 #def7fa"),
    "neutral": _swatch("#e2e6e9 #455a64 #22303a", "#2b353b #a9bac3 #eaeff2"),
    STAGE: _swatch("#f6f8fa #868e99 #1f2933", "#1a1d21 #767f8b #e6eaef"),
    GROUP: _swatch("#ffffff #868e99 #3b4754", "#212529 #767f8b #c9d1d9"),
    EDGE: _swatch("#4a5563", "#adb7c3"),
}
"""Nine hues that keep apart as well as nine can."""

HIGH_CONTRAST: Mapping[str, Swatch] = {
    "source": _swatch("#d3e8fc #0a3d91 #000b1f", "#001b34 #9ccbff #ffffff"),
    "build": _swatch("#ecdbf8 #5a128a #17021f", "#230f2c #e3b6f2 #ffffff"),
    "verify": _swatch("#ffe0eb #94093f #240010", "#300d1c #ffb0cb #ffffff"),
    "security": _swatch("#fcd5cf #7a0000 #240000", "#2f0c09 #ffb3ab #ffffff"),
    "ops": _swatch("#e2f8e5 #145218 #021705", "#051e08 #a3e2a7 #ffffff"),
    "manage": _swatch("#fce4ce #7f3700 #1f0c00", "#2d1600 #ffc48a #ffffff"),
    "platform": _swatch("#fdf9d6 #584200 #1a1300", "#221e00 #ffe88a #ffffff"),
    "monitor": _swatch("#d4f9fb #004f58 #00181b", "#042629 #86e6f2 #ffffff"),
    "neutral": _swatch("#e3e7ea #28363d #0a0f12", "#262b2e #ccd6db #ffffff"),
    STAGE: _swatch("#f8f9fa #4a525c #000000", "#0c0e10 #aab3bd #ffffff"),
    GROUP: _swatch("#ffffff #4a525c #14191f", "#14171a #aab3bd #f4f6f8"),
    EDGE: _swatch("#232b35", "#dbe2ea"),
}
"""The same hues, with 7:1 for text and for everything else at least 4.5:1 (WCAG 1.4.6)."""

_GREY = _swatch("#ffffff #3d3d3d #141414", "#2c2c2c #c6c6c6 #f4f4f4")
MONO: Mapping[str, Swatch] = {
    **dict.fromkeys([name for name in DEFAULT if name not in PARTS], _GREY),
    STAGE: _swatch("#f3f3f3 #7a7a7a #1c1c1c", "#191919 #808080 #ebebeb"),
    GROUP: _swatch("#fafafa #7a7a7a #3a3a3a", "#202020 #808080 #d2d2d2"),
    EDGE: _swatch("#4c4c4c", "#bdbdbd"),
}
"""Grey alone: shape, sign and border say what a thing is."""

PALETTES: Mapping[str, Mapping[str, Swatch]] = {"default": DEFAULT, "high-contrast": HIGH_CONTRAST, "mono": MONO}
"""Every palette by its name; each has the same swatches."""


def _channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of a hex colour of three or six digits, from 0 to 255."""
    digits = colour.lstrip("#")
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else [digits[at : at + 2] for at in (0, 2, 4)]
    red, green, blue = (int(pair, 16) for pair in pairs)
    return red, green, blue


def blend(over: str, under: str, share: float) -> str:
    """The hex colour of *over* on *under*, seen with a *share* from 0 to 1."""
    mixed = (round(a * share + b * (1 - share)) for a, b in zip(_channels(over), _channels(under), strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _linear(colour: str) -> tuple[float, float, float]:
    """The light of a hex colour's channels, from 0 to 1 (IEC 61966-2-1)."""
    parts = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def _luminance(colour: str) -> float:
    """How light a hex colour of three or six digits is, from 0 to 1."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two hex colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def unreadable(name: str, swatch: Swatch, sides: Collection[str] = ("light", "dark")) -> Iterator[str]:
    """A complaint about each side of a swatch whose text cannot be read on its fill."""
    for side, colours in (("light", swatch.light), ("dark", swatch.dark)):
        ratio = contrast(colours.fill, colours.text)
        if side in sides and name != EDGE and ratio < READABLE:
            yield (
                f"{name!r} cannot be read in {side}: text {colours.text!r} on fill {colours.fill!r} has a contrast "
                f"of {ratio:.1f}:1, and {READABLE}:1 is the least; give fill, stroke and text together"
            )
