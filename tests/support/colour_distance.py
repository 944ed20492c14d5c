"""How far apart two colours look, for tests of palettes."""

from __future__ import annotations

import math

from sphinx_gitops.palette import _linear


def _lab(colour: str) -> tuple[float, float, float]:
    """A hex colour in CIE L*a*b* under D65."""
    red, green, blue = _linear(colour)
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: str, other: str) -> float:
    """The distance of CIE 1976 between two hex colours, of which a careful eye tells about 2."""
    return math.dist(_lab(one), _lab(other))
