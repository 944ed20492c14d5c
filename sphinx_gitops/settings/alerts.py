"""``gitops_alerts`` and what belongs to it in, which rule files, annotations, bases and severities count out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_gitops.settings.faults import Faults

BASEURL = "html_baseurl"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertSettings:
    """Globs of rule files, annotations that hold a link, addresses of the site, severities that want a runbook."""

    globs: tuple[str, ...] = ()
    annotations: tuple[str, ...] = ("runbook_url", "runbook", "documentation")
    bases: tuple[str, ...] = ()
    required: tuple[str, ...] = ("critical", "page")


def _texts(name: str, value: object, faults: Faults) -> tuple[str, ...]:
    """The texts of a list, or one alone; what is none is a fault."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, (list, tuple, set, frozenset)):
        faults.add(name, f"expected a list of texts, found {value!r}")
        return ()
    for item in items:
        if not isinstance(item, str) or not item.strip():
            faults.add(name, f"expected a text, found {item!r}")
    found = [item.strip() for item in items if isinstance(item, str) and item.strip()]
    return tuple(dict.fromkeys(sorted(found) if isinstance(items, (set, frozenset)) else found))


def _bases(values: Mapping[str, object], faults: Faults) -> tuple[str, ...]:
    name = "gitops_alerts_base"
    given = values.get(name)
    if given is None or given in ("", [], ()):
        baseurl = values.get(BASEURL)
        return (baseurl,) if isinstance(baseurl, str) and baseurl.startswith(("http://", "https://")) else ()
    found = _texts(name, given, faults)
    for base in found:
        if not base.lower().startswith(("http://", "https://")):
            faults.add(name, f"{base!r} is no address: write one with its scheme, such as 'https://docs.example/*/'")
    return tuple(base for base in found if base.lower().startswith(("http://", "https://")))


def read_alert_settings(values: Mapping[str, object], faults: Faults) -> AlertSettings:
    """The settings of alerts; *values* has every one of them, and ``html_baseurl`` where that is known."""
    return AlertSettings(
        globs=_texts("gitops_alerts", values["gitops_alerts"], faults),
        annotations=_texts("gitops_alerts_annotations", values["gitops_alerts_annotations"], faults),
        bases=_bases(values, faults),
        required=_texts("gitops_alerts_required", values["gitops_alerts_required"], faults),
    )
