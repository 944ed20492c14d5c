"""Assessments in, an OSCAL component definition out; its ids are made from names, and its date is the project's own.

https://pages.nist.gov/OSCAL-Reference/models/v1.1.2/component-definition/json-outline/
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable

from sphinx_gitops.audit.assessment import Assessment, AssessmentRow, Result
from sphinx_gitops.audit.audit_json import Audit
from sphinx_gitops.audit.framework import Control, Framework
from sphinx_gitops.rules import rule_of

OSCAL_VERSION = "1.1.2"
UNDATED = "1970-01-01T00:00:00+00:00"
"""The date of a document whose project gives none: OSCAL wants one, and builds have no time in them."""
NAMESPACE = "https://sphinx-gitops.readthedocs.io/oscal"
"""What our properties are named in."""
_ROOT = uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)
_NO_TOKEN = re.compile(r"[^\w.-]+")
_RANK = (Result.NOT_MET, Result.UNVERIFIABLE, Result.WAIVED, Result.MET)
"""Results, the one that decides a control first."""


def _id(*names: str) -> str:
    """An id that is the same for the same names."""
    return str(uuid.uuid5(_ROOT, "\n".join(names)))


def _token(name: str) -> str:
    """A name as OSCAL allows it for a control."""
    found = _NO_TOKEN.sub("-", name).strip("-") or "control"
    return found if found[0].isalpha() or found[0] == "_" else f"_{found}"


def _property(name: str, value: str) -> dict[str, object]:
    return {"name": name, "ns": NAMESPACE, "value": value}


def _described(row: AssessmentRow) -> str:
    rule = rule_of(row.rule)
    evidence = "; ".join(dict.fromkeys(proof.name for proof in row.evidence))
    parts = [
        f"{rule.requirement if rule else 'No rule checks this.'} Result: {row.result.value}.",
        *(f"{remark}." for remark in row.remarks),
        f"Evidence: {evidence}." if evidence else "",
    ]
    return " ".join(filter(None, parts))


def _requirement(found: Assessment, control: Control, names: tuple[str, ...]) -> dict[str, object]:
    """What is known of one control."""
    rows = found.of(control)
    result = min((row.result for row in rows), key=_RANK.index, default=Result.UNVERIFIABLE)
    rules = [_property("rule", row.rule) for row in rows if row.rule]
    return {
        "uuid": _id(*names, control.id),
        "control-id": _token(control.id),
        "description": " ".join(filter(None, (f"{control.title}.", control.prose, *map(_described, rows)))),
        "props": [_property("result", result.value.replace(" ", "-")), *rules],
    }


def _source(framework: Framework) -> str:
    """The address of the framework; one without is named by ours."""
    return framework.url or f"{NAMESPACE}/{_token(framework.title)}"


def _implementation(found: Assessment, names: tuple[str, ...]) -> dict[str, object]:
    framework = found.framework
    own = (*names, framework.title, framework.version)
    return {
        "uuid": _id(*own),
        "source": _source(framework),
        "description": " ".join(filter(None, (framework.title, framework.version))),
        "implemented-requirements": [_requirement(found, control, own) for control in framework.controls],
    }


def oscal_json(audits: Iterable[Audit], project: str, version: str = "", date: str = "") -> str:
    """The text of the component definition: a component for each workflow, with each of its frameworks."""
    workflows: dict[str, list[Assessment]] = {}
    for audit in audits:
        found = audit.assessment
        own = workflows.setdefault(found.workflow, []) if found.framework.controls else []
        if all(one.framework != found.framework for one in own):
            own.append(found)
    names = ("component-definition", project)
    metadata: dict[str, object] = {
        "title": project or "Delivery",
        "last-modified": date or UNDATED,
        "version": version or "0",
        "oscal-version": OSCAL_VERSION,
    }
    components = [
        {
            "uuid": _id(*names, workflow),
            "type": "process-procedure",
            "title": found[0].title or workflow,
            "description": f"The delivery workflow {workflow}.",
            "control-implementations": [_implementation(one, (*names, workflow)) for one in found],
        }
        for workflow, found in sorted(workflows.items())
    ]
    document: dict[str, object] = {"uuid": _id(*names), "metadata": metadata}
    if components:
        document["components"] = components
    return json.dumps({"component-definition": document}, indent=2, ensure_ascii=False) + "\n"
