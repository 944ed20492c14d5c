"""What an object of a manifest is to an operator who looks for its documentation: frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from sphinx_gitops.alerts.alert import AlertWaiver
from sphinx_gitops.doc_links.codeowners import OwnedPath
from sphinx_gitops.problems import Problem, Span
from sphinx_gitops.yamltree import Mapping

ARGO = "argoproj.io"
FLUX = ".toolkit.fluxcd.io"
BACKSTAGE = "backstage.io"
_WORKLOADS = frozenset({"Deployment", "StatefulSet", "DaemonSet"})


class Holder(Enum):
    """Where the link of an object belongs."""

    INFO = "spec.info"
    "What Argo CD shows with an Application: https://argo-cd.readthedocs.io/en/stable/user-guide/extra_info/"
    TEMPLATE_INFO = "spec.template.spec.info"
    "The same for every Application that an ApplicationSet gives."
    ENTITY_LINKS = "metadata.links"
    "What Backstage shows: https://backstage.io/docs/features/software-catalog/descriptor-format/#links-optional"
    ANNOTATION = "metadata.annotations"


class ObjectLink(NamedTuple):
    """An address in an object: what it is a value of, that value, and where the key and the value are.

    ``is_own`` says that it is the one that leads to the documentation of this object, by its name.
    """

    field: str
    address: str
    value: str
    key: Span
    span: Span
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One object of a file; ``line`` and ``end`` are its first line and the one behind its last."""

    path: str
    group: str
    kind: str
    namespace: str
    name: str
    span: Span
    line: int
    end: int
    tree: Mapping
    links: tuple[ObjectLink, ...] = ()
    waivers: tuple[AlertWaiver, ...] = ()
    is_sealed: bool = False
    "Whether a checksum of SOPS is over it, so that nothing may be written."

    @property
    def id(self) -> str:
        """The object as messages call it: ``KIND/[NAMESPACE/]NAME``."""
        return "/".join(part for part in (self.kind, self.namespace, self.name) if part)

    @property
    def holder(self) -> Holder:
        """Where its link belongs."""
        if self.group == ARGO and self.kind == "Application":
            return Holder.INFO
        if self.group == ARGO and self.kind == "ApplicationSet":
            return Holder.TEMPLATE_INFO
        return Holder.ENTITY_LINKS if self.group == BACKSTAGE else Holder.ANNOTATION

    @property
    def is_looked_at(self) -> bool:
        """Whether operators stand before it: a reconciler, a workload or an entity, not each of their parts."""
        is_workload = self.group == "apps" and self.kind in _WORKLOADS
        return is_workload or self.holder is not Holder.ANNOTATION or self.group.endswith(FLUX)


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestFile:
    """What a file declares; ``is_template`` where something renders it before it counts: it is never written.

    ``names`` are its paths from each folder that bindings may count from.
    """

    path: str
    names: tuple[str, ...] = ()
    manifests: tuple[Manifest, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_template: bool = False
    owned: OwnedPath | None = None
    "To whom ``CODEOWNERS`` gives its path."
    is_patch: bool = False
    "Whether kustomize lays it over objects of other files: it lacks no link."
