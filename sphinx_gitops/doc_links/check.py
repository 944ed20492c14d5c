"""Manifests, a finished build and the settings of a project in, every finding of their links and owners out."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_gitops.alerts.finding import AlertFinding
from sphinx_gitops.alerts.site import Site
from sphinx_gitops.doc_links.binding import Bindings
from sphinx_gitops.doc_links.documented import components_of
from sphinx_gitops.doc_links.files import ManifestSources, repositories
from sphinx_gitops.doc_links.findings import LinkExpectations, find
from sphinx_gitops.doc_links.owners import CODE, differing
from sphinx_gitops.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkOutcome:
    """What is wrong; ``objects`` is how many there are, ``bound`` how many a component names."""

    findings: tuple[AlertFinding, ...]
    objects: int
    bound: int

    @property
    def fails(self) -> bool:
        """Whether a command fails."""
        return any(finding.counts for finding in self.findings)


def check_links(sources: ManifestSources, site: Site, settings: Settings) -> LinkOutcome:
    """Hold the links of manifests against the pages and components of a build. Raises nothing."""
    components = tuple(components_of(site.export, site.pages))
    names_objects = any(bound.kind for one in components for bound in one.bindings)
    bindings = Bindings(components, repositories(sources) if names_objects else ())
    contract = LinkExpectations(files=sources.files, bindings=bindings, pages=site.pages, settings=settings)
    owners = differing(sources.files, bindings, contract.severity(CODE))
    pairs = [(file, one) for file in sources.files for one in file.manifests]
    bound = sum(bool(bindings.of(file, one).components) for file, one in pairs)
    return LinkOutcome(findings=find(contract, owners), objects=len(pairs), bound=bound)
