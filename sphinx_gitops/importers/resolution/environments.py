"""The folders of a repository in, its environments out, and which of them a path is in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sphinx_gitops.importers.resolution.tiers import tier_of, tier_word

_PARENTS = frozenset({"clusters", "cluster", "environments", "environment", "envs", "env"})
_NEVER = _PARENTS | frozenset(
    {"base", "bases", "common", "shared", "default", "components", "templates", "flux-system"}
)
_OUTSIDE = frozenset({"tests", "docs", "examples", "testdata"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """An environment that folders name."""

    name: str
    tier: str
    folders: tuple[str, ...]


def _is_name(name: str) -> bool:
    return name not in _NEVER and not name.startswith(".") and "{{" not in name


def _parts(folder: str) -> list[str]:
    return folder.rstrip("/").split("/") if folder else []


def _is_outside(parts: Iterable[str]) -> bool:
    return any(part in _OUTSIDE or part.startswith(".") for part in parts)


def _tiered(siblings: list[str]) -> Iterator[str]:
    """Those of the folders beside each other that name environments by their tier."""
    names = [name for name in siblings if _is_name(name)]
    tiers = {name: tier_word(name) for name in names}
    said = [name for name in names if tiers[name]]
    if 2 * len(said) > len(names) and len({tiers[name] for name in said}) > 1:
        yield from said


@dataclass(frozen=True, slots=True, kw_only=True)
class Environments:
    """The environments of a repository."""

    all: tuple[Environment, ...]
    names: frozenset[str]
    known: dict[str, str] = field(default_factory=dict)
    "What has been found for a folder."

    def of_folder(self, folder: str) -> str:
        """The environment that a folder is in: the nearest part of its path that names one; empty where none does."""
        found = self.known.get(folder)
        if found is None:
            parts = _parts(folder)
            named = (part for part in reversed(parts) if part in self.names)
            found = "" if _is_outside(parts) else next(named, "")
            self.known[folder] = found
        return found

    def of_file(self, file: str) -> str:
        """The environment that a file is in, by its folders, else by its own name."""
        folder, _, name = file.rpartition("/")
        found = self.of_folder(folder)
        if found or _is_outside(_parts(folder)):
            return found
        stem = name.rsplit(".", 1)[0]
        return stem if stem in self.names else ""


def environments_of(folders: Iterable[str]) -> Environments:
    """Find the environments among all folders of a tree."""
    children: dict[str, list[str]] = defaultdict(list)
    counted: list[list[str]] = []
    for folder in sorted(folders):
        parts = _parts(folder)
        if parts and not _is_outside(parts):
            counted.append(parts)
            children["/".join(parts[:-1])].append(parts[-1])
    names: set[str] = set()
    for parent, below in children.items():
        if parent.rpartition("/")[2] in _PARENTS:
            names.update(name for name in below if _is_name(name))
        names.update(_tiered(below))
    places: dict[str, list[str]] = defaultdict(list)
    nested: dict[str, list[str]] = defaultdict(list)
    for parts in counted:
        if parts[-1] in names:
            inside = any(part in names for part in parts[:-1])
            (nested if inside else places)[parts[-1]].append("/".join(parts) + "/")
    return Environments(
        all=tuple(
            Environment(name=name, tier=tier_of(name), folders=tuple(sorted(places[name] or nested[name])))
            for name in sorted(names)
        ),
        names=frozenset(names),
    )
