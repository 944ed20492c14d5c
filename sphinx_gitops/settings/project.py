"""The settings of one project as one frozen object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sphinx_gitops.problems import Problem, Span
from sphinx_gitops.settings.alerts import BASEURL, AlertSettings, read_alert_settings
from sphinx_gitops.settings.colours import pale, read_swatches, read_titles
from sphinx_gitops.settings.defaults import DEFAULTS, DOCS_ANNOTATION
from sphinx_gitops.settings.faults import Faults
from sphinx_gitops.settings.kinds import read_kinds
from sphinx_gitops.settings.links import read_docs_annotation
from sphinx_gitops.settings.rules import RuleSettings, read_rules
from sphinx_gitops.vocabulary import DEFAULT, Vocabulary

NAMES = tuple(DEFAULTS)
"""The names of the settings that mean the same to the extension and to the command line."""
READ = (*NAMES, BASEURL)
"""What is read of a ``conf.py``: these, and what Sphinx itself says of the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a project has settled for all its workflows: kinds, colours, rules and alerts."""

    vocabulary: Vocabulary = DEFAULT
    rules: RuleSettings = field(default_factory=RuleSettings)
    alerts: AlertSettings = field(default_factory=AlertSettings)
    docs_annotation: str = DOCS_ANNOTATION
    "The annotation of manifests that holds the link to their component."


def _icons(value: object, faults: Faults) -> bool:
    """Whether kinds have glyphs."""
    if not isinstance(value, bool):
        faults.add("gitops_icons", f"expected True or False, found {value!r}")
    return value is not False


def read_settings(
    values: Mapping[str, object], lines: Mapping[str, Span] | None = None
) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings that *values* give, by their names in ``conf.py``, and every fault of them as a problem.

    The names and what each value may be are those of the manual's page on configuration; other names are not looked at.
    What cannot be used has its default. *lines* tells where values stand; without it they stand in ``conf.py:1``.
    Raises nothing.
    """
    given, faults = {**DEFAULTS, **values}, Faults(lines or {})
    swatches = read_swatches(given["gitops_theme"], given["gitops_classes"], faults)
    coloured = replace(DEFAULT.with_swatches(swatches), icons=_icons(given["gitops_icons"], faults))
    vocabulary = coloured.with_class_titles(read_titles(given["gitops_classes"], faults))
    vocabulary = vocabulary.with_kinds(read_kinds(given["gitops_kinds"], vocabulary.classes, faults))
    rules = read_rules(given["gitops_rules"], given["gitops_rules_profile"], faults)
    alerts = read_alert_settings(given, faults)
    link = read_docs_annotation(given, faults)
    return Settings(vocabulary=vocabulary, rules=rules, alerts=alerts, docs_annotation=link), (
        *faults.problems,
        *pale(swatches, lines, given["gitops_classes"]),
    )
