"""A scene as Mermaid source, for browsers and code hosts; a workflow as an outline, for people."""

from sphinx_gitops.emit.mermaid import MermaidOptions, to_mermaid
from sphinx_gitops.emit.outline import to_outline

__all__ = ["MermaidOptions", "to_mermaid", "to_outline"]
