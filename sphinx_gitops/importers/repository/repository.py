"""A folder in, its files and the documents of those that count out; each file is read at most once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sphinx_gitops.importers.documents import Document, folder_of
from sphinx_gitops.importers.repository.checkout import Checkout, checkout_of
from sphinx_gitops.importers.repository.encoding import decode, encode
from sphinx_gitops.importers.repository.facts import FileFacts, FileProblem, decoded, facts_of
from sphinx_gitops.importers.repository.listing import Listing, list_files
from sphinx_gitops.importers.repository.selection import (
    GITLAB_FILE,
    KUSTOMIZATION_NAMES,
    is_kustomization,
    is_manifest,
    is_workflow,
)
from sphinx_gitops.importers.repository.store import Store, digest_of

MAX_BYTES = 10_000_000
"""A larger file is left out: no hand writes one."""


_MAX_HELD = 50_000_000
"""So many bytes wait at most to be looked at; what is behind them is read once more."""


def _role(path: str) -> str:
    """What makes two files of the same bytes hold different things."""
    if is_kustomization(path):
        return "k"
    if is_workflow(path):
        return "w"
    return "g" if path == GITLAB_FILE else ""


@dataclass(slots=True, kw_only=True)
class Repository:
    """The files of a tree, and what they hold."""

    root: Path
    listing: Listing
    checkout: Checkout
    facts: dict[str, FileFacts] = field(default_factory=dict)
    held: dict[str, bytes | str] = field(default_factory=dict)
    "Contents that have been read and not yet looked at."
    known: dict[str, Any] = field(default_factory=dict)
    "Facts that were read before, as JSON values, by content."
    used: dict[str, Any] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    "Each manifest that has been read, with the name of what it holds."
    children: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    "Files that are no manifests and were read, by what they held."

    def content(self, path: str) -> bytes | str:
        """The bytes of a file, or why it is left out."""
        full = self.root / path
        try:
            if full.stat().st_size > MAX_BYTES:
                return f"larger than {MAX_BYTES // 1_000_000} MB: left out"
            return full.read_bytes()
        except OSError as error:
            return f"a file that cannot be read, {(error.strerror or 'unknown reason').lower()}: left out"

    def content_name(self, path: str) -> str:
        """The name of what a file holds, empty where it is left out."""
        content = self.content(path)
        return "" if isinstance(content, str) else digest_of(content)

    def contents(self) -> Iterator[bytes]:
        """What tells the content of each manifest from any other, in order; what is read stays at hand."""
        room = _MAX_HELD
        for path in sorted(self.listing.files - self.listing.excluded):
            if is_manifest(path):
                content = self.content(path)
                if room > 0:
                    self.held[path] = content
                    room -= len(content)
                yield b"" if isinstance(content, str) else digest_of(content).encode()

    def read(self, path: str) -> None:
        """Read a manifest."""
        content = self.held.pop(path, None)
        content = self.content(path) if content is None else content
        if isinstance(content, str):
            self.facts[path] = FileFacts(problems=(FileProblem(message=content, line=1),))
            self.names[path] = content
            return
        name = self.names[path] = digest_of(content) + _role(path)
        known = self.known.get(name)
        if known is not None:
            try:
                self.facts[path] = decode(known, path)
            except (ValueError, TypeError, IndexError, KeyError):
                known = None
        if known is None:
            self.facts[path] = facts_of(content, path)
            known = encode(self.facts[path])
        self.used[name] = known

    def documents(self, path: str) -> tuple[Document, ...]:
        """The documents of a file, empty where it does not count."""
        facts = self.facts.get(path)
        return facts.documents if facts else ()

    def files_in(self, folder: str) -> list[str]:
        """The files directly in a folder, sorted."""
        return self.children.get(folder, ([], []))[0]

    def folders_in(self, folder: str) -> list[str]:
        """The folders directly in a folder, sorted."""
        return self.children.get(folder, ([], []))[1]

    def name_skipped(self, path: str) -> None:
        """Take a file that is skipped, because one that is not names it."""
        if path in self.listing.skipped and path not in self.facts and is_manifest(path):
            self.read(path)

    def manifests(self) -> Iterator[str]:
        """The files that count from the start, sorted."""
        listing = self.listing
        left_out = listing.skipped | listing.excluded
        return (path for path in sorted(listing.files) if is_manifest(path) and path not in left_out)

    def kustomization_file(self, folder: str) -> str:
        """The kustomization of a folder, empty where it has none."""
        for name in KUSTOMIZATION_NAMES:
            path = self.listing.links.get(folder + name, folder + name)
            if path in self.listing.files:
                return path
        return ""

    def text(self, path: str) -> str | None:
        """The text of any file of the tree, or None where it has none that can be read."""
        content = self.content(path)
        self.extra[path] = "" if isinstance(content, str) else digest_of(content)
        return None if isinstance(content, str) else decoded(content)


def open_repository(
    root: Path, include: tuple[str, ...], exclude: tuple[str, ...], never: frozenset[str] = frozenset()
) -> Repository:
    """List the files of *root*, without the folders *never*; nothing is read yet."""
    listing = list_files(root, include, exclude, never)
    children: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for file in sorted(listing.files):
        children[folder_of(file)][0].append(file)
    for folder in sorted(listing.folders - {""}):
        children[folder_of(folder[:-1])][1].append(folder)
    return Repository(root=root, listing=listing, checkout=checkout_of(root), children=dict(children))


def read_manifests(repository: Repository, store: Store, name: str) -> None:
    """Read all that counts from the start, with what *store* has under *name*."""
    repository.known, _ = store.get(name)
    for path in repository.manifests():
        repository.read(path)
