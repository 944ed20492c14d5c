"""An ApplicationSet in, the Applications that it gives out, or why the tree does not say them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sphinx_gitops.importers.applicationsets.generators import Generators
from sphinx_gitops.importers.applicationsets.templates import UnknownValueError, rendered_tree
from sphinx_gitops.importers.documents import is_true, key_span, mappings_at, text_at, value_at
from sphinx_gitops.importers.kustomize.merging import merged
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Sequence, Tree

_KEY = re.compile(r"^[ \t]*(?:- +)*([A-Za-z]\w*):(?=\s|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """One Application that an ApplicationSet gives."""

    name: str
    spec: Mapping
    words: frozenset[str]
    "The texts of its parameters: one of them may be the name of an environment."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fleet:
    """All that an ApplicationSet gives; None where the tree does not say it, and then why and where."""

    applications: tuple[Generated, ...] | None
    why: str = ""
    field: str = ""
    text: str = ""
    span: Span | None = None


def _words(value: object) -> frozenset[str]:
    if isinstance(value, dict):
        return frozenset().union(*map(_words, value.values())) if value else frozenset()
    return frozenset({value}) if isinstance(value, str) else frozenset()


def _filled(tree: Tree | None) -> Tree | None:
    """A template of a generator without what is empty in it, which overrides nothing; None where nothing is left."""
    if isinstance(tree, Mapping):
        entries = [(key, value) for key, old in tree.entries if (value := _filled(old)) is not None]
        return Mapping(tuple(entries), tree.span, tree.size) if entries else None
    if isinstance(tree, Sequence):
        return tree if tree.items else None
    return tree if tree is not None and tree.text and not tree.is_null else None


def patched_keys(patch: str) -> frozenset[str]:
    """The keys that a ``templatePatch`` writes, be it always or only for some of what is given."""
    return frozenset(_KEY.findall(patch))


def fleet_of(body: Mapping, generators: Generators) -> Fleet:
    """Resolve an ApplicationSet."""
    go = is_true(value_at(body, "spec", "goTemplate"))
    template = value_at(body, "spec", "template")
    found: list[Generated] = []
    for at, entry in enumerate(mappings_at(body, "spec", "generators")):
        field = f"spec.generators[{at}]"
        kind = next((key.text for key, _ in entry.entries if key.text != "selector"), "")
        try:
            results = generators.results(entry, go=go)
        except UnknownValueError as error:
            return Fleet(applications=None, why=str(error), field=field, text=kind, span=entry.span)
        override = _filled(value_at(entry, kind, "template"))
        used = merged(template, override) if isinstance(override, Mapping) else template
        for parameters in results:
            application = rendered_tree(used, parameters, go=go) if used is not None else None
            name, spec = text_at(application, "metadata", "name"), value_at(application, "spec")
            if not name or is_templated(name) or not isinstance(spec, Mapping):
                written = text_at(used, "metadata", "name")
                span = key_span(used, "metadata", "name") or entry.span
                why = "a name that only Argo CD renders"
                return Fleet(applications=None, why=why, field="spec.template.metadata.name", text=written, span=span)
            found.append(Generated(name=name, spec=spec, words=_words(parameters)))
    return Fleet(applications=tuple(found))
