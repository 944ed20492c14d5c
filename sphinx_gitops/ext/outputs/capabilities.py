"""A builder in, what it takes out: every question about the format of an output is answered here, once a build.

A builder that takes something else than others of its format gets its line in ``_NAMES``, a format one in ``_FORMATS``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

from sphinx_gitops.ext.diagram_request import OutlineModes
from sphinx_gitops.ext.outputs import client_mermaid

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

IMAGE_TYPES = {"image/svg+xml": "svg", "application/pdf": "pdf", "image/png": "png"}
"""The media types that can be made, best first, with the suffix of each."""


class PictureForm(Enum):
    """The form in which an output takes a diagram."""

    INLINE = auto()
    """An SVG inside the page, with links and the colours of its style sheet."""
    CLIENT = auto()
    """Mermaid text, which the reader's browser draws."""
    PAGED = auto()
    """An SVG inside a page of HTML that becomes paper."""
    PDF = auto()
    """A PDF beside the LaTeX."""
    IMAGE = auto()
    """An image node whose file the builder copies."""
    BOOK_IMAGE = auto()
    """An image file among those of an EPUB."""
    SOURCE = auto()
    """Mermaid text in a code block."""
    NONE = auto()
    """No picture: the text version alone."""


class Outline(Enum):
    """The form in which an output takes a text version."""

    FOLDED = auto()
    """A container behind a ``details`` element."""
    CONTAINER = auto()
    BARE = auto()
    """The children alone: the writer sets no blank line before what is first in a container."""


class Medium(Enum):
    """The media that ``:outline:`` tells apart, by the field of each."""

    HTML = "html"
    PAPER = "paper"
    OTHER = ""


class CellLines(Enum):
    """How the items of a table's cell are kept apart."""

    BLOCK = auto()
    """A line block."""
    BREAKS = auto()
    """Line breaks of HTML: themes space a line block in ways of their own."""
    COMMAS = auto()
    """Plain text has no lines inside of a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What the builder of a build takes.

    ``resolves`` is false where placeholders stay as they are; ``image_suffix`` is that of the best kind of image;
    ``medium`` decides the form of text versions; ``stylesheet`` is true where pages are HTML with our style sheets;
    ``figures`` is false where figures are taken apart, and ``empty_figures`` where a figure needs a picture;
    ``item_anchors`` is false where list items have none, ``html_anchors`` true where they are elements of HTML;
    ``math_arrows`` is true where arrows are mathematics, ``table_captions`` false where tables have none;
    ``single_page`` is true for one page of HTML, and ``assembled`` where one output has many documents.
    """

    resolves: bool = True
    picture: PictureForm = PictureForm.NONE
    image_suffix: str = ""
    outline: Outline = Outline.CONTAINER
    medium: Medium = Medium.OTHER
    stylesheet: bool = False
    figures: bool = True
    empty_figures: bool = True
    item_anchors: bool = True
    math_arrows: bool = False
    html_anchors: bool = False
    cell_lines: CellLines = CellLines.BLOCK
    table_captions: bool = True
    single_page: bool = False
    assembled: bool = False

    @property
    def folded(self) -> bool:
        """Whether text versions open and close."""
        return self.outline is Outline.FOLDED

    def outline_mode(self, modes: OutlineModes) -> str:
        """The form of a text version in this medium."""
        match self.medium:
            case Medium.HTML:
                return modes.html
            case Medium.PAPER:
                return modes.paper
        return "open"


_PAGE = Capabilities(
    picture=PictureForm.INLINE,
    outline=Outline.FOLDED,
    medium=Medium.HTML,
    stylesheet=True,
    cell_lines=CellLines.BREAKS,
)
_NAMES = {
    "gettext": Capabilities(resolves=False),
    "epub": Capabilities(picture=PictureForm.BOOK_IMAGE, cell_lines=CellLines.BREAKS),
    # HTML that becomes paper, by a program that knows no CSS variables in pictures.
    "simplepdf": replace(_PAGE, picture=PictureForm.PAGED, medium=Medium.PAPER),
}
"""What builders take that others of their format do not."""
_FORMATS = {
    "latex": Capabilities(
        picture=PictureForm.PDF,
        medium=Medium.PAPER,
        empty_figures=False,
        item_anchors=False,
        math_arrows=True,
        assembled=True,
    ),
    "texinfo": Capabilities(item_anchors=False, assembled=True),
    "man": Capabilities(outline=Outline.BARE, figures=False, table_captions=False, assembled=True),
    "text": Capabilities(figures=False, cell_lines=CellLines.COMMAS),
    "markdown": Capabilities(picture=PictureForm.SOURCE, figures=False, html_anchors=True),
}
"""What the builders of a format take."""
_PLAIN = frozenset({PictureForm.NONE, PictureForm.SOURCE})
"""The forms that a builder of images does better without."""


def _decide(builder: Builder, config: Config) -> Capabilities:
    """The answer for a builder: by its name, else by its class, else by its format."""
    page = _PAGE if isinstance(builder, StandaloneHTMLBuilder) else None
    found = _NAMES.get(builder.name) or page or _FORMATS.get(builder.format) or Capabilities()
    single = isinstance(builder, SingleFileHTMLBuilder)
    suffix = next((suffix for kind, suffix in IMAGE_TYPES.items() if kind in builder.supported_image_types), "")
    picture = PictureForm.IMAGE if suffix and found.picture in _PLAIN else found.picture
    if picture is PictureForm.INLINE and client_mermaid.wanted(config):
        picture = PictureForm.CLIENT
    return replace(found, picture=picture, image_suffix=suffix, single_page=single, assembled=single or found.assembled)


_decided: WeakKeyDictionary[Builder, Capabilities] = WeakKeyDictionary()


def capabilities(app: Sphinx) -> Capabilities:
    """What the builder of this build takes; its configuration has been read."""
    found = _decided.get(app.builder)
    if found is None:
        found = _decided[app.builder] = _decide(app.builder, app.config)
    return found
