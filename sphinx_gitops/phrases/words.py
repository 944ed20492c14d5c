"""The words that are ours, and not the writer's; ``tools/catalogue.py`` makes a message catalogue of them."""

from __future__ import annotations

MARK_WORDS = {"sync": "sync point", "verification": "verification step", "security": "security check"}
"""What a mark means."""

STATE_WORDS = {
    "degraded": "degraded",
    "missing": "missing",
    "out-of-sync": "out of sync",
    "progressing": "progressing",
    "unknown": "status unknown",
    "suspended": "suspended",
    "synced": "synced",
    "healthy": "healthy",
}
"""How an object is in a cluster."""

CLASS_WORDS = {
    "source": "Source",
    "build": "Build",
    "verify": "Verification",
    "security": "Security",
    "ops": "Operator",
    "manage": "Resources",
    "platform": "Platform",
    "monitor": "Monitoring",
    "neutral": "Other",
}
"""The words of a legend for the built-in colour classes."""

AUTOMATION_WORDS = ("automated", "prune", "self-heal", "by hand", "suspended")
"""How changes reach a cluster."""

TEXT_VERSION = "Text version of the diagram"
WHOLE_PICTURE = "Open the whole picture"
SKIP_PICTURE = "Skip the picture"
IN_PICTURE = "in the picture"
SCRIPT_WORDS = {
    "tools": "Tools of the picture",
    "in": "Zoom in",
    "out": "Zoom out",
    "fit": "Fit",
    "whole": "Fit the picture",
    "full": "Full screen",
    "leave": "Leave full screen",
    "search": "Find a component",
    "found": "{count} found",
}
"""The words of the script's buttons and of its search."""
FLOWS = "Flows"
PAGE = "page"
NOTE = "Note: {note}"
OWNER = "owner: {owner}"
PLACE = "in {stage}"
REVISION = "revision {revision}"
PATH = "path {path}"
SOME = "{state} ({count} of {total})"
STATUS_TIME = "status of {time}"
FOCUS = "in focus"
BREAKS = "breaks {rule}"
BREAKS_RULE = "breaks a rule"
PULLED = "promotion: available to be pulled"
PULLED_SHORT = "promotion, pulled"
"""What the arrow of a promotion means, where a legend has room for it."""
ELSEWHERE = "in another workflow"
ABROAD = "in another project"
SOURCE = "Mermaid source"
STAGE_HEADING = "Stage: {stage}"
KIND_HEADING = "Kind: {kind}"
NO_KIND = "no kind"
COMPONENTS = "Components"
WORKFLOW_ENTRY = "{title} (workflow)"
COMPONENT_ENTRY = "{title} (component in {workflow})"
PART_ENTRY = "{title} (part of {workflow})"

RUNBOOK_ENTRY = "{title} (runbook)"
ALERT_ENTRY = "{title} (alert)"
ALERTS = "Alerts"
EXPRESSION = "Expression"
FOR = "for {duration}"
PART_OF = "Part of"
OWNER_FIELD = "Owner"
SYMPTOMS = "Symptoms"
TAGS = "Tags"
MANIFEST = "Manifest"
LINKS = "Links"
RECEIVES = "Receives from"
SENDS = "Sends to"
RUNBOOKS = "Runbooks"
MENTIONS = "Mentioned in"
SEVERITY = "Severity"
AT_BOX = "at {box}"

NOTHING = "Nothing to list."
AUDIT_COLUMNS = ("Practice", "Rule", "Result", "Evidence")
"""The heads of the columns of an audit."""
RESULT_WORDS = {"met": "met", "waived": "waived", "not met": "not met", "unverifiable": "unverifiable"}
"""What an audit says of a practice."""
AUDIT_COUNTS = {
    "met": "{count} met",
    "waived": "{count} waived",
    "not met": "{count} not met",
    "unverifiable": "{count} unverifiable",
}
"""How many practices there are of each result."""
LEVEL = "Level reached: {level}."
NO_LEVEL = "No level is reached."
LEVEL_LACKS = "Missing for {level}:"
MORE = "and {count} more"
OWN_PRACTICES = "Practices of the team"
"""The section of the practices that only the body of an audit has."""
CHECKED_IN = "checked in {place}"
CHECKED_IN_WORKFLOW = "checked in the workflow {place}"
NO_RULE = "no rule checks this"
RULE_OFF = "the project has turned this rule off"
NO_REPOSITORY = "the workflow names no repository under manifests"
NO_BINDING = "no component names a manifest"
ONLY_DECLARED = "manifests do not say, and the workflow is what they declare"
NOTHING_FOR_PRODUCTION = "nothing in the repository is known to be for production and to take a revision"
AUDIT_REMARKS = (
    CHECKED_IN,
    CHECKED_IN_WORKFLOW,
    NO_RULE,
    RULE_OFF,
    NO_REPOSITORY,
    NO_BINDING,
    ONLY_DECLARED,
    NOTHING_FOR_PRODUCTION,
    "no environment of the tier production is shown",
    "no component of the tier production is shown",
    "no flow of the kind promotion is shown",
    "no way from code to production is shown",
    "runbooks are not known here",
    "flows lead to components of other workflows that are not known here",
)
"""Why a practice is kept, or cannot be known; what findings say is in English, as in the messages of a build."""

PHRASES = (
    TEXT_VERSION,
    WHOLE_PICTURE,
    SKIP_PICTURE,
    IN_PICTURE,
    *SCRIPT_WORDS.values(),
    FLOWS,
    PAGE,
    NOTE,
    OWNER,
    PLACE,
    REVISION,
    PATH,
    SOME,
    STATUS_TIME,
    FOCUS,
    BREAKS,
    BREAKS_RULE,
    PULLED,
    PULLED_SHORT,
    ELSEWHERE,
    ABROAD,
    SOURCE,
    STAGE_HEADING,
    KIND_HEADING,
    NO_KIND,
    COMPONENTS,
    WORKFLOW_ENTRY,
    COMPONENT_ENTRY,
    PART_ENTRY,
    RUNBOOK_ENTRY,
    ALERT_ENTRY,
    ALERTS,
    EXPRESSION,
    FOR,
    PART_OF,
    OWNER_FIELD,
    SYMPTOMS,
    TAGS,
    MANIFEST,
    LINKS,
    RECEIVES,
    SENDS,
    RUNBOOKS,
    MENTIONS,
    SEVERITY,
    AT_BOX,
    NOTHING,
    *AUDIT_COLUMNS,
    *RESULT_WORDS.values(),
    *AUDIT_COUNTS.values(),
    LEVEL,
    NO_LEVEL,
    LEVEL_LACKS,
    MORE,
    OWN_PRACTICES,
    *AUDIT_REMARKS,
    *("incident response", "disaster recovery", "deployment"),
)
"""The words around a diagram."""

COMPONENT_COUNT = ("{count} component", "{count} components")
FLOW_COUNT = ("{count} flow", "{count} flows")
NOT_SHOWN = ("{count} component is not shown.", "{count} components are not shown.")
SEE_TEXT = (
    "{count} component is not shown: see the text version.",
    "{count} components are not shown: see the text version.",
)
SEE_WORKFLOW = (
    "{count} component is not shown: see {workflow}.",
    "{count} components are not shown: see {workflow}.",
)

PLURALS = (COMPONENT_COUNT, FLOW_COUNT, NOT_SHOWN, SEE_TEXT, SEE_WORKFLOW)
"""Phrases with a number."""
