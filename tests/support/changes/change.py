"""What can be done to a repository, and the one finding that it is to give."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

MISSING, FLOW, VALUE = "drift-component-missing", "drift-flow-missing", "drift-attribute"
NEW, SUSPENDED, ROLLBACK = "drift-undocumented", "suspended", "rollback-auto-sync-conflict"
KUSTOMIZATION = "Kustomization.kustomize.toolkit.fluxcd.io"


@dataclass(frozen=True)
class To:
    """Where a file or a folder goes."""

    path: str


@dataclass(frozen=True)
class Copy:
    """Where a file or a folder is copied to, with words replaced."""

    path: str
    old: str = ""
    new: str = ""


Edit = tuple[str, str] | To | Copy | None


@dataclass(frozen=True)
class Change:
    """What is done to a repository, and the one finding of it."""

    name: str
    fleet: str
    edits: tuple[tuple[str, Edit], ...]
    code: str
    object: str
    found: str
    "The file and a text on its line, or a folder."
    documented: str = ""
    "A text on the documented line: the object unless it is given."
    field: str = ""


def change(name: str, fleet: str, *edits: tuple[str, Edit], finding: tuple[str, str, str], **more: str) -> Change:
    code, identity, found = finding
    return Change(name=name, fleet=fleet, edits=edits, code=code, object=identity, found=found, **more)


def flux(name: str, environment: str) -> str:
    return f"{KUSTOMIZATION}/flux-system/{name}@{environment}"


def apply(root: Path, path: str, edit: Edit) -> None:
    """Change a repository; what is to be replaced must be there."""
    source = root / path
    match edit:
        case None:
            shutil.rmtree(source) if source.is_dir() else source.unlink()
        case To(path=new):
            source.rename(root / new)
        case Copy(path=new, old=old, new=words):
            if source.is_dir():
                shutil.copytree(source, root / new)
            else:
                text = source.read_text(encoding="utf-8")
                assert old in text
                (root / new).write_text(text.replace(old, words), encoding="utf-8")
        case (old, words):
            text = source.read_text(encoding="utf-8")
            assert old in text, (path, text)
            source.write_text(text.replace(old, words, 1), encoding="utf-8")
