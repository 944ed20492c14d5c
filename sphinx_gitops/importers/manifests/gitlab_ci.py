"""GitLab CI: the visible jobs of a pipeline and what they wait for."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Trees

from sphinx_gitops.importers.documents import items_at, key_span, scalar_at, text_at
from sphinx_gitops.importers.manifests.kind import NestedObject, PartEdge
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence, Tree

FAMILY = "gitlab-ci"
_KEYWORDS = frozenset(
    {
        "default",
        "include",
        "stages",
        "types",
        "variables",
        "workflow",
        "spec",
        "image",
        "services",
        "cache",
        "before_script",
        "after_script",
    }
)


def _entries(bodies: Trees[Mapping]) -> dict[str, tuple[Scalar, Mapping]]:
    """What stands at the top of the documents under the name of a job or a template."""
    return {
        name.text: (name, job)
        for body in bodies
        for name, job in body.entries
        if isinstance(job, Mapping) and name.text not in _KEYWORDS
    }


def _inherited(job: Mapping, key: str, entries: dict[str, tuple[Scalar, Mapping]]) -> Mapping | None:
    """The job or template that gives *job* its value of *key*: the last one that it extends goes first."""
    waiting = [job]
    seen: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one.get(key) is not None:
            return one
        single = scalar_at(one, "extends")
        for name in [single] if single else items_at(one, "extends"):
            if isinstance(name, Scalar) and name.text not in seen and name.text in entries:
                seen.add(name.text)
                waiting.append(entries[name.text][1])
    return None


def jobs_of(bodies: Trees[Mapping]) -> Iterator[NestedObject]:
    """The jobs that run: those whose names do not start with a dot."""
    entries = _entries(bodies)
    for text, (name, job) in entries.items():
        if text.startswith("."):
            continue
        holder = _inherited(job, "environment", entries)
        environment = scalar_at(holder, "environment") or scalar_at(holder, "environment", "name")
        stage = scalar_at(_inherited(job, "stage", entries), "stage")
        fields = [(key, value) for key, value in (("environment", environment), ("stage", stage)) if value]
        yield NestedObject(kind="Job", name=text, span=name.span, fields=tuple(fields))


def _needed(item: Tree) -> str:
    """The job of this pipeline that an entry of ``needs`` names."""
    if isinstance(item, Scalar):
        return item.text
    return "" if text_at(item, "pipeline") or text_at(item, "project") else text_at(item, "job")


def needs_of(bodies: Trees[Mapping]) -> Iterator[PartEdge]:
    """Which job waits for which."""
    entries = _entries(bodies)
    for text, (_, job) in entries.items():
        if text.startswith("."):
            continue
        holder = _inherited(job, "needs", entries)
        value, span = (holder.get("needs"), key_span(holder, "needs")) if holder else (None, None)
        if isinstance(value, Scalar) and span and not value.is_null:
            yield PartEdge(edge="needs", source=text, target=value.text, span=span)
        elif isinstance(value, Sequence):
            for item in value.items:
                target = _needed(item)
                if target:
                    yield PartEdge(edge="needs", source=text, target=target, span=item.span)


def has_includes(bodies: Trees[Mapping]) -> bool:
    """Whether jobs may come from other files."""
    return any(body.get("include") is not None for body in bodies)
