"""The arguments of ``diff`` in, its two sides out: files, folders, or either at revisions of the repository."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sphinx_gitops.cli.usage import UsageError
from sphinx_gitops.diff.revisions import GitError, commit_of, merge_base, top_of, write_tree
from sphinx_gitops.importers.repository.checkout import repository_name
from sphinx_gitops.paths import is_folder, is_there


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A workflow's file, or the folder of a repository: where it is, how messages show it, and its name."""

    path: Path
    shown: str
    name: str = ""

    @property
    def is_there(self) -> bool:
        """Whether the revision has it."""
        return is_there(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What is compared; ``is_repository`` says that both are folders."""

    old: Side
    new: Side
    is_repository: bool


def _range(text: str) -> tuple[str, str, bool] | None:
    """The ends of ``A..B`` or ``A...B``, and whether the first is where both have parted."""
    if text.startswith("../") or "/../" in text:  # a path
        return None
    for dots in ("...", ".."):
        first, found, last = text.partition(dots)
        if found:
            return first or "HEAD", last or "HEAD", dots == "..."
    return None


def _paths(old: Path, new: Path) -> Sides:
    """Two paths that exist."""
    if is_folder(old) != is_folder(new):
        raise UsageError(f"{old} and {new} are a file and a folder: name two files, or two folders")
    name = repository_name(new) if is_folder(new) else ""
    sides = (Side(path=path, shown=path.as_posix(), name=name) for path in (old, new))
    return Sides(old=next(sides), new=next(sides), is_repository=is_folder(new))


@dataclass(frozen=True, slots=True)
class _Repository:
    """The repository that the command stands in, and a folder for what is read of it."""

    top: Path
    folder: Path

    def side(self, revision: str, path: Path, name: str) -> Side:
        """A path of a revision, written to where it can be read. Raises GitError."""
        commit = commit_of(self.top, revision)
        tree = self.folder / commit
        if not is_there(tree):
            tree.mkdir()
            write_tree(self.top, commit, tree)
        inside = path.as_posix()
        return Side(path=tree / path, shown=f"{revision}:{'' if inside == '.' else inside}", name=name)

    def inside(self, file: str) -> Path:
        """A path from the top of the repository. Raises UsageError."""
        try:
            return (Path.cwd() / file).resolve().relative_to(self.top.resolve())
        except ValueError:
            raise UsageError(f"{file} is outside of the repository {self.top.as_posix()}") from None


def _revisions(words: Sequence[str], repository: _Repository) -> tuple[str, str | None, list[str]]:
    """The old revision, the new one or None for what is on disk, and the paths. Raises UsageError and GitError."""
    known = [bool(commit_of(repository.top, word)) for word in words[:2]]
    ends = None if known[0] or is_there(Path(words[0])) else _range(words[0])
    if ends:
        old, new, is_parted = ends
        for end in (old, new):
            if not commit_of(repository.top, end):
                raise UsageError(f"{end!r} is no revision")
        return merge_base(repository.top, old, new) if is_parted else old, new, list(words[1:])
    if not known[0]:
        raise UsageError(f"{words[0]!r} is no path that exists, and no revision")
    if len(words) == 2 and not known[1] and is_there(Path(words[1])):
        return words[0], None, [words[1]]
    if len(words) < 2 or not known[1]:
        raise UsageError(f"{words[1]!r} is no path that exists, and no revision" if words[1:] else "name two of them")
    return words[0], words[1], list(words[2:])


def _unread(words: Sequence[str], error: GitError) -> str:
    """Why nothing is compared: what is no path is taken for a revision, and Git has none here."""
    wrong = next((word for word in words[:2] if not is_there(Path(word))), "")
    return f"{wrong!r} is no path that exists, and no revision: {error}" if wrong else str(error)


def _of_revisions(words: Sequence[str], folder: Path) -> Sides:
    """The sides of what is not two paths. Raises UsageError."""
    try:
        repository = _Repository(top_of(Path.cwd()), folder)
        old, new, files = _revisions(words, repository)
        if len(files) > 1:
            raise UsageError(f"{len(files)} paths are named: compare one workflow, or one folder, at a time")
        path, name = repository.inside(files[0] if files else str(repository.top)), repository_name(repository.top)
        before = repository.side(old, path, name)
        here = Side(path=repository.top / path, shown=files[0] if files else ".", name=name)
        after = here if new is None else repository.side(new, path, name)
    except GitError as error:
        raise UsageError(_unread(words, error)) from error
    if not (before.is_there or after.is_there):
        raise UsageError(f"neither {before.shown} nor {after.shown} is there")
    return Sides(old=before, new=after, is_repository=is_folder(before.path) or is_folder(after.path))


@contextmanager
def sides_of(words: Sequence[str]) -> Iterator[Sides]:
    """The two sides, for as long as they are read. Raises UsageError."""
    are_paths = len(words) >= 2 and all(is_there(Path(word)) for word in words[:2])
    if are_paths and len(words) > 2:
        raise UsageError(f"{words[0]} and {words[1]} are compared: name no third path")
    if are_paths:
        yield _paths(Path(words[0]), Path(words[1]))
        return
    with TemporaryDirectory(prefix="sphinx-gitops-") as folder:
        yield _of_revisions(words, Path(folder))
