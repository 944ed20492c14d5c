"""The tree of an object in, every address that it carries for operators out."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.alerts.addresses import addresses_in
from sphinx_gitops.doc_links.manifest import Holder, ObjectLink
from sphinx_gitops.importers.documents import key_span, mappings_at, scalar_at, text_at, value_at
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.yamltree import Mapping, Scalar

TITLE = "Documentation"
"""What a link that is written is called, where it has a name."""
_TITLES = frozenset({"documentation", "docs"})
_LISTS = {
    Holder.INFO: ("name", "value"),
    Holder.TEMPLATE_INFO: ("name", "value"),
    Holder.ENTITY_LINKS: ("title", "url"),
}


def _is_title(text: str) -> bool:
    """Whether a link of this name is the one to the documentation."""
    return text.strip(" :").lower() in _TITLES


def _addresses(value: Scalar, *, is_own: bool) -> tuple[str, ...]:
    """The addresses of a value; the whole of one that is ours and templated."""
    found = tuple(addresses_in(value.text))
    whole = is_own and is_templated(value.text)
    return (value.text.strip(),) if whole and not found else found


def _of_annotations(tree: Mapping, annotation: str) -> Iterator[ObjectLink]:
    metadata = tree.get("metadata")
    found = metadata.get("annotations") if isinstance(metadata, Mapping) else None
    for key, value in found.entries if isinstance(found, Mapping) else ():
        if isinstance(value, Scalar) and not value.is_null:
            is_own = key.text == annotation
            for address in _addresses(value, is_own=is_own):
                yield ObjectLink(f"annotation {key.text}", address, value.text, key.span, value.span, is_own)


def _of_list(tree: Mapping, holder: Holder) -> Iterator[ObjectLink]:
    """The addresses of the items of a list that has names and values."""
    title, address_key = _LISTS[holder]
    for item in mappings_at(tree, *holder.value.split(".")):
        value, key = scalar_at(item, address_key), key_span(item, address_key)
        if value is None or key is None:
            continue
        is_own = _is_title(text_at(item, title))
        for address in _addresses(value, is_own=is_own):
            yield ObjectLink(holder.value, address, value.text, key, value.span, is_own)


def links_of(tree: Mapping, holder: Holder, annotation: str) -> tuple[ObjectLink, ...]:
    """Every address in the annotations of an object, and in the list that its tool shows.

    Its own is the one in *annotation*, or in the item that is called ``Documentation``, or ``Docs``.
    """
    listed = _of_list(tree, holder) if holder in _LISTS else ()
    return (*listed, *_of_annotations(tree, annotation))


def own_text(tree: Mapping, holder: Holder, annotation: str) -> str:
    """The text of an object's own link, whatever it says; empty where it has none. An empty one is shown as such."""
    if holder in _LISTS:
        title, key = _LISTS[holder]
        items = mappings_at(tree, *holder.value.split("."))
        own = next((one for one in items if _is_title(text_at(one, title))), None)
        return text_at(own, key) or "empty" if own else ""
    annotations = value_at(tree, "metadata", "annotations")
    if not isinstance(annotations, Mapping) or annotations.get(annotation) is None:
        return ""
    return text_at(annotations, annotation) or "empty"
