"""The URLs that manifests name in, those that mean this very repository out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sphinx_gitops.importers.documents import Document, mappings_at, scalar_at, text_at, value_at
from sphinx_gitops.importers.manifests.argocd import sources_of
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.repository.repository import Repository
from sphinx_gitops.importers.resolution.urls import canonical_url, last_part
from sphinx_gitops.yamltree import Mapping, Sequence, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A URL, and a path that is taken from it."""

    url: str
    path: str
    revision: str = ""


def _git_uses(generators: Tree | None, depth: int = 0) -> Iterator[Use]:
    """What the Git generators of an ApplicationSet read, however deep they stand."""
    if depth > 5 or generators is None:
        return
    for entry in generators.items if isinstance(generators, Sequence) else ():
        git = value_at(entry, "git")
        url, revision = text_at(git, "repoURL"), text_at(git, "revision")
        for name in ("directories", "files"):
            for found in mappings_at(git, name):
                path = text_at(found, "path")
                yield Use(url=url, path=path.split("*", 1)[0].rpartition("/")[0], revision=revision)
        for name in ("matrix", "merge"):
            yield from _git_uses(value_at(entry, name, "generators"), depth + 1)


def _spec_uses(spec: Tree | None) -> Iterator[Use]:
    for source in sources_of(spec) if isinstance(spec, Mapping) else ():
        if not text_at(source.body, "chart"):
            revision = text_at(source.body, "targetRevision")
            yield Use(url=text_at(source.body, "repoURL"), path=text_at(source.body, "path"), revision=revision)


def uses_of(document: Document, urls: dict[tuple[str, str], str]) -> Iterator[Use]:
    """What a reconciler takes from where; *urls* has the URL of each source of Flux by kind and name."""
    body = document.body
    if document.kind == "Application":
        yield from _spec_uses(value_at(body, "spec"))
    elif document.kind == "ApplicationSet":
        yield from _spec_uses(value_at(body, "spec", "template", "spec"))
        yield from _git_uses(value_at(body, "spec", "generators"))
    elif document.kind == "Kustomization":
        reference = value_at(body, "spec", "sourceRef")
        url = urls.get((text_at(reference, "kind"), text_at(reference, "name")), "")
        yield Use(url=url, path=text_at(body, "spec", "path"))
    elif document.kind in {"FluxInstance", "HelmRelease"}:
        for sync in (value_at(body, "spec", "sync"), value_at(body, "spec", "values", "instance", "sync")):
            if text_at(sync, "kind") == "GitRepository":
                yield Use(url=text_at(sync, "url"), path=text_at(sync, "path"))
    elif document.kind in {"GitRepository", "ImageUpdateAutomation"} and scalar_at(body, "spec", "url"):
        yield Use(url=text_at(body, "spec", "url"), path="", revision=text_at(body, "spec", "ref", "branch"))


_BRANCH = re.compile(r"^(?!v?\d)[A-Za-z][\w.-]*$")
_USUAL = ("", "HEAD", "main", "master", "trunk")


def current_branches(repository: Repository, uses: Iterable[Use], own: frozenset[str]) -> frozenset[str]:
    """The revisions that this tree is taken to be: its branch and the usual ones, else the one that most uses name."""
    if repository.checkout.branch:
        return frozenset((*_USUAL, repository.checkout.branch))
    named = Counter(use.revision for use in uses if use.url and canonical_url(use.url) in own)
    if any(named[usual] for usual in _USUAL if usual):
        return frozenset(_USUAL)
    branches = sorted((-count, name) for name, count in named.items() if _BRANCH.match(name))
    return frozenset((*_USUAL, *(name for _, name in branches[:1])))


def _is_named(url: str, folder: str) -> bool:
    """Whether a folder has the name of the repository, alone or behind its owner's."""
    name = last_part(url)
    owner = last_part(url[: -len(name) - 1])
    folder = folder.lower()
    return folder == name or folder in {f"{owner}{separator}{name}" for separator in ("__", "_", "-", ".")}


def own_urls(repository: Repository, uses: Iterable[Use]) -> frozenset[str]:
    """The URLs of this repository: its remotes, else its folder's name, else what most paths here belong to."""
    counted: Counter[str] = Counter()
    named: set[str] = set()
    folders = repository.listing.folders
    for use in uses:
        if not use.url or is_templated(use.url):
            continue
        url = canonical_url(use.url)
        named.add(url)
        path = use.path.removeprefix("./").strip("/")
        counted[url] += bool(path) and f"{path}/" in folders
    remotes = {canonical_url(remote) for remote in repository.checkout.remotes}
    own = named & remotes
    if not own and not remotes:
        own = {url for url in named if _is_named(url, repository.root.resolve().name)}
    if own:
        return frozenset(own)
    most = max(counted.values(), default=0)
    return frozenset(url for url, count in counted.items() if count == most and count > 0) | frozenset(remotes)


def folders_above(repository: Repository, own: frozenset[str]) -> str | None:
    """The folders above the one that is read, of a checkout whose remotes are among the *own* URLs; else None."""
    remotes = {canonical_url(remote) for remote in repository.checkout.remotes}
    return repository.checkout.prefix if own & remotes else None
