"""The width of a picture and of a column in, how large its text is shown out."""

from __future__ import annotations

from math import ceil

from sphinx_gitops.render.text_fitting.text_width import SECOND_SIZE

SMALLEST = SECOND_SIZE
"""The size of the smallest text of a picture, in px of the picture."""
READ, READ_ON_PHONES = 12.0, 10.0
"""The size below which no text is shown, in px: on a screen of 1280 px, and on one of 375 px."""
PHONE = 375.0
"""The width of a small screen, in px."""
SIZES = (*range(250, 700, 25), *range(700, 3001, 50))
"""The least widths that the style sheet has, in px: near enough for the next to be no larger than the picture."""


def least_width(width: float, *, phone: bool = False) -> float:
    """How far a picture of a *width* in px may shrink; where a column has less, it scrolls."""
    return min(1.0, (READ_ON_PHONES if phone else READ) / SMALLEST) * width


def shown_scale(width: float, column: float, *, phone: bool = False) -> float:
    """How large a picture of a *width* is shown in a *column*, both in px: 1 is its own size."""
    return max(min(1.0, column / width), least_width(width, phone=phone) / width)


def scrolls(width: float, column: float, *, phone: bool = False) -> bool:
    """Whether a picture of a *width* is wider than its *column*, both in px, however small it is shown."""
    return least_width(width, phone=phone) > column


def text_in(width: float, column: float) -> float:
    """The size in px of the smallest text of a picture of a *width* that is squeezed into a *column*, both in px."""
    return SMALLEST * min(1.0, column / width)


def size_class(width: float) -> str:
    """The class that keeps a picture of a *width* from shrinking too far; none where no screen is so narrow."""
    if least_width(width, phone=True) <= PHONE / 2:
        return ""
    fitting = [size for size in SIZES if size <= width] or [SIZES[0]]
    return f" gitops-min-{next((size for size in fitting if size >= least_width(width)), fitting[-1])}"


def size_rules() -> str:
    """The rules of the style sheet for all least widths, and for those on small screens."""
    share = READ_ON_PHONES / READ
    wide = "\n".join(f".gitops-min-{size}{{min-width:{size}px}}" for size in SIZES)
    small = "\n".join(f".gitops-min-{size}{{min-width:{ceil(size * share)}px}}" for size in SIZES)
    return f"{wide}\n@media (max-width:30rem){{\n{small}\n}}"
