"""The value of ``manifest`` in, bindings out: a text, a mapping with ``object``, or a list of both."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.format import OBJECT
from sphinx_gitops.model import Binding, Expected
from sphinx_gitops.problems import Code
from sphinx_gitops.reader.bidirectional import contained
from sphinx_gitops.reader.fields import Fields
from sphinx_gitops.yamltree.document import Mapping, Scalar, Sequence, Tree


def read_bindings(fields: Fields, key: str) -> tuple[Binding, ...]:
    """What the value under *key* binds, in its order."""
    value = fields.get(key)
    if isinstance(value, Sequence):
        items = enumerate(value.items)
        return tuple(one for number, item in items for one in _binding(item, f"{fields.at(key)}[{number}]", fields))
    return tuple(_binding(value, fields.at(key), fields)) if value is not None else ()


def _binding(item: Tree, path: str, fields: Fields) -> Iterator[Binding]:
    if isinstance(item, Mapping):
        yield from _mapping(item, path, fields)
    elif isinstance(item, Scalar) and item.text.strip() and not item.is_null:
        yield Binding(object=contained(item.text.strip()), span=item.span)
    else:
        fields.wrong(item, "an object such as 'Application/argocd/shop', or a mapping with 'object'", path)


def _mapping(item: Mapping, path: str, fields: Fields) -> Iterator[Binding]:
    """The binding of a mapping, with the values that its other keys expect."""
    named = item.get(OBJECT)
    if not isinstance(named, Scalar) or named.is_null or not named.text.strip():
        message = "a manifest's mapping needs 'object', which names what its fields are of"
        fields.diagnostics.add(Code.MISSING_KEY, message, named.span if named else item.span, path)
        return
    expected = []
    for name, value in item.entries:
        if name.text == OBJECT:
            continue
        if isinstance(value, Scalar):
            expected.append(Expected(field=name.text, value=contained(value.text), span=value.span))
        else:
            fields.wrong(value, "the text that the field is to have", f"{path}.{name.text}")
    yield Binding(object=contained(named.text.strip()), span=named.span, expected=tuple(expected))
