"""Pictures as plain images: for EPUB, and for every builder that knows standard nodes alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.osutil import relative_uri

from sphinx_gitops.cache import key_of
from sphinx_gitops.emit import to_mermaid
from sphinx_gitops.scene import Scene

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sphinx_gitops.ext.drawing.renderer import Studio

_KINDS = {"image/svg+xml": "svg", "application/pdf": "pdf", "image/png": "png"}
"""The kinds of image that can be made, best first."""


def kind_for(builder: Builder) -> str:
    """The suffix of the best kind that a builder takes; empty where it takes none."""
    return next((suffix for kind, suffix in _KINDS.items() if kind in builder.supported_image_types), "")


def source(builder: Builder, scene: Scene) -> nodes.literal_block | None:
    """The diagram as Mermaid, which code hosts draw, for a builder that writes Markdown; None for any other."""
    if builder.format != "markdown":
        return None
    text = to_mermaid(scene)
    return nodes.literal_block(text, text, language="mermaid")


def standard(app: Sphinx, studio: Studio, content: bytes, suffix: str) -> nodes.image | None:
    """An image node whose file the builder copies; None, with a warning, where the file cannot be written."""
    path = studio.file(content, suffix)
    if path is None:
        return None
    app.env.images.add_file(app.env.docname, str(path))
    kind = next(kind for kind, other in _KINDS.items() if other == suffix)
    return nodes.image("", uri=str(path), candidates={kind: str(path)})


def epub(app: Sphinx, content: bytes) -> nodes.image:
    """An image written beside the book's others: a file elsewhere in the output would be packed a second time."""
    name = f"gitops-{key_of(content.hex())}.svg"
    folder = getattr(app.builder, "imagedir", "_images")
    target = Path(app.outdir) / folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    page = app.builder.get_target_uri(app.env.docname)
    return nodes.image("", uri=relative_uri(page, f"{folder}/{name}"), candidates={"?": ""})
