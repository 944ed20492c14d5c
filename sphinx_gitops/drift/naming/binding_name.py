"""The text of a binding in, its parts out: ``KIND[.GROUP]/[NAMESPACE/]NAME[#PART][@QUALIFIER]``, a file or a folder."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from sphinx_gitops.importers.discovery import DiscoveredObject
from sphinx_gitops.importers.documents import folder_of, place_of, shown_folder
from sphinx_gitops.importers.repository.globs import starred

_LINE = re.compile(r"(.+):(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class BindingName:
    """What a binding names; ``*`` stands for any text within one part, an empty part says nothing."""

    text: str
    kind: str = ""
    group: str = ""
    namespace: str = ""
    name: str = ""
    part: str = ""
    qualifier: str = ""
    "An environment, a folder, or a file with a line."
    path: str = ""
    "The folder or the file, where it is none of the kinds."

    @property
    def is_pattern(self) -> bool:
        """Whether it may mean several."""
        return "*" in self.text

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.path.endswith("/")

    @property
    def environment(self) -> str:
        """The environment that it names, empty where it names none."""
        return "" if "/" in self.qualifier or _LINE.fullmatch(self.qualifier) else self.qualifier

    @property
    def line(self) -> tuple[str, int] | None:
        """The file and line that tell it from others of its name."""
        found = _LINE.fullmatch(self.qualifier)
        return (found[1], place_of(found[2])) if found else None

    def written(self, namespace: str, environment: str) -> str:
        """The same binding with another namespace and environment."""
        kind = f"{self.kind}.{self.group}" if self.group else self.kind
        stem = "/".join(part for part in (kind, namespace, self.name) if part)
        return f"{stem}{f'#{self.part}' if self.part else ''}{f'@{environment}' if environment else ''}"


def clean(path: str) -> str:
    """A path as the tree has it: without ``./`` before it, the tree itself as ``./``."""
    while path.startswith("./") and path != "./":
        path = path[2:]
    return "./" if path in {"", ".", "/"} else path


@lru_cache(maxsize=65536)
def read_name(text: str, kinds: Collection[str]) -> BindingName:
    """The parts of *text*; *kinds* are those that a repository can have."""
    stem, _, qualifier = text.partition("@")
    first, *rest = stem.split("/")
    kind, _, group = first.partition(".")
    if not rest or not rest[-1] or kind not in kinds:
        return BindingName(text=text, path=clean(text))
    namespace, name = (rest[0], "/".join(rest[1:])) if len(rest) > 1 else ("", rest[0])
    name, _, part = name.partition("#")
    return BindingName(
        text=text, kind=kind, group=group, namespace=namespace, name=name, part=part, qualifier=qualifier
    )


@lru_cache(maxsize=4096)
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(starred(pattern.split("*"), "[^/#]*") + r"\Z")


def matches(pattern: str, text: str) -> bool:
    """Whether a part with stars fits a text; no star stands for the mark before a job."""
    return pattern == text or ("*" in pattern and _expression(pattern).match(text) is not None)


def is_named(name: BindingName, other: BindingName, one: DiscoveredObject) -> bool:
    """Whether kind, name and part fit an object, whose id is *other*."""
    if name.kind != other.kind or (name.group and name.group != one.group):
        return False
    return matches(name.name, other.name) and matches(name.part, other.part)


def in_namespace(name: BindingName, one: DiscoveredObject) -> bool:
    """Whether the namespace fits, which may be left out."""
    return not name.namespace or any(matches(name.namespace, own) for own in one.namespaces)


def is_qualified(name: BindingName, one: DiscoveredObject) -> bool:
    """Whether the environment, the folder or the file fits, which may be left out."""
    if not name.qualifier:
        return True
    if name.line:
        return one.location.file == name.line[0]
    if name.qualifier.endswith("/"):
        return matches(name.qualifier, shown_folder(folder_of(one.location.file)))
    return any(matches(name.qualifier, own) for own in one.environments)
