"""A revision of a Git repository in, its files in a folder out: read with ``git``, and without a checkout."""

from __future__ import annotations

import errno
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_READ = frozenset({".yaml", ".yml", ".py", ".tpl", ".txt", ".toml", ".json", ".env", ".properties", ""})
"""The suffixes of files whose content may count; of others it is enough that they are there."""
_NO_NAME = frozenset({errno.EINVAL, errno.ENAMETOOLONG, errno.EILSEQ})
"""Why a system has no file of a name."""
_LARGEST = 10_000_000
_LINK, _FILE = "120000", "100"


class GitError(Exception):
    """What ``git`` cannot do, in a few words."""


@dataclass(frozen=True, slots=True)
class _Entry:
    mode: str
    name: str
    size: int
    path: str

    @property
    def is_read(self) -> bool:
        """Whether its content may count."""
        is_text = PurePosixPath(self.path).suffix.lower() in _READ
        return self.mode == _LINK or (self.mode.startswith(_FILE) and is_text and self.size <= _LARGEST)


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What ``git`` prints, run in a folder. Raises GitError."""
    program = shutil.which("git")
    if program is None:
        raise GitError("there is no program git on the path")
    done = subprocess.run(  # noqa: S603 - the arguments are a list, and no shell reads them
        [program, "-C", str(folder), *arguments], input=given, capture_output=True, check=False
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().split("\n")[0].removeprefix("fatal: ")
        raise GitError(said or "git has failed")
    return done.stdout


def top_of(folder: Path) -> Path:
    """The top of the repository that a folder is in. Raises GitError."""
    return Path(git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))


def commit_of(top: Path, revision: str) -> str:
    """The commit that a revision names; the empty string where it names none."""
    if revision.startswith("-"):
        return ""
    try:
        return git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    except GitError:
        return ""


def merge_base(top: Path, one: str, other: str) -> str:
    """The commit from which two have parted. Raises GitError."""
    try:
        return git(top, "merge-base", one, other).decode().strip()
    except GitError as error:
        message = f"nothing is known from which {one} and {other} have parted: fetch the whole history"
        raise GitError(message) from error


def _entries(top: Path, commit: str) -> Iterator[_Entry]:
    for line in git(top, "ls-tree", "-r", "-z", "-l", "--full-tree", commit).split(b"\0"):
        about, tab, path = line.decode("utf-8", errors="surrogateescape").partition("\t")
        if tab:
            mode, _, name, size = about.split()
            yield _Entry(mode, name, int(size) if size.isdigit() else 0, path)


def _contents(top: Path, names: Sequence[str]) -> Iterator[bytes]:
    """The content of each object. Raises GitError."""
    found = git(top, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    at = 0
    for name in names:
        end = found.index(b"\n", at)
        words = found[at:end].split()
        if not words[-1].isdigit():
            raise GitError(f"the object {name} is not in the repository: fetch it")
        size = int(words[-1])
        yield found[end + 1 : end + 1 + size]
        at = end + size + 2


def _is_safe(path: str) -> bool:
    """Whether a path stays in its folder."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not Path(path).anchor and ".." not in parts and ".git" not in parts and "\\" not in path


def _link(path: Path, target: str) -> None:
    """A symbolic link where the system has them."""
    try:
        path.symlink_to(target)
    except OSError:
        path.touch()


def _write(path: Path, content: bytes) -> None:
    """A file, unless the system has no such names. Raises OSError where it cannot be written for another reason."""
    try:
        path.write_bytes(content)
    except OSError as error:
        if error.errno not in _NO_NAME:
            raise


def _settings(top: Path, folder: Path) -> None:
    """What the repository says of its remotes and its branch, by which it knows addresses of its own."""
    try:
        lines = git(top, "config", "--get-regexp", r"^remote\..*\.url$").decode(errors="replace").splitlines()
    except GitError:
        lines = []
    urls = [line.partition(" ")[2] for line in lines]
    (folder / ".git").mkdir()
    text = "".join(f'[remote "r{number}"]\n\turl = {url}\n' for number, url in enumerate(urls))
    (folder / ".git" / "config").write_text(text, encoding="utf-8")
    try:
        branch = git(top, "symbolic-ref", "HEAD").decode().strip()
    except GitError:
        return
    (folder / ".git" / "HEAD").write_text(f"ref: {branch}\n", encoding="utf-8")


def write_tree(top: Path, commit: str, folder: Path) -> None:
    """Write the files of a commit into an empty folder, as far as their content counts. Raises GitError."""
    entries = [entry for entry in _entries(top, commit) if _is_safe(entry.path)]
    try:
        _write_all(top, entries, folder)
        _settings(top, folder)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise GitError(f"the files of {commit[:12]} cannot be written to a temporary folder: {reason}") from error


def _write_all(top: Path, entries: Sequence[_Entry], folder: Path) -> None:
    read = [entry for entry in entries if entry.is_read]
    contents = dict(zip((entry.path for entry in read), _contents(top, [entry.name for entry in read]), strict=True))
    for entry in entries:
        path = folder / entry.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if entry.mode == _LINK:
            _link(path, contents[entry.path].decode("utf-8", errors="surrogateescape"))
        elif entry.mode.startswith(_FILE):
            _write(path, contents.get(entry.path, b""))
        else:  # a submodule
            path.mkdir(exist_ok=True)
