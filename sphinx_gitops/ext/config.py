"""The values of ``conf.py`` in, each checked once a build, the settings that follow from them out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sphinx_gitops.ext.config_values import BASELINE, HTML_OUTPUTS, NODE_TARGETS, PREFIX
from sphinx_gitops.ext.report import report
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.settings import READ, Settings, read_conf, read_settings
from sphinx_gitops.settings.conf_file import CONF_PY
from sphinx_gitops.settings.faults import Faults
from sphinx_gitops.suggest import Words
from sphinx_gitops.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config

_settings: WeakKeyDictionary[Config, tuple[str, Settings]] = WeakKeyDictionary()
"""The settings of each configuration, beside the values that they were read from, as text: values can be changed."""


def _values(config: Config) -> dict[str, object]:
    return {name: config[name] for name in READ if name in config}


def settings(config: Config) -> Settings:
    """The settings of this build, read once for the same values."""
    values = _values(config)
    before, found = _settings.get(config, ("", None))
    if found is None or before != repr(values):
        found = read_settings(values)[0]
        _settings[config] = repr(values), found
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


def report_fault(app: Sphinx, path: str, message: str, code: Code = Code.OPTION) -> None:
    """Say what is wrong with the value at *path*, such as ``gitops_defaults['legend']``, where ``conf.py`` says it."""
    faults = Faults(_written(app))
    faults.add(path, message, code)
    report(faults.problems)


def _check_names(config: Config, written: Mapping[str, Span], faults: Faults) -> None:
    """Complain of each name in ``conf.py`` that looks like a setting of ours and is none."""
    names = {option.name.removeprefix(PREFIX): option.name for option in config if option.name.startswith(PREFIX)}
    known = Words(names)
    for name in written:
        own = name.removeprefix(PREFIX)
        hint = known.hint(own) if own != name and own not in names else ""
        if hint:
            faults.add(name, f"there is no such setting{hint}")


def _check_words(config: Config, faults: Faults) -> None:
    """Put the default in the place of each word that is none of those known."""
    for name, what, words in (
        ("gitops_html_output", "output", HTML_OUTPUTS),
        ("gitops_node_target", "target", NODE_TARGETS),
    ):
        config[name] = faults.word(config[name], what, words, name) or words[0]
    if not isinstance(config[BASELINE], str):
        faults.add(BASELINE, f"expected the path of a report of drift, found {config[BASELINE]!r}")
        config[BASELINE] = ""


def _check_rules(found: Settings, written: Mapping[str, Span]) -> Iterator[Problem]:
    """What is wrong with the severities of single rules."""
    if found.rules.severities:
        from sphinx_gitops.rules import check_codes  # noqa: PLC0415 - rules are many, and few projects name one

        yield from check_codes(found.rules, written)


def check(app: Sphinx, config: Config) -> None:
    """Read the settings, and complain of every fault at once."""
    written = _written(app)
    values = _values(config)
    found, problems = read_settings(values, written)
    _settings[config] = repr(values), found
    faults = Faults(written)
    _check_words(config, faults)
    _check_names(config, written, faults)
    report([*problems, *_check_rules(found, written), *faults.problems])
