"""What a rule about manifests is, what it is asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_gitops.rule import Domain, Rule

if TYPE_CHECKING:  # a rule is explained without what reads a repository
    from sphinx_gitops.importers.discovery import DiscoveredEdge, Judged
    from sphinx_gitops.importers.documents import Document
    from sphinx_gitops.importers.kustomize.settings import Kustomization
    from sphinx_gitops.importers.resolution.deploying import Deployment
    from sphinx_gitops.importers.resolution.instance import Instance
    from sphinx_gitops.importers.resolution.listed import Listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifests:
    """What the rules ask about: one repository, resolved."""

    documents: Sequence[Document]
    listed: Sequence[Listed]
    ids: Table[tuple[str, int, str], str]
    edges: Sequence[DiscoveredEdge]
    deployed: Sequence[tuple[Instance, Deployment]]
    settings: Sequence[Kustomization]
    production: frozenset[str]
    "The names of the environments whose tier is production."


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestRule(Rule):
    """A rule that is asked of the manifests of one repository.

    ``nothing`` says why nothing is known where it has looked at nothing; empty where that keeps the rule.
    """

    domain: Domain = Domain.MANIFESTS
    nothing: str = ""
    check: Callable[[Manifests], Iterator[Judged]]
