"""A path that a reconciler takes from a source in, the folder of this tree that it means out."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.repository.repository import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class PathTarget:
    """What a path means: a folder (empty for the top) where it is known, else a text and why not."""

    state: EdgeState
    folder: str = ""
    text: str = ""
    why: str = ""


def normalized_path(path: str) -> str | None:
    """The path without dots and slashes around it; empty for the top, None where it leaves the top."""
    path = posixpath.normpath(path.strip().lstrip("/") or ".")
    if path.split("/")[0] == "..":
        return None
    return "" if path == "." else path


def shared_folders(one: str, other: str) -> int:
    """How many folders two files have in common from the top."""
    count = 0
    for left, right in zip(one.split("/")[:-1], other.split("/")[:-1], strict=False):
        if left != right:
            break
        count += 1
    return count


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Finds folders of a tree."""

    repository: Repository
    top: str | None = None
    "The folders above the one that is read where paths count from the top of its checkout; None where that is unknown."

    def exists(self, path: str) -> bool:
        """Whether a folder of this path, without a slash at its end, is in the tree."""
        return not path or f"{path}/" in self.repository.listing.folders

    def candidates(self, path: str, file: str, *, packed: bool, other_branch: bool) -> Iterable[str]:
        """Where *path* may be: below the top, from a top above this tree, or below a folder above *file*.

        What starts with a folder of the top counts from there, unless it is in an artifact (*packed*), which may have
        been made of any folder. The folders above *file* say nothing of another branch.
        """
        yield path
        prefix = self.repository.checkout.prefix
        if prefix and path.startswith(prefix):
            yield path[len(prefix) :]
        if other_branch or (not packed and (self.top is not None or self.exists(path.split("/", 1)[0]))):
            return
        marker = f"/{self.repository.root.resolve().name}/"
        if marker in f"/{path}/":
            yield f"/{path}/".split(marker, 1)[1].rstrip("/")
        parts = file.split("/")[:-1]
        for end in range(1, len(parts) + 1):
            yield "/".join(parts[:end]) + f"/{path}"

    def find(self, path: str, file: str, *, packed: bool = False, other_branch: bool = False) -> str | None:
        """The folder of *path* as *file* says it; empty for the top, None where there is none."""
        for candidate in self.candidates(path, file, packed=packed, other_branch=other_branch):
            linked = self.repository.listing.followed(candidate)
            if self.exists(linked):
                return f"{linked}/" if linked else ""
        return None

    def own(self, written: str, file: str, *, other_branch: bool, packed: bool = False) -> PathTarget:
        """A path in this repository; *packed*: in an artifact of it, whose top is not known."""
        if is_templated(written):
            return PathTarget(state=EdgeState.UNVERIFIABLE, text=written, why="templated")
        path = normalized_path(written)
        if path is None:
            return PathTarget(state=EdgeState.UNVERIFIABLE, text=written, why="leaves the repository")
        if not path and (other_branch or packed):
            why = "another revision" if other_branch else "the top of an artifact"
            return PathTarget(state=EdgeState.UNVERIFIABLE, text="./", why=why)
        folder = self.find(path, file, packed=packed, other_branch=other_branch)
        if folder is not None:
            return PathTarget(state=EdgeState.RESOLVED, folder=folder)
        outside = not f"{path}/".startswith(self.top or "")
        if other_branch or packed or outside:
            why = "another revision" if other_branch else "an artifact whose content is not known"
            why = "outside of what is read" if outside and not other_branch else why
            return PathTarget(state=EdgeState.UNVERIFIABLE, text=f"{path}/", why=why)
        return PathTarget(state=EdgeState.MISSING, text=f"{path}/", why="no such folder")
