"""A template's tree and a writer's body in, one tree out: merged by id, what the body has goes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.problems import Code
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.yamltree.document import Mapping, Scalar, Tree

_HOLDERS = frozenset({"stages", "groups", "components"})


@dataclass(frozen=True, slots=True)
class Merged:
    """The joint tree, without flows, and the ids that the body took away."""

    tree: Mapping
    removed: frozenset[str]


def _sized(entries: list[tuple[Scalar, Tree]], like: Mapping) -> Mapping:
    return Mapping(tuple(entries), like.span, 1 + sum(1 + value.size for _, value in entries))


def _ids(tree: Tree | None, *, holder: bool) -> Iterator[Scalar]:
    """Every id under a thing, or under a mapping of things."""
    if not isinstance(tree, Mapping):
        return
    for name, value in tree.entries:
        if holder:
            yield name
            yield from _ids(value, holder=False)
        elif name.text in _HOLDERS:
            yield from _ids(value, holder=True)


def _is_null(tree: Tree) -> bool:
    return isinstance(tree, Scalar) and tree.is_null


def _without(tree: Tree, ids: frozenset[str], *, holder: bool) -> Tree:
    """The tree without the things of these ids."""
    if not isinstance(tree, Mapping):
        return tree
    entries: list[tuple[Scalar, Tree]] = []
    for name, value in tree.entries:
        if holder and name.text in ids:
            continue
        inside = not holder and name.text in _HOLDERS
        entries.append((name, _without(value, ids, holder=inside) if holder or inside else value))
    return _sized(entries, tree)


def _as_mapping(tree: Tree, like: Scalar) -> Tree:
    """A short form as a mapping."""
    if isinstance(tree, Scalar) and not tree.is_null:
        return Mapping(((Scalar("title", tree.span), tree),), like.span, 3)
    return tree


def _lay(base: Tree, over: Tree, *, holder: bool) -> Tree:
    """*over* on *base*: things by id, fields by key."""
    if not (isinstance(base, Mapping) and isinstance(over, Mapping)):
        return over
    entries = list(base.entries)
    places = {name.text: number for number, (name, _) in enumerate(entries)}
    for name, value in over.entries:
        if name.text not in places:
            entries.append((name, value))
            continue
        number = places[name.text]
        old_name, old = entries[number]
        inside = not holder and name.text in _HOLDERS
        joint = value
        if holder:
            joint = _lay(_as_mapping(old, old_name), _as_mapping(value, name), holder=False)
        elif inside:
            joint = _lay(old, value, holder=True)
        entries[number] = (name, joint)
    return _sized(entries, base)


def _places(tree: Mapping | None, path: str = "", *, holder: bool = False) -> Iterator[tuple[str, str, Scalar, Tree]]:
    """Each id of a tree with the path of the mapping around it, its name and its value."""
    for name, value in tree.entries if tree else ():
        if holder:
            yield name.text, path, name, value
        if isinstance(value, Mapping) and (holder or name.text in _HOLDERS):
            yield from _places(value, f"{path}.{name.text}", holder=not holder)


def merge(template: Mapping, body: Mapping, diagnostics: Diagnostics) -> Merged:
    """Lay *body* over *template*; ``ID: null`` takes a thing away, a thing named elsewhere moves there."""
    old = {name: (path, value) for name, path, _, value in _places(template)}
    nulls: set[str] = set()
    moved: set[str] = set()
    for name, path, key, value in _places(body):
        if _is_null(value):
            if name in old:
                nulls.add(name)
            else:
                message = f"{name!r} is to be removed, and the template has no such id{diagnostics.near(name, old)}"
                diagnostics.add(Code.UNKNOWN_ID, message, key.span, path.strip(".") + "." + name)
                nulls.add(name)
        elif name in old and old[name][0] != path:
            moved.add(name)
    removed = set(nulls)
    for name in nulls & set(old):
        removed.update(inner.text for inner in _ids(old[name][1], holder=False))
    kept_ids = {name for name, _, _, value in _places(body) if not _is_null(value)}
    gone = frozenset(nulls | moved)
    base = _without(template, gone, holder=False)
    over = _without(body, frozenset(nulls), holder=False)
    tree = _lay(base, over, holder=False)
    assert isinstance(tree, Mapping)
    return Merged(tree=tree, removed=frozenset(removed - kept_ids))
