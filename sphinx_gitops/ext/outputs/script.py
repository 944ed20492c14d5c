"""``gitops_script`` in, our script on the pages with a picture out, and the words of its buttons on each picture."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.outputs.capabilities import PictureForm, capabilities
from sphinx_gitops.ext.outputs.static_files import write_static
from sphinx_gitops.phrases.words import SCRIPT_WORDS
from sphinx_gitops.render.markup import quoteattr

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SCRIPT = "gitops.js"


def wanted(app: Sphinx) -> bool:
    """Whether pages of this build get the script."""
    return bool(app.config.gitops_script) and capabilities(app).picture is PictureForm.INLINE


def words(app: Sphinx) -> str:
    """The attribute of a picture with the words of its buttons; empty where there is no script."""
    if not wanted(app):
        return ""
    found = {name: say(phrase) for name, phrase in SCRIPT_WORDS.items()}
    return f" data-gitops-words={quoteattr(json.dumps(found, ensure_ascii=False))}"


def write(app: Sphinx) -> None:
    """Put the script among the static files."""
    if wanted(app):
        write_static(app, SCRIPT)


def link(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Load the script on this page, where it has a picture."""
    if doctree is None or not wanted(app):
        return
    if any("gitops-workflow" in figure["classes"] for figure in doctree.findall(nodes.figure)):
        app.add_js_file(SCRIPT, loading_method="defer")
