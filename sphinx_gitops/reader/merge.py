"""The tree that a body starts from and the body in, one tree out: merged by id, and the body's word counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.problems import Code, Severity
from sphinx_gitops.reader.base import Base
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.suggest import there_are
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


def _ordered(base: Mapping, over: Mapping) -> list[str]:
    """The keys of both: those of *base*, where *over* names several of them in its order; new ones before the next.

    So a body that names no order changes none, and one that names all keys has them in its own.
    """
    own = [name.text for name, _ in base.entries]
    known = set(own)
    named = [name.text for name, _ in over.entries]
    wanted = iter([name for name in named if name in known])
    mentioned = known & set(named)
    order = [next(wanted) if name in mentioned else name for name in own]
    before: list[str] = []
    for name in named:
        if name not in known:
            before.append(name)
        elif before:
            at = order.index(name)
            order[at:at] = before
            before = []
    return order + before


def _lay(base: Tree, over: Tree, *, holder: bool) -> Tree:
    """*over* on *base*: things by id, fields by key."""
    if not (isinstance(base, Mapping) and isinstance(over, Mapping)):
        return over
    entries = {name.text: (name, value) for name, value in base.entries}
    for name, value in over.entries:
        old_name, old = entries.get(name.text, (name, None))
        joint = value
        if old is not None and holder:
            joint = _lay(_as_mapping(old, old_name), _as_mapping(value, name), holder=False)
        elif old is not None and name.text in _HOLDERS:
            joint = _lay(old, value, holder=True)
        entries[name.text] = (name, joint)
    order = _ordered(base, over) if holder else list(entries)
    return _sized([entries[name] for name in order], base)


def _filled(tree: Tree, moved: dict[str, Tree], *, holder: bool) -> Tree:
    """The body with what a thing had at its old place below what the body says of it."""
    if not isinstance(tree, Mapping):
        return tree
    entries: list[tuple[Scalar, Tree]] = []
    for name, value in tree.entries:
        if holder or name.text in _HOLDERS:
            value = _filled(value, moved, holder=not holder)  # noqa: PLW2901 - the same value, filled
        if holder and name.text in moved:
            value = _lay(_as_mapping(moved[name.text], name), _as_mapping(value, name), holder=False)  # noqa: PLW2901
        entries.append((name, value))
    return _sized(entries, tree)


def _places(tree: Mapping | None, path: str = "", *, holder: bool = False) -> Iterator[tuple[str, str, Scalar, Tree]]:
    """Each id of a tree with the path of the mapping around it, its name and its value."""
    for name, value in tree.entries if tree else ():
        if holder:
            yield name.text, path, name, value
        if isinstance(value, Mapping) and (holder or name.text in _HOLDERS):
            yield from _places(value, f"{path}.{name.text}", holder=not holder)


def _removed(body: Mapping, old: dict[str, tuple[str, Tree]], what: str, diagnostics: Diagnostics) -> set[str]:
    """The ids that the body sets to null."""
    nulls: set[str] = set()
    for name, path, key, value in _places(body):
        if _is_null(value):
            nulls.add(name)
            if name not in old:
                hint = diagnostics.near(name, old) or there_are(old)
                message = f"{name!r} is to be removed, and {what} has no such id{hint}"
                diagnostics.add(Code.UNKNOWN_ID, message, key.span, path.strip(".") + "." + name)
    return nulls


def _note_own(body: Mapping, old: dict[str, tuple[str, Tree]], what: str, diagnostics: Diagnostics) -> None:
    """Say which components are the body's own that may be meant for something which is gone: they say too little."""
    for name, path, key, value in _places(body):
        said = {one.text for one, _ in value.entries} if isinstance(value, Mapping) else set()
        if path.endswith(".components") and name not in old and not _is_null(value) and not said & {"kind", "manifest"}:
            hint = diagnostics.near(name, old)
            message = (
                f"{name!r} is not in {what}, so it is a component of your own: give it a kind, or take it out{hint}"
            )
            diagnostics.add(Code.UNKNOWN_ID, message, key.span, f"{path.strip('.')}.{name}", Severity.INFO)


def merge(base: Base, body: Mapping, diagnostics: Diagnostics) -> Merged:
    """Lay *body* over *base*; ``ID: null`` takes a thing away, a thing named elsewhere moves there with all it has."""
    old = {name: (path, value) for name, path, _, value in _places(base.tree)}
    nulls = _removed(body, old, base.what, diagnostics)
    if base.discovered:
        _note_own(body, old, base.what, diagnostics)
    named = [(name, path) for name, path, _, value in _places(body) if not _is_null(value)]
    moved = {name: path for name, path in named if name in old and old[name][0] != path}
    gone = frozenset(nulls | moved.keys())
    alike = {name for name, path in moved.items() if old[name][0].rpartition(".")[2] == path.rpartition(".")[2]}
    taken = {name: _without(old[name][1], gone, holder=False) for name in alike}
    over = _filled(_without(body, frozenset(nulls), holder=False), taken, holder=False)
    tree = _lay(_without(base.tree, gone, holder=False), over, holder=False)
    removed = set(nulls)
    for name in nulls & set(old):
        removed.update(inner.text for inner in _ids(old[name][1], holder=False))
    assert isinstance(tree, Mapping)
    return Merged(tree=tree, removed=frozenset(removed - {name for name, _ in named}))
