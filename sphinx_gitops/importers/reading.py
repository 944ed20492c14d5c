"""A folder in, what the GitOps repository in it declares out, with what was read before from a cache."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sphinx_gitops.importers.assembling import assembled
from sphinx_gitops.importers.discovery import Discovery
from sphinx_gitops.importers.discovery_codec import decode, encode
from sphinx_gitops.importers.discovery_json import to_text
from sphinx_gitops.importers.repository.repository import Repository, open_repository, read_manifests
from sphinx_gitops.importers.repository.store import Store, digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSelection:
    """Which files of a folder count; ``never`` are folders, from its top, that are not looked into."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()


@dataclass(slots=True, kw_only=True)
class RepositoryReading:
    """A repository as it has been read: ``digest`` tells all that its manifests say from what they said before."""

    digest: str
    encoded: str
    _discovery: Discovery | None = None

    @property
    def discovery(self) -> Discovery:
        """What it declares; made of the text when it is first asked for."""
        if self._discovery is None:
            self._discovery = decode(self.encoded)
        return self._discovery


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cycles of objects meanwhile: hundreds of thousands are made here, and none is garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _name(root: Path, suffix: str) -> str:
    """The name under which a folder's facts are kept."""
    return digest_of(str(root.resolve()).encode("utf-8", "surrogateescape")) + suffix


def _opened(root: Path, selection: FileSelection) -> Repository:
    return open_repository(root, selection.include, selection.exclude, selection.never)


def _resolved(repository: Repository, store: Store, root: Path) -> Discovery:
    """Read what is not known yet, keep it, and resolve all."""
    with _uncollected():
        read_manifests(repository, store, _name(root, "-facts"))
        discovery = assembled(repository)
    if repository.used.keys() != repository.known.keys():
        store.put(_name(root, "-facts"), repository.used)
    return discovery


def discover(root: Path, selection: FileSelection = FileSelection(), store: Store = Store(folder=None)) -> Discovery:  # noqa: B008 - frozen
    """Read the repository in *root*; raises nothing for what its files hold."""
    return _resolved(_opened(root, selection), store, root)


def read_repository(root: Path, selection: FileSelection, store: Store) -> RepositoryReading:
    """The same with a digest; an unchanged folder is not even resolved again."""
    repository = _opened(root, selection)
    inputs = _inputs(repository, selection)
    name = _name(root, "-discovery")
    kept, text = store.get(name)
    is_whole = kept.get("encoded") == digest_of(text.encode())
    if is_whole and kept.get("inputs") == inputs and _same_extra(repository, kept.get("extra")):
        return RepositoryReading(digest=str(kept.get("digest")), encoded=text)
    discovery = _resolved(repository, store, root)
    encoded = encode(discovery)
    own = digest_of(encoded.encode())
    said = encode(replace(discovery, paths=frozenset()))  # another file beside the manifests says nothing else
    digest = digest_of(json.dumps(sorted(repository.names.items())).encode(), said.encode())
    kept = {"inputs": inputs, "extra": repository.extra, "digest": digest, "encoded": own}
    store.put(name, kept, encoded)
    return RepositoryReading(digest=digest, encoded=encoded, _discovery=discovery)


def discover_text(root: Path, selection: FileSelection = FileSelection(), store: Store = Store(folder=None)) -> str:  # noqa: B008 - frozen
    """The same as the text of a JSON document; an unchanged folder is not even resolved again."""
    repository = _opened(root, selection)
    inputs = _inputs(repository, selection)
    name = _name(root, "-result")
    kept, text = store.get(name)
    if kept.get("inputs") == inputs and _same_extra(repository, kept.get("extra")):
        return text
    text = to_text(_resolved(repository, store, root))
    store.put(name, {"inputs": inputs, "extra": repository.extra}, text)
    return text


def _inputs(repository: Repository, selection: FileSelection) -> str:
    """Everything that decides the result, as one name: the paths, the manifests, the checkout and the selection."""
    listing = repository.listing
    paths = [
        sorted(listing.files),
        sorted(listing.links.items()),
        listing.problems,
        selection.include,
        selection.exclude,
        sorted(selection.never),
    ]
    checkout = repository.checkout
    said = json.dumps([paths, checkout.remotes, checkout.branch, checkout.prefix, repository.root.resolve().name])
    return digest_of(said.encode(), *repository.contents())


def _same_extra(repository: Repository, extra: object) -> bool:
    """Whether the files that are no manifests hold what they held."""
    if not isinstance(extra, dict):
        return False
    return all(repository.content_name(path) == name for path, name in extra.items())
