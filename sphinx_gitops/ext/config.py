"""What ``conf.py`` may say, each value checked once a build, and the settings that follow from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from sphinx_gitops.ext.report import report
from sphinx_gitops.problems import Span
from sphinx_gitops.render import known
from sphinx_gitops.rules import check_codes
from sphinx_gitops.settings import NAMES, Settings, read_conf, read_settings
from sphinx_gitops.settings.conf_file import CONF_PY
from sphinx_gitops.settings.faults import Faults
from sphinx_gitops.settings.project import DEFAULTS
from sphinx_gitops.suggest import near
from sphinx_gitops.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config

HTML_OUTPUTS = ("auto", "svg", "mermaid")
NODE_TARGETS = ("entry", "runbook")
TIMEOUT, LONGEST = 20.0, 86_400
"""Seconds for one diagram: the default, and the most that may be given."""
PREFIX = "gitops_"
"""How every setting of ours begins."""

_settings: WeakKeyDictionary[Config, tuple[dict[str, object], Settings]] = WeakKeyDictionary()
"""The settings of a build, and the values that they were read from."""


def settings(config: Config) -> Settings:
    """The settings of this build, read once, and again where another extension has set a value since."""
    values = {name: config[name] for name in NAMES}
    before, found = _settings.get(config, ({}, None))
    if found is None or any(before[name] is not value for name, value in values.items()):
        found = read_settings(values)[0]
        _settings[config] = values, found
    return found


def vocabulary(config: Config) -> Vocabulary:
    """The vocabulary of this build."""
    return settings(config).vocabulary


def _written(app: Sphinx) -> Mapping[str, Span]:
    """Where ``conf.py`` says what, as far as its text tells."""
    try:
        return read_conf(Path(app.confdir, CONF_PY), (), shown=CONF_PY).lines
    except OSError:  # a project may have none
        return {}


def _check_names(config: Config, written: Mapping[str, Span], faults: Faults) -> None:
    """Complain of each name in ``conf.py`` that looks like a setting of ours and is none."""
    names = [option.name for option in config if option.name.startswith(PREFIX)]
    for name in written:
        hint = near(name, names, cutoff=0.8) if name.startswith(PREFIX) and name not in names else ""
        if hint:
            faults.add(name, f"there is no such setting{hint}")


def _check_words(config: Config, faults: Faults) -> None:
    """Put the default in the place of each word that is none of those known."""
    for name, what, words in (
        ("gitops_engine", "engine", ("auto", *known())),
        ("gitops_html_output", "output", HTML_OUTPUTS),
        ("gitops_node_target", "target", NODE_TARGETS),
    ):
        config[name] = faults.word(config[name], what, words, name) or words[0]


def _check_timeout(config: Config, faults: Faults) -> None:
    value = config.gitops_timeout
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= LONGEST:
        words = f"{value!r} is no number of seconds between 0 and {LONGEST}; {TIMEOUT:g} is taken"
        faults.add("gitops_timeout", words)
        config.gitops_timeout = TIMEOUT


def _check(app: Sphinx, config: Config) -> None:
    """Read the settings, and complain of every fault at once."""
    written = _written(app)
    values = {name: config[name] for name in NAMES}
    found, problems = read_settings(values, written)
    _settings[config] = values, found
    faults = Faults(written)
    _check_words(config, faults)
    _check_timeout(config, faults)
    _check_names(config, written, faults)
    report([*problems, *check_codes(found.rules, written), *faults.problems])


def setup(app: Sphinx) -> None:
    """Declare the configuration values; of their types we complain ourselves, with a code."""
    for name, default in (
        ("gitops_html_output", HTML_OUTPUTS[0]),
        ("gitops_engine", "auto"),
        ("gitops_node_target", NODE_TARGETS[0]),
        ("gitops_timeout", TIMEOUT),
        *DEFAULTS.items(),
    ):
        app.add_config_value(name, default, "env", (Any,))
    app.connect("config-inited", _check)
