"""The configuration in, sphinxcontrib-mermaid set up out, where diagrams are drawn in the reader's browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError

from sphinx_gitops.ext.config import report_fault
from sphinx_gitops.problems import Code

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_NAME = "sphinxcontrib-mermaid"


def wanted(config: Config) -> bool:
    """Whether diagrams are drawn in the browser, by a script that pages load, as a rule from another site."""
    return bool(config.gitops_html_output == "mermaid")


def load(app: Sphinx, config: Config) -> None:
    """Set sphinxcontrib-mermaid up only where it draws: it brings a script into every page.

    Limits of size that the writer has not set are raised, for Mermaid shows an error instead of a diagram beyond them.
    """
    if not wanted(config):
        return
    try:
        app.setup_extension("sphinxcontrib.mermaid")
    except ExtensionError as error:
        config.gitops_html_output = "svg"
        message = f"{_NAME} cannot be used ({error}), so diagrams are drawn when the site is built: pip install {_NAME}"
        report_fault(app, "gitops_html_output", message, Code.RENDERER)
        return
    from sphinx_gitops.emit.mermaid_config import LIMITS  # noqa: PLC0415 - few projects draw in the browser

    own = getattr(config, "mermaid_init_config", None)  # its oldest versions have no such value
    if isinstance(own, dict):
        config.mermaid_init_config = {**LIMITS, **own}
