"""The bindings of a workflow's components in, what each of them names out: objects by kind, namespace and name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sphinx_gitops.model import Workflow

_BINDING = re.compile(
    r"(?P<kind>[A-Z]\w*)(?:\.(?P<group>[^/@]+))?/(?:(?P<namespace>[^/@#]+)/)?(?P<name>[^/@#]+)(?:@(?P<where>.+))?"
)


@lru_cache(maxsize=4096)
def _expression(pattern: str) -> re.Pattern[str]:
    from sphinx_gitops.importers.repository.globs import starred  # noqa: PLC0415 - only what holds bindings needs it

    return re.compile(starred(pattern.split("*"), "[^/@#]*") + r"\Z")


def fits(pattern: str, text: str) -> bool:
    """Whether a text is what a part of a binding says, in which ``*`` is any text; nothing said fits all."""
    return not pattern or _expression(pattern).match(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundObjects:
    """What one binding of a component names; ``text`` is all of it, ``kind`` is empty for a file or a folder."""

    component: str
    text: str
    kind: str = ""
    group: str = ""
    namespace: str = ""
    name: str = ""
    environment: str = ""
    expected: tuple[tuple[str, str], ...] = ()

    def is_named(self, kind: str, group: str, namespaces: Collection[str], name: str) -> bool:
        """Whether an object of these names is one of them."""
        return (
            bool(self.kind)
            and self.kind == kind
            and self.group in {"", group}
            and (not self.namespace or any(fits(self.namespace, one) for one in namespaces))
            and fits(self.name, name)
        )

    def names(self, identity: str) -> bool:
        """Whether an id is that of one of them; it may have a group and an environment that this leaves out."""
        if self.text == identity:
            return True
        other = read_binding("", identity)
        if not self.kind or not other.kind or ("@" in self.text and not self.environment):
            return "*" in self.text and _expression(self.text).match(identity) is not None
        is_there = fits(self.environment, other.environment)
        return is_there and self.is_named(other.kind, other.group, (other.namespace,), other.name)

    @property
    def path(self) -> str:
        """The file or the folder that it names, with a slash at the end of a folder; empty for a kind and the tree."""
        found = "" if self.kind else re.split("[@#]", self.text, maxsplit=1)[0]
        while found.startswith("./"):
            found = found[2:]
        return found

    def has_file(self, file: str) -> bool:
        """Whether it is a file, or a folder that the file is in."""
        path = self.path
        return bool(path) and (file.startswith(path) if path.endswith("/") else file == path)


def read_binding(component: str, text: str, expected: tuple[tuple[str, str], ...] = ()) -> BoundObjects:
    """What a binding of a component names."""
    found = _BINDING.fullmatch(text)
    parts = {key: value or "" for key, value in found.groupdict().items()} if found else {}
    where = parts.pop("where", "")
    environment = "" if "/" in where or ":" in where else where
    return BoundObjects(component=component, text=text, environment=environment, expected=expected, **parts)


def bound_objects(workflow: Workflow) -> Iterator[BoundObjects]:
    """What each binding of each component names, in order."""
    for component in workflow.components():
        for binding in component.bindings:
            expected = tuple((one.field, one.value) for one in binding.expected)
            yield read_binding(component.id, binding.object, expected)
