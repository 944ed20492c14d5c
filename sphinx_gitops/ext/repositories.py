"""Folders with manifests in, what they declare out, each read once a build; and which documents depend on which.

A document depends on all that a folder's manifests say: it is read again when a manifest is changed, new or gone, and
not when one has only been touched, or when something else is in the folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx

from sphinx_gitops.ext.application import application
from sphinx_gitops.paths import is_folder, is_there

try:
    import fcntl
except ImportError:  # Windows, where Sphinx reads in one process
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_gitops.importers.discovery import Discovery
    from sphinx_gitops.importers.reading import RepositoryReading

_NAME = "gitops_folders"
"""The attribute of the environment: each document with its folders, and the digest that each had, empty until known."""
_GONE = "no folder"
"""The digest of a folder that is not there."""
_readings: WeakKeyDictionary[Sphinx, dict[str, RepositoryReading]] = WeakKeyDictionary()
"""What each application's build has read."""


def _folders(env: BuildEnvironment) -> dict[str, dict[str, str]]:
    if not hasattr(env, _NAME):
        setattr(env, _NAME, {})
    return cast("dict[str, dict[str, str]]", getattr(env, _NAME))


def _key(env: BuildEnvironment, folder: Path) -> str:
    """A folder as seen from the source folder, so that a project can be moved with its environment."""
    try:
        return Path(os.path.relpath(folder, env.srcdir)).as_posix()
    except ValueError:  # on two drives
        return folder.as_posix()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Meanwhile no other process of the build reads a repository: what one has read, the others find in *folder*."""
    if fcntl is None:
        yield
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stream = (folder / "lock").open("w")
    except OSError:  # what cannot be kept is read by each process
        yield
        return
    with stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def _never(app: Sphinx, root: Path) -> frozenset[str]:
    """What the build itself writes below a folder, as seen from there."""
    written = [Path(app.outdir), Path(app.doctreedir)]
    written += [path.parent for path in written if Path(app.srcdir) in path.parent.parents]
    found = (
        os.path.relpath(path.resolve(), root.resolve()) for path in written if root.resolve() in path.resolve().parents
    )
    return frozenset(f"{Path(path).as_posix()}/" for path in found)


def is_above(folder: Path, source: Path) -> bool:
    """Whether a folder holds more than documentation in *source* can be about: all around its checkout, or a home.

    A checkout may be in another one, as a submodule is: then the outer one counts.
    """
    checkouts = [path for path in (source, *source.parents) if is_there(path / ".git")]
    if checkouts:
        return folder in checkouts[-1].parents
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - which raises where there is none
    return folder in {folder.parent, home, *home.parents}


def read_folder(app: Sphinx, folder: Path) -> RepositoryReading | None:
    """The repository in *folder* as this build has it, read when it is first asked for.

    None where there is no such folder, or it holds more than a repository. In any phase, and in processes that read or
    write in parallel, too.
    """
    readings = _readings.setdefault(app, {})
    key = str(folder)
    if key not in readings:
        if not is_folder(folder) or is_above(folder, Path(app.srcdir)):
            return None
        readings[key] = _read(app, folder)
    return readings[key]


def _read(app: Sphinx, folder: Path) -> RepositoryReading:
    from sphinx_gitops.importers.reading import FileSelection, read_repository  # noqa: PLC0415 - few projects ask for it
    from sphinx_gitops.importers.repository.store import Store  # noqa: PLC0415 - the same

    kept = Path(app.doctreedir) / "gitops-repositories"
    with _alone(kept):
        return read_repository(folder, FileSelection(never=_never(app, folder)), Store(folder=kept))


def note_folder(env: BuildEnvironment, folder: Path) -> None:
    """Let the document that is being read depend on the manifests in *folder*, without reading them yet."""
    _folders(env).setdefault(env.docname, {}).setdefault(_key(env, folder), "")


def discovery_for(env: BuildEnvironment, folder: Path) -> Discovery | None:
    """What *folder* declares, for the document that is being read, which depends on it; None where it is no folder."""
    reading = read_folder(application(env), folder)
    _folders(env).setdefault(env.docname, {})[_key(env, folder)] = reading.digest if reading else _GONE
    return reading.discovery if reading else None


def folders_of(env: BuildEnvironment, docname: str) -> tuple[Path, ...]:
    """The folders that a document depends on."""
    srcdir = str(env.srcdir)
    return tuple(Path(os.path.normpath(Path(srcdir, key))) for key in sorted(_folders(env).get(docname, ())))


def _digests(app: Sphinx, env: BuildEnvironment, keys: Iterable[str]) -> dict[str, str]:
    """What some folders say now."""
    readings = {key: read_folder(app, Path(os.path.normpath(Path(env.srcdir, key)))) for key in sorted(set(keys))}
    return {key: reading.digest if reading else _GONE for key, reading in readings.items()}


def _outdated(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """The documents of whose folders one says something else than when they were read."""
    _readings.pop(app, None)
    noted = {docname: folders for docname, folders in _folders(env).items() if docname not in removed}
    now = _digests(app, env, (key for folders in noted.values() for key in folders))
    return sorted(docname for docname, folders in noted.items() if any(now[key] != was for key, was in folders.items()))


def _complete(app: Sphinx, env: BuildEnvironment) -> None:
    """Find out what the folders say that have been noted without reading them."""
    noted: Mapping[str, dict[str, str]] = _folders(env)
    now = _digests(app, env, (key for folders in noted.values() for key, digest in folders.items() if not digest))
    for folders in noted.values():
        folders.update({key: now[key] for key, digest in folders.items() if not digest})


def _purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    _folders(env).pop(docname, None)


def _merge(app: Sphinx, env: BuildEnvironment, docnames: set[str], other: BuildEnvironment) -> None:
    """Take what a process that reads in parallel has noted."""
    found = _folders(other)
    _folders(env).update({docname: found[docname] for docname in docnames if docname in found})


def setup(app: Sphinx) -> None:
    """Watch over what is read."""
    app.connect("env-get-outdated", _outdated)
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)
    app.connect("env-updated", _complete)
