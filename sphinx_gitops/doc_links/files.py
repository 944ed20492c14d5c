"""The paths of a command in, the objects of the files that they name out, and what the trees around them declare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sphinx_gitops.alerts.files import find_files, shown
from sphinx_gitops.bindings.declarations import DeclaredRepository
from sphinx_gitops.doc_links.codeowners import PLACES, Codeowners, OwnedPath, read_codeowners
from sphinx_gitops.doc_links.manifest import ManifestFile
from sphinx_gitops.doc_links.patches import Patches
from sphinx_gitops.doc_links.reading import read_manifests
from sphinx_gitops.importers.reading import FileSelection, discover
from sphinx_gitops.importers.repository.checkout import checkout_top
from sphinx_gitops.importers.repository.repository import MAX_BYTES
from sphinx_gitops.importers.repository.store import Store, cache_folder
from sphinx_gitops.paths import is_file, is_folder
from sphinx_gitops.problems import Code, Problem, Severity, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestSources:
    """The files of a command, in the order of their paths; ``empty`` are the globs that name none.

    ``roots`` are the folders that are read as a whole; ``tops`` those that bindings may count from besides.
    """

    files: tuple[ManifestFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    empty: tuple[str, ...] = ()
    roots: tuple[Path, ...] = ()
    tops: tuple[Path, ...] = ()


def _root(path: Path) -> Path:
    """The tree that tells of a path: the folder that it is, else the checkout that it is in, else its own folder."""
    return path if is_folder(path) else checkout_top(path.absolute()) or (path.parent if is_file(path) else Path())


def _unread(name: str, why: str) -> ManifestFile:
    message = f"{why}: its links are unknown"
    problem = Problem(code=Code.FILE_NOT_FOUND, message=message, span=Span(name, 1), severity=Severity.WARNING)
    return ManifestFile(path=name, problems=(problem,))


def read_file(path: Path, name: str, annotation: str) -> ManifestFile:
    """The objects of one file; raises nothing."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return _unread(name, f"larger than {MAX_BYTES // 1_000_000} MB")
        return read_manifests(path.read_bytes(), name, annotation)
    except OSError as error:
        return _unread(name, f"cannot be read, {(error.strerror or 'unknown reason').lower()}")


def _names(path: Path, folders: Iterable[Path]) -> Iterator[str]:
    """A file from each folder that it is in."""
    full = path.absolute()
    for folder in folders:
        if full.is_relative_to(folder.absolute()):
            yield full.relative_to(folder.absolute()).as_posix()


def codeowners_of(top: Path) -> Codeowners | Problem | None:
    """The owners of the paths of a tree, or why they cannot be read; None where it has no such file."""
    path = next((top / name for name in PLACES if is_file(top / name)), None)
    if path is None:
        return None
    name = shown(path, Path())
    try:
        return read_codeowners(path.read_text(encoding="utf-8", errors="replace"), name)
    except OSError as error:
        why = f"cannot be read, {(error.strerror or 'unknown reason').lower()}: who owns what is unknown"
        return Problem(code=Code.FILE_NOT_FOUND, message=why, span=Span(name, 1), severity=Severity.WARNING)


def _owned(path: Path, owners: Mapping[Path, Codeowners]) -> OwnedPath | None:
    """The owners of a file, by the nearest tree that says some."""
    full = path.absolute()
    for top in sorted(owners, key=lambda top: -len(top.absolute().parts)):
        if full.is_relative_to(top.absolute()):
            return owners[top].of(full.relative_to(top.absolute()).as_posix())
    return None


def read_sources(globs: Iterable[str], annotation: str) -> ManifestSources:
    """Every object of the files that *globs* name from the working folder; raises nothing."""
    given = list(globs)
    named, empty = find_files(given, Path())
    roots = tuple(dict.fromkeys(_root(Path(one)) for one in given))
    tops = tuple(dict.fromkeys(one for root in roots if (one := checkout_top(root.absolute()))))
    patches = Patches()
    found = {top: codeowners_of(top) for top in dict.fromkeys((*roots, *tops))}
    owners = {top: one for top, one in found.items() if isinstance(one, Codeowners)}
    files = (
        replace(
            read_file(path, name, annotation),
            names=tuple(dict.fromkeys(_names(path, (*roots, *tops)))),
            owned=_owned(path, owners),
            is_patch=path in patches,
        )
        for name, path in named.items()
    )
    problems = tuple(one for one in found.values() if isinstance(one, Problem))
    return ManifestSources(files=tuple(files), problems=problems, empty=empty, roots=roots, tops=tops)


def repositories(sources: ManifestSources) -> tuple[DeclaredRepository, ...]:
    """What each tree declares, as a whole; ``shown`` is as places call its folder."""
    return tuple(
        DeclaredRepository(shown=_prefix(root), discovery=discover(root, FileSelection(), Store(folder=cache_folder())))
        for root in sources.roots
        if is_folder(root)
    )


def _prefix(root: Path) -> str:
    name = shown(root, Path())
    return "" if name == "." else f"{name}/"
