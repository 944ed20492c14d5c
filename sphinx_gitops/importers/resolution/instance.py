"""An object as one reconciler, or none, gives it: the unit that references and environments are found for."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_gitops.importers.documents import Document
from sphinx_gitops.importers.kustomize.item import Resource


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Instance:
    """One object in one context."""

    item: Resource
    environments: frozenset[str]
    reconciler: Instance | None = None
    root: str = ""
    "The folder that was built: empty where none was."

    @property
    def document(self) -> Document:
        """The document that it comes from."""
        return self.item.document
