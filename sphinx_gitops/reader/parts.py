"""The mappings of stages, groups and components in, ``Stage``, ``Group`` and ``Component`` out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypedDict

from sphinx_gitops.format import COMPONENT, GROUP, INCLUDE, STAGE, Key
from sphinx_gitops.model import Binding, Component, Direction, Group, Mark, Part, Stage, Tier
from sphinx_gitops.problems import Code, Span
from sphinx_gitops.reader.bindings import read_bindings
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.reader.fields import ROOT_KEYS, Fields, after_comma, check_id
from sphinx_gitops.vocabulary import STAGE_KINDS, Vocabulary
from sphinx_gitops.yamltree.document import Mapping, Scalar, Sequence, Tree, describe
from sphinx_gitops.yamltree.errors import shortened

_SCALARS = frozenset({"id", "title", "description", "direction"})
"""Keys of texts that a workflow or a stage has."""
_MARKS = (*(mark.value for mark in Mark), "none")


class _Shared(TypedDict):
    id: str
    title: str
    subtitle: str
    note: str
    span: Span
    spans: tuple[tuple[str, Span], ...]
    colour: str
    mark: Mark | None
    no_mark: bool
    description: str
    tags: tuple[str, ...]
    formerly: tuple[str, ...]
    bindings: tuple[Binding, ...]
    waive: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class PartReader:
    """Reads the parts of one workflow, and refuses an id that is written twice."""

    vocabulary: Vocabulary
    classes: frozenset[str]
    diagnostics: Diagnostics
    seen: dict[str, Span] = field(default_factory=dict)
    _classes: dict[str, None] = field(init=False)
    _kinds: dict[str, None] = field(init=False)

    def __post_init__(self) -> None:
        """Put the words that may be used in order, once."""
        self._classes, self._kinds = dict.fromkeys(sorted(self.classes)), dict.fromkeys(sorted(self.vocabulary.kinds))

    def stages(self, value: Tree | None) -> tuple[Stage, ...]:
        """The stages of a workflow, in order."""
        items = [(name, item) for name, item in self._items(value, "stages") if not self._misplaced(name, item)]
        return tuple(self._stage(name, item, "stages." + name.text) for name, item in items)

    def _misplaced(self, name: Scalar, item: Tree) -> bool:
        """Whether a stage is a key of the workflow, or of a stage, that is indented wrongly; notes it."""
        if name.text in ROOT_KEYS and (isinstance(item, Sequence) or (isinstance(item, Scalar) and not item.is_null)):
            remedy = "indent it as far as 'stages'"
        elif name.text in _SCALARS and isinstance(item, Scalar) and not item.is_null:
            remedy = "indent it as far as 'stages', or as the other keys of its stage"
        elif name.text in {"components", "groups"} and isinstance(item, Mapping) and not _known(item, STAGE):
            remedy = "indent it as far as the keys of the stage that has them"
        else:
            return False
        message = f"{name.text!r} is no stage: {remedy}"
        self.diagnostics.add(Code.UNKNOWN_KEY, message, name.span, f"stages.{name.text}")
        return True

    def _items(self, value: Tree | None, path: str) -> Iterator[tuple[Scalar, Tree]]:
        """The named things of a mapping whose ids are legal and new."""
        if value is None or (isinstance(value, Scalar) and value.is_null):
            return
        if not isinstance(value, Mapping):
            hint = ": write '  ID: Title' lines, not a list" if isinstance(value, Sequence) else ""
            message = f"expected a mapping of ids, found {describe(value)}{hint}"
            self.diagnostics.add(Code.WRONG_TYPE, message, value.span, path)
            return
        for before, (name, item) in zip((None, *value.entries), value.entries, strict=False):
            if name.text == INCLUDE and isinstance(item, Scalar) and item.text.endswith((".yaml", ".yml")):
                remedy = f"write 'ID: {{include: {shortened(item.text)}}}'"
                message = f"'include' is written for one stage, one group or the flows, not for several: {remedy}"
                self.diagnostics.add(Code.UNKNOWN_KEY, message, name.span, path)
            elif split := after_comma(before, name, item):
                message = f"a comma ends the title before {name.text!r}: quote the whole, {split}"
                self.diagnostics.add(Code.WRONG_TYPE, message, name.span, f"{path}.{name.text}")
            elif self._new(name, f"{path}.{name.text}"):
                yield name, item

    def _new(self, name: Scalar, path: str) -> bool:
        if not check_id(name.text, name.span, path, self.diagnostics):
            return False
        first = self.seen.setdefault(name.text, name.span)
        if first is not name.span:
            message = f"the id {name.text!r} is taken, by the thing on {first.beside(name.span)}: an id names one thing"
            self.diagnostics.add(Code.DUPLICATE_ID, message, name.span, path)
            return False
        return True

    def _fields(self, name: Scalar, item: Tree, path: str, keys: tuple[Key, ...]) -> Fields:
        """The item's mapping; a text is short for ``{title: text}``."""
        if isinstance(item, Scalar) and not item.is_null:
            item = Mapping(((Scalar("title", item.span), item),), name.span, 3)
        elif not isinstance(item, Mapping):
            message = f"expected a title or a mapping, found {describe(item)}: write '{name.text}: Title'"
            self.diagnostics.add(Code.WRONG_TYPE, message, item.span if isinstance(item, Sequence) else name.span, path)
            item = Mapping((), name.span, 1)
        fields = Fields(item, path, self.diagnostics, keys)
        fields.check_keys()
        return fields

    def _shared(self, name: Scalar, fields: Fields) -> _Shared:
        word = fields.word("mark", _MARKS, Code.INVALID_VALUE)
        return {
            "id": name.text,
            "title": fields.line("title", name.text),
            "subtitle": fields.line("subtitle"),
            "note": fields.text("note"),
            "span": name.span,
            "spans": fields.spans("manifest", "doc", "url", "direction"),
            "colour": fields.word("class", self._classes, Code.UNKNOWN_CLASS),
            "mark": Mark(word) if word and word != "none" else None,
            "no_mark": word == "none",
            "description": fields.text("description"),
            "tags": fields.texts("tags"),
            "formerly": fields.ids("formerly"),
            "bindings": read_bindings(fields, "manifest"),
            "waive": fields.waive(),
        }

    def _stage(self, name: Scalar, item: Tree, path: str) -> Stage:
        fields = self._fields(name, item, path, STAGE)
        return Stage(
            **self._shared(name, fields),
            kind=fields.word("kind", STAGE_KINDS, Code.UNKNOWN_KIND),
            direction=fields.choice("direction", Direction),
            components=self._components(fields),
            groups=self._groups(fields),
        )

    def _groups(self, fields: Fields) -> tuple[Group, ...]:
        path = fields.at("groups")
        return tuple(
            self._group(name, item, f"{path}.{name.text}") for name, item in self._items(fields.get("groups"), path)
        )

    def _group(self, name: Scalar, item: Tree, path: str) -> Group:
        fields = self._fields(name, item, path, GROUP)
        return Group(
            **self._shared(name, fields),
            direction=fields.choice("direction", Direction),
            components=self._components(fields),
            groups=self._groups(fields),
        )

    def _components(self, fields: Fields) -> tuple[Component, ...]:
        path = fields.at("components")
        return tuple(
            self._component(name, item, f"{path}.{name.text}")
            for name, item in self._items(fields.get("components"), path)
        )

    def _component(self, name: Scalar, item: Tree, path: str) -> Component:
        fields = self._fields(name, item, path, COMPONENT)
        return Component(
            **self._shared(name, fields),
            kind=fields.word("kind", self._kinds, Code.UNKNOWN_KIND),
            tier=fields.choice("tier", Tier),
            url=fields.url("url"),
            links=fields.links("links"),
            doc=fields.text("doc"),
            owner=fields.text("owner"),
        )


def _known(item: Mapping, keys: tuple[Key, ...]) -> bool:
    """Whether a mapping has one of *keys*."""
    return any(item.get(key.name) is not None for key in keys)


def drop_former_clashes(
    stages: tuple[Stage, ...], seen: dict[str, Span], diagnostics: Diagnostics
) -> tuple[Stage, ...]:
    """The stages without ``formerly`` entries that name something that exists, or that two things claim."""
    if not any(part.formerly for stage in stages for part in stage.parts()):
        return stages
    claimed: dict[str, Span] = dict(seen)

    def clean(part: Part) -> tuple[str, ...]:
        kept = []
        for old in part.formerly:
            if old in claimed:
                other = claimed[old].beside(part.span)
                message = f"the former id {old!r} is taken, by the thing on {other}: remove it here"
                diagnostics.add(Code.DUPLICATE_ID, message, part.span, part.id + ".formerly")
            else:
                claimed[old] = part.span
                kept.append(old)
        return tuple(kept)

    def component(item: Component) -> Component:
        return replace(item, formerly=clean(item)) if item.formerly else item

    def group(item: Group) -> Group:
        return replace(
            item,
            formerly=clean(item),
            components=tuple(map(component, item.components)),
            groups=tuple(group(inner) for inner in item.groups),
        )

    return tuple(stage for stage in map(group, stages) if isinstance(stage, Stage))
