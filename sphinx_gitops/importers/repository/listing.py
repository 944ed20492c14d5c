"""A folder in, the paths of its files out: which are read, which only exist, and what is left out and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sphinx_gitops.importers.repository.globs import covers

_NEVER = frozenset({".git", "node_modules"})
_SKIPPED = frozenset({"vendor", "tests", "testdata"})
_SHOWN = frozenset({".github", ".gitlab", ".tekton"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The files and folders of a tree; paths count from its top, folders end in a slash."""

    files: frozenset[str]
    folders: frozenset[str]
    skipped: frozenset[str]
    "Files that only count where something outside names them."
    excluded: frozenset[str]
    "Files that never count."
    links: dict[str, str]
    "Symbolic links, and what they lead to within the tree."
    problems: tuple[tuple[str, str], ...]
    "Paths that are left out, and why."
    skipped_roots: tuple[str, ...] = ()
    "The folders at which skipping starts."

    def followed(self, path: str) -> str:
        """The path with symbolic links followed."""
        for link, target in self.links.items():
            if path == link or path.startswith(f"{link}/"):
                path = f"{target}{path[len(link) :]}"
        return path

    def is_within(self, file: str, folder: str) -> bool:
        """Whether a file below *folder* counts as one of it: not where it is skipped further below."""
        if file not in self.skipped:
            return True
        root = next((one for one in self.skipped_roots if file.startswith(one)), "")
        return bool(root) and folder.startswith(root)


def _is_regular(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file that can be read; one that is gone meanwhile is none."""
    try:
        return stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode)
    except OSError:
        return False


@dataclass(slots=True)
class _Walk:
    root: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    never: frozenset[str]
    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=lambda: {""})
    skipped: set[str] = field(default_factory=set)
    excluded: set[str] = field(default_factory=set)
    links: dict[str, str] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)
    roots: list[str] = field(default_factory=list)

    def link(self, path: str, full: str) -> None:
        """Take a symbolic link: what it leads to, or why it is left out."""
        try:
            target = Path(full).resolve(strict=True)
            inside = target.relative_to(self.root).as_posix()
        except (OSError, RuntimeError):  # Python 3.12 and older raise the second for a loop
            self.problems.append((path, "a symbolic link that loops or leads nowhere: left out"))
        except ValueError:
            self.problems.append((path, "a symbolic link that leaves the folder: left out"))
        else:
            if inside == "." or path.startswith(f"{inside}/"):
                self.problems.append((path, "a symbolic link to a folder above it loops: left out"))
            else:
                self.links[path] = inside

    def entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(f"{self.root}/{folder}") as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            self.problems.append((folder, f"a folder that cannot be read, {reason}: left out"))
            return []

    def walk(self, folder: str, *, skip: bool) -> Iterator[tuple[str, bool]]:
        """Take the files of *folder*; gives the folders in it."""
        for entry in self.entries(folder):
            path = folder + entry.name
            if entry.is_symlink():
                self.link(path, entry.path)
            elif entry.is_dir(follow_symlinks=False):
                if entry.name not in _NEVER and f"{path}/" not in self.never:
                    hidden = entry.name.startswith(".") and entry.name not in _SHOWN
                    starts = hidden or entry.name in _SKIPPED or "{{" in entry.name
                    if starts and not skip:
                        self.roots.append(f"{path}/")
                    yield f"{path}/", skip or starts
            elif _is_regular(entry):
                self.files.add(path)
                if any(covers(path, glob) for glob in self.exclude):
                    self.excluded.add(path)
                elif skip and not any(covers(path, glob) for glob in self.include):
                    self.skipped.add(path)


def list_files(
    root: Path, include: tuple[str, ...] = (), exclude: tuple[str, ...] = (), never: frozenset[str] = frozenset()
) -> Listing:
    """List what is below *root*, but nothing of the folders *never*, which end in a slash.

    Raises nothing: what cannot be read is left out and said.
    """
    walk = _Walk(str(root.resolve()), include, exclude, never)
    waiting: list[tuple[str, bool]] = [("", False)]
    while waiting:
        folder, skip = waiting.pop()
        waiting.extend(walk.walk(folder, skip=skip))
    for path in walk.files:
        while (cut := path.rfind("/", 0, len(path) - 1)) >= 0:
            path = path[: cut + 1]  # noqa: PLW2901 - one folder up
            if path in walk.folders:
                break
            walk.folders.add(path)
    return Listing(
        files=frozenset(walk.files),
        folders=frozenset(walk.folders),
        skipped=frozenset(walk.skipped),
        excluded=frozenset(walk.excluded),
        links=walk.links,
        problems=tuple(sorted(walk.problems)),
        skipped_roots=tuple(sorted(walk.roots)),
    )
