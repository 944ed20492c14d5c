"""The pictures that pages show in, the files of all others out of the output, also those that earlier builds wrote.

Which page has which file is kept for each builder and folder, because pages that are not written again keep theirs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from sphinx_gitops.ext.nodes import gitops_picture
from sphinx_gitops.ext.outputs.kept_files import kept_for
from sphinx_gitops.ext.outputs.written_files import written

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_SUFFIX = ".pictures"
_logger = logging.getLogger(__name__)


def _mentions(doctree: nodes.document) -> Iterator[str]:
    """Every text in which a document may name a file of a picture."""
    for node in doctree.findall():
        match node:
            case nodes.raw():
                yield from map(str, node.children)
            case nodes.image():
                yield node["uri"]
            case gitops_picture():
                yield node["file"]


def shown(app: Sphinx, doctree: nodes.document, docnames: Iterable[str]) -> dict[str, list[str]]:
    """The files of pictures that are in what is written of each document."""
    files = {docname: written(app).get(docname, ()) for docname in docnames}
    if not any(files.values()):
        return {docname: [] for docname in files}
    texts = list(_mentions(doctree))
    return {
        docname: sorted(file for file in own if any(PurePosixPath(file).name in text for text in texts))
        for docname, own in files.items()
    }


def _before(app: Sphinx) -> dict[str, list[str]]:
    """The files that each document had when it was last written here; where that cannot be read, none."""
    try:
        found = json.loads(kept_for(app, _SUFFIX).read_bytes())
        return {str(docname): [str(file) for file in files] for docname, files in found.items()}
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):  # none, damaged, or not one of ours
        return {}


def _ours(file: str) -> bool:
    """Whether a file is one that was written into the folder of the output, and not copied there by Sphinx."""
    path = PurePosixPath(file)
    return path.name.startswith("gitops-") and ".." not in path.parts and not path.is_absolute()


def _withdraw(app: Sphinx, name: str) -> None:
    """Take away what a builder has copied before it finishes: the name is that of no other content."""
    doctrees = Path(app.doctreedir)
    for path in Path(app.outdir).rglob(name):
        if not path.is_relative_to(doctrees):
            path.unlink()


def settle(app: Sphinx, now: Mapping[str, list[str]]) -> None:
    """Take away the files that no page has any more; *now* has those of each document that has been written."""
    before = _before(app)
    known = app.env.all_docs
    kept = {docname: files for docname, files in {**before, **now}.items() if files and docname in known}
    used = {file for files in kept.values() for file in files}
    ever = {file for files in (*before.values(), *written(app).values()) for file in files}
    copied: dict[str, str] = getattr(app.builder, "images", {})
    for file in sorted(ever - used):
        if file in copied:
            _withdraw(app, copied.pop(file))
        elif _ours(file):
            Path(app.outdir, file).unlink(missing_ok=True)
    kept = {docname: own for docname, files in kept.items() if (own := [file for file in files if _ours(file)])}
    if kept == before:
        return
    try:
        kept_for(app, _SUFFIX).write_text(json.dumps(kept, sort_keys=True), encoding="utf-8")
    except OSError as error:  # a picture that is left out later may then stay beside the pages
        _logger.info("which page has which picture cannot be kept: %s", error)
