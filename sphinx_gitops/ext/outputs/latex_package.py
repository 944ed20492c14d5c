"""LaTeX: the nodes of ours that only it writes, and the package that they need beside the document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_gitops.ext import late
from sphinx_gitops.ext.nodes import gitops_in_place, gitops_picture

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

STYLE = Path(__file__).parents[2] / "texinputs" / "sphinxgitops.sty"


def _configure(app: Sphinx, config: Config) -> None:
    """Add our package to the files beside the LaTeX."""
    config.latex_additional_files = [*config.latex_additional_files, str(STYLE)]


def setup(app: Sphinx) -> None:
    """Register the nodes and the package."""
    enter, leave = late.visitor("outputs.latex:enter_in_place"), late.visitor("outputs.latex:leave_in_place")
    app.add_node(gitops_picture, latex=(late.visitor("outputs.latex:visit_picture"), None))
    app.add_node(gitops_in_place, latex=(enter, leave))
    app.add_latex_package("sphinxgitops", after_hyperref=True)
    app.connect("config-inited", _configure)
