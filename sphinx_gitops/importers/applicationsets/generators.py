"""A generator of an ApplicationSet in, the parameters of each Application that it gives out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sphinx_gitops.importers.applicationsets.templates import (
    TemplateValue,
    UnknownValueError,
    flattened,
    normalized_name,
    rendered_tree,
    to_value,
)
from sphinx_gitops.importers.documents import is_true, items_at, mappings_at, text_at, value_at
from sphinx_gitops.importers.repository.globs import matches
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.repository.repository import Repository
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Scalar, Tree
from sphinx_gitops.yamltree.documents import parse_all

_MAX_DEPTH = 3
_MAX_RESULTS = 5_000
_OTHERS = ("clusters", "scmProvider", "pullRequest", "plugin", "clusterDecisionResource")


def _fields(value: TemplateValue) -> dict[str, TemplateValue]:
    return dict(value) if isinstance(value, dict) else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Generators:
    """Resolves generators within one repository."""

    repository: Repository
    is_own: Callable[[str], bool]
    is_current: Callable[[str], bool]
    top: str = ""
    "The folders above the one that is read, where patterns count from the top of its checkout; ends in a slash."

    def results(self, entry: Mapping, *, go: bool, depth: int = 0) -> list[dict[str, TemplateValue]]:
        """The parameters that one entry of ``generators`` gives. Raises UnresolvedError."""
        if depth > _MAX_DEPTH:
            raise UnknownValueError("generators nested too deeply")
        for name in _OTHERS:
            if entry.get(name) is not None:
                raise UnknownValueError(f"the {name} generator needs more than the repository")
        if entry.get("list") is not None:
            found = list(self.listed(entry))
        elif entry.get("git") is not None:
            found = list(self.git(entry, go=go))
        elif entry.get("matrix") is not None:
            found = self.matrix(entry, go=go, depth=depth)
        elif entry.get("merge") is not None:
            found = self.merge(entry, go=go, depth=depth)
        else:
            raise UnknownValueError("a generator that is not known")
        if len(found) > _MAX_RESULTS:
            raise UnknownValueError(f"more than {_MAX_RESULTS:,} results")
        selector = entry.get("selector")
        return [one for one in found if _is_selected(one, selector)] if isinstance(selector, Mapping) else found

    def listed(self, entry: Mapping) -> Iterator[dict[str, TemplateValue]]:
        """The elements of a list."""
        written = text_at(entry, "list", "elementsYaml")
        if is_templated(written):
            raise UnknownValueError("elements that a template gives")
        for document in parse_all(written, lambda line, _column: Span("", line + 1)):
            if document.tree is not None:
                yield from (_fields(to_value(item)) for item in getattr(document.tree, "items", ()))
        yield from (_fields(to_value(item)) for item in items_at(entry, "list", "elements"))

    def git(self, entry: Mapping, *, go: bool) -> Iterator[dict[str, TemplateValue]]:
        """The folders or the files of this repository that fit."""
        git = value_at(entry, "git")
        if not self.is_own(text_at(git, "repoURL")):
            raise UnknownValueError("another repository")
        if not self.is_current(text_at(git, "revision")):
            raise UnknownValueError("another revision")
        prefix = text_at(git, "pathParamPrefix")
        values = value_at(git, "values")
        for found, path, name in (*self.directories(git), *self.files(git)):
            where = _path_parameters(path, name, go=go)
            parameters = {**found, **({prefix: where} if prefix and go else where)}
            if prefix and not go:
                parameters = {**found, **{f"{prefix}.{key}": value for key, value in where.items()}}
            if values is not None:
                parameters["values"] = to_value(rendered_tree(values, parameters, go=go))
            yield parameters

    def directories(self, git: Tree | None) -> Iterator[tuple[dict[str, TemplateValue], str, str]]:
        """The folders that fit a pattern and are not excluded."""
        wanted: list[str] = []
        unwanted: list[str] = []
        for entry in mappings_at(git, "directories"):
            is_excluded = is_true(entry.get("exclude")) or text_at(entry, "exclude") == "true"
            (unwanted if is_excluded else wanted).append(self.pattern(entry, is_whole=is_excluded))
        for folder in sorted(self.repository.listing.folders) if wanted else ():
            path = f"{self.top}{folder}".rstrip("/")
            hidden = any(part.startswith(".") for part in path.split("/"))
            if not path or hidden or any(matches(path, glob) for glob in unwanted):
                continue
            if any(matches(path, glob) for glob in wanted):
                yield {}, path, ""

    def pattern(self, entry: Mapping, *, is_whole: bool = False) -> str:
        """What a Git generator looks for; unknown where that may be outside of what is read, unless it *is_whole*."""
        written = text_at(entry, "path")
        if is_templated(written):
            raise UnknownValueError("a path that a template gives")
        path = written.removeprefix("./").strip("/")
        if not is_whole and not re.split(r"[*?\[{]", path, maxsplit=1)[0].startswith(self.top):
            raise UnknownValueError("a path outside of what is read")
        return path

    def files(self, git: Tree | None) -> Iterator[tuple[dict[str, TemplateValue], str, str]]:
        """What the files that fit a pattern say."""
        entries = list(mappings_at(git, "files"))
        wanted = [self.pattern(entry) for entry in entries if text_at(entry, "exclude") != "true"]
        unwanted = [self.pattern(entry, is_whole=True) for entry in entries if text_at(entry, "exclude") == "true"]
        for file in sorted(self.repository.listing.files) if wanted else ():
            path = f"{self.top}{file}"
            if any(matches(path, glob) for glob in unwanted) or not any(matches(path, glob) for glob in wanted):
                continue
            folder, _, name = path.rpartition("/")
            for value in self.values(file):
                yield value, folder, name

    def values(self, file: str) -> Iterator[dict[str, TemplateValue]]:
        """The parameters in a file: those of a mapping, or of each item of a list."""
        content = self.repository.text(file)
        if content is None:
            return
        try:
            trees: list[TemplateValue] = [_from_json(json.loads(content))]
        except (ValueError, RecursionError):
            documents = parse_all(content, lambda line, _column: Span(file, line + 1))
            trees = [to_value(document.tree) for document in documents if document.tree is not None]
        for tree in trees:
            yield from (_fields(item) for item in (tree if isinstance(tree, list) else [tree]))

    def matrix(self, entry: Mapping, *, go: bool, depth: int) -> list[dict[str, TemplateValue]]:
        """Each result of the first generator with each of the second, which may use the first's."""
        below = list(mappings_at(entry, "matrix", "generators"))
        results: list[dict[str, TemplateValue]] = [{}]
        for generator in below:
            joined = []
            for one in results:
                filled = rendered_tree(generator, one, go=go) if one else generator
                assert isinstance(filled, Mapping)  # as the generator is
                joined += [_joined(one, other) for other in self.results(filled, go=go, depth=depth + 1)]
                if len(joined) > _MAX_RESULTS:
                    raise UnknownValueError(f"more than {_MAX_RESULTS:,} results")
            results = joined
        return results if below else []

    def merge(self, entry: Mapping, *, go: bool, depth: int) -> list[dict[str, TemplateValue]]:
        """The results of the first generator, with what later ones say of the same keys."""
        keys = [item.text for item in items_at(entry, "merge", "mergeKeys") if isinstance(item, Scalar)]
        base: dict[tuple[str, ...], dict[str, TemplateValue]] = {}
        for at, generator in enumerate(mappings_at(entry, "merge", "generators")):
            for result in self.results(generator, go=go, depth=depth + 1):
                flat = flattened(result)
                key = tuple(flat.get(name, "") for name in keys)
                if at == 0:
                    base[key] = result
                elif key in base:
                    base[key] = _joined(base[key], result)
        return list(base.values())


def _joined(one: dict[str, TemplateValue], other: dict[str, TemplateValue]) -> dict[str, TemplateValue]:
    """Two mappings, the second over the first, key by key."""
    result = dict(one)
    for key, value in other.items():
        before = result.get(key)
        result[key] = _joined(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return result


def _from_json(value: object) -> TemplateValue:
    if isinstance(value, dict):
        return {str(key): _from_json(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_from_json(item) for item in value]
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _path_parameters(path: str, name: str, *, go: bool) -> dict[str, TemplateValue]:
    """What a Git generator says of the place of a result."""
    basename = path.rpartition("/")[2]
    segments = path.split("/")
    said: dict[str, TemplateValue] = {"basename": basename, "basenameNormalized": normalized_name(basename)}
    if name:
        said |= {"filename": name, "filenameNormalized": normalized_name(name)}
    if go:
        return {"path": {**said, "path": path, "segments": list(segments)}}
    return {
        "path": path,
        **{f"path.{key}": value for key, value in said.items()},
        **{f"path[{at}]": segment for at, segment in enumerate(segments)},
    }


def _is_selected(parameters: dict[str, TemplateValue], selector: Mapping) -> bool:
    """Whether the parameters of a result fit the selector of their generator."""
    flat = flattened(parameters)
    labels = selector.get("matchLabels")
    wanted = labels.entries if isinstance(labels, Mapping) else ()
    if any(flat.get(key.text) != to_value(value) for key, value in wanted):
        return False
    for entry in mappings_at(selector, "matchExpressions"):
        value = flat.get(text_at(entry, "key"))
        listed = value in {to_value(item) for item in items_at(entry, "values") if isinstance(item, Scalar)}
        fits = {"In": listed, "NotIn": not listed, "Exists": value is not None, "DoesNotExist": value is None}
        if not fits.get(text_at(entry, "operator"), False):
            return False
    return True
