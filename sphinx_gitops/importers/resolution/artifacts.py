"""An ArtifactGenerator in, the artifacts that it makes out; a path pattern makes one for each folder that fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sphinx_gitops.importers.documents import mappings_at, text_at
from sphinx_gitops.yamltree import Mapping, Sequence, Tree

_CAPTURE = re.compile(r"\{([A-Za-z_]\w*)\}")


def _expression(pattern: str) -> re.Pattern[str]:
    """The expression for the folders of a path pattern; a name that comes twice must be the same twice."""
    parts: list[str] = []
    names: set[str] = set()
    at = 0
    for match in _CAPTURE.finditer(pattern):
        parts.append(re.escape(pattern[at : match.start()]))
        parts.append(f"(?P={match[1]})" if match[1] in names else f"(?P<{match[1]}>[^/]+)")
        names.add(match[1])
        at = match.end()
    return re.compile("".join((*parts, re.escape(pattern[at:]))) + r"/\Z")


def _filled_mapping(tree: Mapping, values: dict[str, str]) -> Mapping:
    return Mapping(tuple((key, _filled(value, values)) for key, value in tree.entries), tree.span, tree.size)


def _filled(tree: Tree, values: dict[str, str]) -> Tree:
    """*tree* with what a folder says in the place of each name."""
    if isinstance(tree, Mapping):
        return _filled_mapping(tree, values)
    if isinstance(tree, Sequence):
        return Sequence(tuple(_filled(item, values) for item in tree.items), tree.span, tree.size)
    text = _CAPTURE.sub(lambda match: values.get(match[1], match[0]), tree.text)
    return tree._replace(text=text)


def artifacts_of(body: Tree, folders: Iterable[str]) -> Iterator[tuple[str, Mapping]]:
    """The artifacts of a generator by name, among the folders of the tree."""
    pattern = text_at(body, "spec", "pathPattern").rpartition("@")[2].partition("/")[2].strip("/")
    expression = _expression(pattern) if pattern else None
    found = (expression.match(folder) for folder in sorted(folders)) if expression else ()
    matches = [match.groupdict() for match in found if match]
    for artifact in mappings_at(body, "spec", "artifacts"):
        for values in matches if expression else [{}]:
            filled = _filled_mapping(artifact, values)
            yield text_at(filled, "name"), filled
