"""Resolved diagrams in, plain images out: for EPUB, and for every builder that knows standard nodes alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.osutil import relative_uri

from sphinx_gitops.cache import key_of
from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram
from sphinx_gitops.ext.outputs.capabilities import IMAGE_TYPES, PictureForm, capabilities
from sphinx_gitops.ext.outputs.latex import sheet
from sphinx_gitops.ext.outputs.written_files import note

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def image(app: Sphinx, diagram: ResolvedDiagram) -> nodes.image | None:
    """An image node; None, with a warning, where the picture cannot be drawn, converted or written."""
    output, renderer = capabilities(app), diagram.renderer(app)
    printed = renderer.print(diagram.scene, sheet(app.config), diagram.legend)
    content = renderer.convert(printed.picture.svg, output.image_suffix) if printed else None
    if printed is None or content is None:
        return None
    if output.picture is PictureForm.BOOK_IMAGE:
        node = _in_book(app, content)
    else:
        path = renderer.file(content, output.image_suffix)
        if path is None:
            return None
        node = _copied(app, path, output.image_suffix)
    node["alt"] = diagram.request.alt or diagram.scene.title
    if diagram.request.width:
        node["width"] = diagram.request.width
    elif output.image_suffix != "svg":
        node["width"] = f"{printed.width:.0f}pt"
    return node


def _copied(app: Sphinx, path: Path, suffix: str) -> nodes.image:
    """An image node whose file the builder copies."""
    app.env.images.add_file(app.env.docname, str(path))
    note(app, app.env.docname, str(path))
    kind = next(kind for kind, other in IMAGE_TYPES.items() if other == suffix)
    return nodes.image("", uri=str(path), candidates={kind: str(path)})


def _in_book(app: Sphinx, content: bytes) -> nodes.image:
    """An image written beside the book's others: a file elsewhere in the output would be packed a second time."""
    name = f"gitops-{key_of(content.hex())}.svg"
    folder = getattr(app.builder, "imagedir", "_images")
    target = Path(app.outdir) / folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    note(app, app.env.docname, f"{folder}/{name}")
    page = app.builder.get_target_uri(app.env.docname)
    return nodes.image("", uri=relative_uri(page, f"{folder}/{name}"), candidates={"?": ""})
