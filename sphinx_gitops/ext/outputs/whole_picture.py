"""A picture of a page in, a file of its own out, for readers whose screen is too narrow for it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.osutil import relative_uri

from sphinx_gitops.ext.domain.other_projects import other_thing
from sphinx_gitops.ext.outputs.addresses import fragment, page_address
from sphinx_gitops.ext.outputs.written_files import note
from sphinx_gitops.identifiers import coded
from sphinx_gitops.render.painting.standalone import on_its_own

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_gitops.ext.domain.links.link_targets import DocumentAnchor
    from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram
    from sphinx_gitops.render.drawing import Picture

_LONGEST = 60
"""So many characters of a workflow's id are in the name of its file."""


def _name(workflow: str, seed: str) -> str:
    """The name of a file, the same in every build: a browser may have it open."""
    digest = hashlib.sha256(seed.encode(errors="surrogatepass")).hexdigest()[:8]
    return f"gitops-{coded(workflow, '-')[:_LONGEST]}-{digest}.svg"


def write_whole(app: Sphinx, diagram: ResolvedDiagram, picture: Picture, docname: str, prefix: str) -> str:
    """Write the picture that *docname* shows with the *prefix* as a file, and return its address on that page."""

    def at(target: DocumentAnchor) -> str:
        whole = app.builder.get_target_uri(target.docname).partition("#")[1:]  # of a document that is on one page
        return relative_uri(file, page_address(app, target.docname)) + (fragment(target) or "".join(whole))

    def part(name: str) -> str:
        other = other_thing(app.env, name) if ":" in name else None
        return other.address(file) if other else at(diagram.place(app.env, docname, name))

    def edge(number: int) -> str:
        return at(diagram.edge_place(number))

    folder = app.builder.imagedir if isinstance(app.builder, StandaloneHTMLBuilder) else "_images"
    file = f"{folder}/{_name(diagram.workflow.id, f'{docname}|{prefix}')}"
    content = on_its_own(picture.svg, part, edge, diagram.scene.swatches).encode()
    target = Path(app.outdir) / file
    if not target.is_file() or target.read_bytes() != content:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    note(app, docname, file)
    return relative_uri(page_address(app, docname), file)
