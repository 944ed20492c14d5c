"""Documents in, each in every context out: the reconcilers that give it, else its outermost kustomizations."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from sphinx_gitops.importers.documents import Document, text_at, value_at
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.kustomize.builder import Builder
from sphinx_gitops.importers.kustomize.item import Resource, first_item
from sphinx_gitops.importers.manifests.registry import listed_kind
from sphinx_gitops.importers.resolution.deploying import KINDS, Deployer, Deployment
from sphinx_gitops.importers.resolution.environments import Environments
from sphinx_gitops.importers.resolution.instance import Instance
from sphinx_gitops.yamltree import Mapping

Key = tuple[str, int]


@dataclass(slots=True, kw_only=True)
class Contexts:
    """What each document is in each of its contexts, and what each reconciler deploys."""

    builder: Builder
    deployer: Deployer
    environments: Environments
    alone: dict[Key, list[Instance]] = field(default_factory=lambda: defaultdict(list))
    "Without a reconciler."
    reached: dict[Key, list[Instance]] = field(default_factory=lambda: defaultdict(list))
    deployed: list[tuple[Instance, Deployment]] = field(default_factory=list)
    visited: set[tuple[object, ...]] = field(default_factory=set)
    known: dict[tuple[str, int, int, str], tuple[Mapping, list[Deployment]]] = field(default_factory=dict)
    "What has been found by document, body and environment; the body is kept, so that no other gets its identity."
    seen: set[Key] = field(default_factory=set)

    def instances(self, key: Key) -> list[Instance]:
        """A document in its contexts: those of reconcilers, where there are any."""
        return self.reached.get(key) or self.alone.get(key, [])

    def environments_of(
        self, item: Resource, deployments: Iterable[Deployment], outer: frozenset[str]
    ) -> frozenset[str]:
        """The environments of an object: its file's, else its path's, else those of the folders that include it.

        What an ApplicationSet gives names them, too, where its paths do not.
        """
        own = self.environments.of_file(item.document.file)
        if own:
            return frozenset({own})
        paths = {
            self.environments.of_folder(one.place.target.folder)
            for one in deployments
            if one.place.target.state is EdgeState.RESOLVED
        }
        paths = paths - {""} or self.generated(item)
        if paths:
            return frozenset(paths)
        including = self.of_folders(item)
        return frozenset({including}) if including else outer

    def generated(self, item: Resource) -> set[str]:
        """The environments that the parameters of what an ApplicationSet gives name."""
        if item.kind != "ApplicationSet":
            return set()
        given = self.deployer.fleet(item.body).applications or ()
        return {environment for one in given for environment in one.words & self.environments.names}

    def deployments(self, item: Resource, outer: frozenset[str]) -> list[Deployment]:
        """What an object deploys: nothing, unless it is a reconciler. *outer*: where it is given."""
        if (item.group, item.kind) not in KINDS:
            return []
        said = self.environments.of_file(item.document.file) or self.of_folders(item)
        environment = said or (next(iter(outer)) if len(outer) == 1 else "")
        key = (*item.document.key, id(item.body), environment)
        if key not in self.known:
            self.known[key] = item.body, list(self.deployer.deployments(item, environment))
        return self.known[key][1]

    def of_folders(self, item: Resource) -> str:
        """The environment that the outermost of the folders that include an object is in."""
        return next(filter(None, (self.environments.of_folder(folder) for folder in reversed(item.folders))), "")

    def gather_alone(self, documents: Iterable[Document], roots: Iterable[str]) -> None:
        """Every document as the outermost kustomizations give it, else as it is written."""
        for root in roots:
            for item in self.builder.build(root):
                environments = self.environments_of(item, self.deployments(item, frozenset()), frozenset())
                self.alone[item.document.key].append(Instance(item=item, environments=environments, root=root))
        for document in documents:
            written = first_item(document) if document.key not in self.alone else None
            if written:
                environments = self.environments_of(written, self.deployments(written, frozenset()), frozenset())
                self.alone[document.key].append(Instance(item=written, environments=environments))

    def reconcilers(self, documents: Iterable[Document]) -> list[Key]:
        """The documents that deploy folders, in order."""
        return [one.key for one in documents if (one.group, one.kind) in KINDS]

    def follow(self, documents: Iterable[Document]) -> None:
        """Follow every reconciler from those that none reaches to all that they give."""
        keys = self.reconcilers(documents)
        inner: set[Key] = set()
        for key in keys:
            for instance in self.alone.get(key, ()):
                for deployment in self.deployments(instance.item, instance.environments):
                    inner |= {item.document.key for item in deployment.items if item.document.key != key}
        self.run(instance for key in keys if key not in inner for instance in self.alone.get(key, ()))
        for key in keys:
            if key not in self.seen:
                self.run(self.alone.get(key, ()))

    def run(self, start: Iterable[Instance]) -> None:
        """Deploy what *start* deploys, and what that deploys in turn."""
        waiting = deque(start)
        while waiting:
            instance = waiting.popleft()
            item = instance.item
            visit = (*_identity(item), instance.environments)
            if visit in self.visited:
                continue
            self.visited.add(visit)
            self.seen.add(item.document.key)
            for deployment in self.deployments(item, instance.environments):
                self.deployed.append((instance, deployment))
                for given in deployment.items:
                    below = self.below(instance, deployment, given)
                    if below is not None:
                        self.reached[given.document.key].append(below)
                        if (given.group, given.kind) in KINDS:
                            waiting.append(below)

    def below(self, instance: Instance, deployment: Deployment, given: Resource) -> Instance | None:
        """An object that a deployment gives; None where it is not listed, or the reconciler itself."""
        if given.document.key == instance.document.key:
            return None
        if listed_kind(given.group, given.kind, given.body) is None:
            return None
        folder = deployment.place.target.folder
        named = self.environments.of_folder(folder)
        outer = frozenset({named}) if named else instance.environments
        environments = self.environments_of(given, self.deployments(given, outer), outer)
        return Instance(item=given, environments=environments, reconciler=instance, root=folder)


def _identity(item: Resource) -> tuple[object, ...]:
    """What makes two reconcilers deploy different things."""
    spec = item.body.get("spec")
    reference = value_at(spec, "sourceRef")
    return (
        item.document.key,
        item.name,
        item.namespace,
        text_at(spec, "path"),
        text_at(spec, "targetNamespace"),
        text_at(reference, "name"),
        text_at(spec, "source", "path"),
        text_at(spec, "destination", "namespace"),
    )
