"""The width and the smallest text of a picture in, how far it may shrink out, and the rules that hold it there."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

READ, READ_ON_PHONES = 12.0, 10.0
"""The size below which no text is shown, in px: on a screen of 1280 px, and on one of 375 px."""
PHONE = 375.0
"""The width of a small screen, in px."""
SIZES: tuple[int, ...] = (*range(250, 800, 10), *range(800, 1500, 25), *range(1500, 3001, 100))
"""The least widths that the style sheet has, in px: near enough for the next to be no larger than the picture."""
_SMALL, _OTHER = "(max-width:30rem)", "not all and (max-width:30rem)"
"""Small screens, and all others."""
_SHARE = READ_ON_PHONES / READ


def least_width(width: float, smallest: float, *, phone: bool = False) -> float:
    """How far a picture of a *width* whose smallest text has a size may shrink, all in px; then it scrolls."""
    return min(1.0, (READ_ON_PHONES if phone else READ) / smallest) * width


def least_size(width: float, smallest: float) -> int:
    """The least width of the style sheet for a picture; 0 where no screen is so narrow."""
    if least_width(width, smallest, phone=True) <= PHONE / 2:
        return 0
    fitting = [size for size in SIZES if size <= width] or [SIZES[0]]
    least = least_width(width, smallest)
    return next((size for size in fitting if size >= least), fitting[-1])


def _shown_below(share: float) -> Iterator[str]:
    """The rules that show the link to the whole picture where its place is narrower than it may be."""
    for size in SIZES:
        below = ceil(size * share) - 0.5
        yield f"@container gitops (max-width:{below:g}px){{.gitops-least-{size}>*{{--gitops-shown:block}}}}"


def size_rules() -> str:
    """The rules for all least widths, and those that hold pictures there, on small screens and on others."""
    sizes = "\n".join(f".gitops-least-{size}{{--gitops-least:{size}px}}" for size in SIZES)
    held = (
        ".gitops-picture>*{--gitops-held:var(--gitops-least)}\n"
        f"@media {_SMALL}{{.gitops-picture>*{{--gitops-held:calc(var(--gitops-least)*{READ_ON_PHONES:g}/{READ:g})}}}}\n"
        ".gitops-picture .gitops-svg{min-width:var(--gitops-held,auto)}"
    )
    links, small_links = "\n".join(_shown_below(1)), "\n".join(_shown_below(_SHARE))
    return f"{sizes}\n{held}\n@media {_OTHER}{{\n{links}\n}}\n@media {_SMALL}{{\n{small_links}\n}}"
