"""Components and alerts in, which alerts are about which component out: by label, by manifest or by namespace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sphinx_gitops.alerts.alert import Alert
from sphinx_gitops.model import Component

_LABELS = ("gitops_component", "component")
"""The labels whose value may be the full name of a component, its id or the name of its object."""
_NAMESPACE = "namespace"


@dataclass(frozen=True, slots=True)
class _Object:
    """The object of a manifest: ``KIND[.GROUP]/[NAMESPACE/]NAME[@ENVIRONMENT]``."""

    kind: str
    namespace: str
    name: str


def _object(manifest: str) -> _Object | None:
    plain = manifest.partition("@")[0].partition("#")[0]
    kind, _, rest = plain.partition("/")
    namespace, _, name = rest.rpartition("/")
    known = kind[:1].isupper() and name and "/" not in namespace
    return _Object(kind.partition(".")[0], namespace, name) if known else None


@dataclass(slots=True)
class _Known:
    """Full names by what alerts call them."""

    names: dict[str, set[str]] = field(default_factory=dict)
    objects: dict[tuple[str, str, str], set[str]] = field(default_factory=dict)
    namespaces: dict[str, set[str]] = field(default_factory=dict)
    folders: list[tuple[str, str]] = field(default_factory=list)

    def enter(self, full_name: str, component: Component) -> None:
        for name in (full_name, component.id):
            self.names.setdefault(name, set()).add(full_name)
        for binding in component.bindings:
            if binding.object.endswith("/") and "@" not in binding.object:
                self.folders.append((binding.object.removeprefix("./"), full_name))
            found = _object(binding.object)
            if found:
                self.names.setdefault(found.name, set()).add(full_name)
                self.objects.setdefault((found.kind, found.namespace, found.name), set()).add(full_name)
                self.namespaces.setdefault(found.namespace, set()).add(full_name)

    def of(self, alert: Alert) -> Iterator[str]:
        """The components that an alert is about."""
        for label in _LABELS:
            yield from _only(self.names.get(alert.label(label), set()))
        for source in (*alert.sources, alert.owner):
            found = _object(source)
            if found:
                yield from sorted(self._watched(found))
        for namespace in {alert.label(_NAMESPACE), alert.namespace} - {""}:
            yield from _only(self.namespaces.get(namespace, set()))
        file = alert.span.source
        while file.startswith("../"):
            file = file[3:]
        yield from (name for folder, name in self.folders if file.startswith(folder))

    def _watched(self, found: _Object) -> set[str]:
        """The components of an object; ``*`` is every one of its kind in the namespace."""
        if found.name != "*":
            return self.objects.get((found.kind, found.namespace, found.name), set())
        kinds = ((kind, namespace) for kind, namespace, _ in self.objects)
        if (found.kind, found.namespace) not in set(kinds):
            return set()
        same = (
            names for (kind, space, _), names in self.objects.items() if (kind, space) == (found.kind, found.namespace)
        )
        return set().union(*same)


def _only(names: set[str]) -> list[str]:
    """The one name; none where several are meant."""
    return list(names) if len(names) == 1 else []


def alerts_of_components(
    components: Iterable[tuple[str, Component]], alerts: Sequence[Alert]
) -> dict[str, tuple[int, ...]]:
    """The alerts of each component, by its full name, as numbers in their order.

    An alert is about the component that its label ``gitops_component`` or ``component`` names; about one whose
    ``manifest`` is the object of the rule, an object that an alert of Flux watches, or a folder around the rule's file;
    and about the one that alone is bound in its namespace.
    """
    known = _Known()
    for full_name, component in components:
        known.enter(full_name, component)
    found: dict[str, list[int]] = {}
    for number, alert in enumerate(alerts):
        for name in dict.fromkeys(known.of(alert)):
            found.setdefault(name, []).append(number)
    return {name: tuple(numbers) for name, numbers in sorted(found.items())}
