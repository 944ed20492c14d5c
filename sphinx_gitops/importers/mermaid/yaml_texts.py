"""YAML inside of a Mermaid diagram in, the texts of its mapping out."""

from __future__ import annotations

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree.document import Mapping, Scalar, parse


def texts_of(text: str, first_line: int) -> dict[str, str]:
    """The texts of a mapping by their keys, and none of what is no mapping.

    Raises DiagramError where the text, which starts on a line of its file, is no YAML, or has a key twice.
    """
    tree, problems = parse(text, lambda line, column: Span("", first_line + line, column + 1))
    if problems:
        raise DiagramError(f"Mermaid reads this as YAML: {problems[0].message}", problems[0].span.line)
    if not isinstance(tree, Mapping):
        return {}
    return {name.text: value.text for name, value in tree.entries if isinstance(value, Scalar) and not value.is_null}
