"""Components, files and the owners of their paths in, where the two name nobody in common out.

A person or a team has many names: ``@acme/team-shop``, ``team-shop``, ``Shop``, ``shop@acme.example`` may be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sphinx_gitops.alerts.alert import AlertWaiver
from sphinx_gitops.alerts.finding import AlertFinding
from sphinx_gitops.doc_links.binding import FILE, Bindings
from sphinx_gitops.doc_links.codeowners import OwnedPath
from sphinx_gitops.doc_links.documented import ComponentPlace
from sphinx_gitops.doc_links.manifest import ManifestFile
from sphinx_gitops.problems import Severity

CODE = "owner-differs"
_BETWEEN = re.compile(r"\s*(?:[,;&]|\band\b)\s*")
_WORDS = re.compile(r"[\W_]+")
_NOISE = frozenset({"the", "team", "teams"})
_REFERENCE = re.compile(r"(?:group|user):(?:default/)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Name:
    """An owner: what it is within its organisation or domain, and that, where it says so."""

    own: str
    whose: str


def _name(text: str) -> _Name:
    plain = _REFERENCE.sub("", text.strip()).lower()
    if "@" in plain.lstrip("@"):
        own, _, whose = plain.lstrip("@").partition("@")
    else:
        whose, _, own = plain.lstrip("@").rpartition("/")
    words = [word for word in _WORDS.split(own) if word]
    kept = [word for word in words if word not in _NOISE] or words
    return _Name("-".join(kept), whose)


def is_same(one: str, other: str) -> bool:
    """Whether two names may mean one owner; organisations and domains count where both say one of the same kind."""
    first, second = _name(one), _name(other)
    if first.own != second.own:
        return False
    same_kind = ("." in first.whose) == ("." in second.whose)
    return not (first.whose and second.whose and same_kind) or first.whose == second.whose


def names_of(owner: str) -> list[str]:
    """The owners that a component may name: the whole text, and its parts where commas or *and* are between them."""
    return list(dict.fromkeys(name for name in (owner.strip(), *_BETWEEN.split(owner)) if name))


def _is_among(component: ComponentPlace, owned: OwnedPath) -> bool:
    return any(is_same(name, owner) for name in names_of(component.owner) for owner in owned.owners)


@dataclass(frozen=True, slots=True)
class _Path:
    """A file that a component names, directly or by a folder; its waivers are those of its objects."""

    file: ManifestFile
    owned: OwnedPath
    by_folder: bool
    waivers: tuple[AlertWaiver, ...]


def _paths(files: Iterable[ManifestFile], bindings: Bindings) -> Iterator[tuple[str, _Path]]:
    """The files of each component, by its name, that somebody owns."""
    for file in files:
        if file.owned is None:
            continue
        waivers = tuple(waiver for one in file.manifests for waiver in one.waivers)
        found: dict[str, bool] = {}
        for manifest in file.manifests:
            bound = bindings.of(file, manifest)
            for one in bound.components:
                found[one.name] = found.get(one.name, True) and bound.by_folder
        for rank, binding in bindings.around(file) if not file.manifests else ():
            found[binding.component] = found.get(binding.component, True) and rank < FILE
        yield from ((name, _Path(file, file.owned, by_folder, waivers)) for name, by_folder in found.items())


def differing(
    files: Iterable[ManifestFile], bindings: Bindings, severity: Severity
) -> Iterator[tuple[AlertFinding, tuple[AlertWaiver, ...]]]:
    """Each line of ``CODEOWNERS`` that gives the path of a component to others than the component names.

    Of a folder it is enough that one file in it is the component's.
    """
    of: dict[str, list[_Path]] = {}
    for name, path in _paths(files, bindings):
        of.setdefault(name, []).append(path)
    for name, paths in of.items():
        component = bindings.components[name]
        has_one = any(_is_among(component, path.owned) for path in paths)
        seen = set()
        for path in paths if names_of(component.owner) else ():
            is_other = not _is_among(component, path.owned) and not (path.by_folder and has_one)
            if is_other and path.owned.span not in seen:
                seen.add(path.owned.span)
                yield _differs(component, path, severity), path.waivers


def _differs(component: ComponentPlace, path: _Path, severity: Severity) -> AlertFinding:
    owners = ", ".join(path.owned.owners)
    return AlertFinding(
        code=CODE,
        message=f"its owner is {component.owner!r}, and that of {path.file.path} is {owners}",
        severity=severity,
        found=path.owned.span,
        documented=component.span,
        object=component.name,
        field="owner",
        expected=owners,
        actual=component.owner,
        beside="that component",
        found_is="the owners",
    )
