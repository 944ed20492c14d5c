"""A folder in, what its Git checkout says of where it comes from out; only files are read, nothing is run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sphinx_gitops.paths import is_file, is_folder, is_there

_URL = re.compile(r"^\s*url\s*=\s*(\S+)\s*$", re.MULTILINE)
_SECTION = re.compile(r"^\[(\w+)[^\]]*\][^\n]*\n((?:(?!\[)[^\n]*\n?)*)", re.MULTILINE)
_HEAD = re.compile(r"^ref: refs/heads/(\S+)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkout:
    """The repository that a folder belongs to."""

    remotes: tuple[str, ...] = ()
    branch: str = ""
    prefix: str = ""
    "The folder within the checkout: empty for its top, else ending in a slash."


def checkout_top(folder: Path) -> Path | None:
    """The top of the checkout that a folder is in; None where it is in none."""
    return next((path for path in (folder, *folder.parents) if is_there(path / ".git")), None)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _git_folder(top: Path) -> Path | None:
    """The folder that has the settings of a checkout; a worktree has a file that names it."""
    found = top / ".git"
    if is_folder(found):
        return found
    text = _text(found) if is_file(found) else ""
    if not text.startswith("gitdir:"):
        return None
    return (top / text.removeprefix("gitdir:").strip()).resolve()


def checkout_of(root: Path) -> Checkout:
    """The checkout that *root* is in, empty where there is none."""
    root = root.resolve()
    for top in (root, *root.parents):
        git = _git_folder(top)
        if git is None:
            continue
        shared = _text(git / "commondir").strip()
        config = _text((git / shared if shared else git) / "config")
        remotes = [url for kind, block in _SECTION.findall(config) if kind == "remote" for url in _URL.findall(block)]
        head = _HEAD.match(_text(git / "HEAD"))
        prefix = root.relative_to(top).as_posix()
        return Checkout(
            remotes=tuple(sorted(remotes)), branch=head[1] if head else "", prefix="" if prefix == "." else f"{prefix}/"
        )
    return Checkout()


def repository_name(root: Path) -> str:
    """What a repository is called: by its remotes at the top of a checkout, whose folder may have any name."""
    own, checkout = root.resolve().name, checkout_of(root)
    names = {re.split(r"[/:]", url.rstrip("/"))[-1].removesuffix(".git") for url in checkout.remotes} - {""}
    if checkout.prefix or own in names or not names:
        return own or "repository"
    return min(names)
