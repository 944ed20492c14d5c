"""An object as the Kubernetes API prints it in, the states that Argo CD or Flux say it is in out.

Argo CD: https://argo-cd.readthedocs.io/en/stable/operator-manual/health/. Flux: the conditions of kstatus,
https://fluxcd.io/flux/components/kustomize/kustomizations/#kustomization-status.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sphinx_gitops.evidence import State

_SYNC = {"Synced": State.SYNCED, "OutOfSync": State.OUT_OF_SYNC, "Unknown": State.UNKNOWN}
_HEALTH = {
    "Healthy": State.HEALTHY,
    "Progressing": State.PROGRESSING,
    "Degraded": State.DEGRADED,
    "Suspended": State.SUSPENDED,
    "Paused": State.SUSPENDED,
    "Missing": State.MISSING,
    "Unknown": State.UNKNOWN,
}
_WAITING = frozenset({"DependencyNotReady", "Progressing", "ProgressingWithRetry", "ArtifactFailed"})
"""Reasons for which Flux is not ready and has not failed."""


def mapping_at(value: object, *keys: str) -> Mapping[str, Any]:
    """The mapping under *keys*, one below the other; empty where there is none."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def text_at(value: object, *keys: str) -> str:
    """The text under *keys*; empty where there is none."""
    found = mapping_at(value, *keys[:-1]).get(keys[-1])
    return found if isinstance(found, str) else ""


def _conditions(status: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """The status and the reason of each condition by its type."""
    found = status.get("conditions")
    rows = (one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()
    return {text_at(one, "type"): (text_at(one, "status"), text_at(one, "reason")) for one in rows}


def _argo(status: Mapping[str, Any]) -> Iterator[State]:
    """What Argo CD says of an Application, and Argo Rollouts of a Rollout."""
    for words, word in ((_SYNC, text_at(status, "sync", "status")), (_HEALTH, text_at(status, "health", "status"))):
        if word:
            yield words.get(word, State.UNKNOWN)
    if text_at(status, "phase"):
        yield _HEALTH.get(text_at(status, "phase"), State.UNKNOWN)


def _is_behind(status: Mapping[str, Any]) -> bool:
    """Whether the last revision that was tried is not the one that is applied."""
    tried, applied = text_at(status, "lastAttemptedRevision"), text_at(status, "lastAppliedRevision")
    return bool(tried and applied and tried != applied)


def _conditioned(status: Mapping[str, Any]) -> Iterator[State]:
    """What conditions say, as Flux writes them."""
    found = _conditions(status)
    ready, reason = found.get("Ready", ("", ""))
    stalled, reconciling = (found.get(name, ("", ""))[0] == "True" for name in ("Stalled", "Reconciling"))
    failed = any(found.get(name, ("", ""))[0] == "False" for name in ("Healthy", "TestSuccess"))
    if stalled or failed or found.get("ErrorOccurred", ("", ""))[0] == "True":
        yield State.DEGRADED
    elif ready == "True":
        yield from (State.SYNCED, State.HEALTHY)
    elif ready and (reconciling or reason in _WAITING):
        yield State.PROGRESSING
    elif ready == "False":
        yield State.DEGRADED
    elif found.get("ResourcesUpToDate", ("", ""))[0] == "True":
        yield State.SYNCED
    if ready != "True" and _is_behind(status):
        yield State.OUT_OF_SYNC


def states_of(item: Mapping[str, Any]) -> tuple[State, ...]:
    """The states of an object, what needs most attention first; unknown where nothing says any."""
    status = mapping_at(item, "status")
    found = {*_argo(status), *_conditioned(status)}
    if mapping_at(item, "spec").get("suspend") is True:
        found = {State.SUSPENDED, *(found - {State.PROGRESSING})}
    return tuple(sorted(found or {State.UNKNOWN}, key=lambda state: state.rank))
