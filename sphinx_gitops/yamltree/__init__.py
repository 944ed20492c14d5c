"""YAML text in, a tree of values with their places out."""

from __future__ import annotations

from sphinx_gitops.yamltree.document import Mapping, Scalar, Sequence, Tree, describe, parse
from sphinx_gitops.yamltree.errors import Locate

__all__ = ["Locate", "Mapping", "Scalar", "Sequence", "Tree", "describe", "parse"]
