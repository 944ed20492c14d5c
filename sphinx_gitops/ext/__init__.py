"""The Sphinx side: each part sets itself up, and this is the table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sphinx_gitops
from sphinx_gitops.ext import (
    ahead,
    application,
    assets,
    config,
    directives,
    domain,
    entries,
    export,
    fold,
    foreign,
    index,
    latex,
    listeners,
    locale,
    mermaid_compat,
    nodes,
    objects,
    places,
    press,
    resolve,
    runbooks,
    settle,
    stale,
    table,
    unfinished,
    views,
    written,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

ENV_VERSION = 18
"""Rises with every change to what is pickled: the model, the nodes, the domain's rows."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Load every part into the application."""
    for part in (
        application,
        locale,
        config,
        nodes,
        listeners,
        domain,
        stale,
        written,
        index,
        directives,
        objects,
        runbooks,
        table,
        settle,
        foreign,
        places,
        entries,
        export,
        views,
        fold,
        resolve,
        press,
        latex,
        mermaid_compat,
        assets,
        ahead,
        unfinished,
    ):
        part.setup(app)
    return {
        "version": sphinx_gitops.__version__,
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
