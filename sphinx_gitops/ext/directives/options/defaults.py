"""``gitops_defaults`` and what else is a default in, options out, for the directives that are not given them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from docutils.parsers.rst import directives
from sphinx.config import Config

from sphinx_gitops.ext.config import report_fault
from sphinx_gitops.ext.config_values import MANY, theme_width
from sphinx_gitops.ext.directives.options.figure_options import FIGURE_OPTIONS, OWN_OPTIONS
from sphinx_gitops.ext.directives.options.options import FIT
from sphinx_gitops.suggest import listed, near

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_DEFAULTS = {name: read for name, read in FIGURE_OPTIONS.items() if name not in OWN_OPTIONS}
_ORIGIN_OPTIONS = frozenset({"template", "from", "no-index", "no-index-entry"})
"""Those that say where a workflow comes from, and where it is known."""
_read: WeakKeyDictionary[Config, Mapping[str, Any]] = WeakKeyDictionary()
"""The options of each configuration, which is complete when they are asked for."""


def default_options(config: Config) -> Mapping[str, Any]:
    """The project's options, as a directive would have read them."""
    if config not in _read:
        _read[config] = _options(config)[0]
    return _read[config]


def _value(name: str, value: object) -> object:
    """One option by the reader of the directive's own; raises ValueError where it cannot be used."""
    if name in OWN_OPTIONS or name in _ORIGIN_OPTIONS:
        raise ValueError("this is an option of one picture, and no default")
    if name not in _DEFAULTS:
        raise ValueError(f"there is no such option{near(name, _DEFAULTS) or '; known: ' + listed(_DEFAULTS)}")
    read = _DEFAULTS[name]
    if read is directives.flag:
        if not isinstance(value, bool):
            raise ValueError(f"expected True or False, found {value!r}")
        return value
    if name == "config" and isinstance(value, Mapping):
        return read(json.dumps(value))
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise ValueError(f"expected the text of the option, found {value!r}")  # noqa: TRY004 - as docutils does
    return read(str(value))


def _given(config: Config) -> Iterator[tuple[str, str, object]]:
    """Each default: how it is written in ``conf.py``, the option, and the value."""
    yield "gitops_outline", "outline", config.gitops_outline
    if isinstance(config.gitops_defaults, Mapping):
        for name, value in config.gitops_defaults.items():
            yield f"gitops_defaults[{name!r}]", str(name), value


def _options(config: Config) -> tuple[Mapping[str, Any], list[tuple[str, str]]]:
    """The options that can be used, and where and what is wrong with each other one."""
    found: dict[str, Any] = {"fit": config.gitops_width}
    faults: list[tuple[str, str]] = []
    for written, name, value in _given(config):
        try:
            read = _value(name, value)
        except (TypeError, ValueError) as error:
            faults.append((written, str(error)))
            continue
        if isinstance(read, dict) and name == "outline":
            read = {**found.get(name, {}), **read}  # a default of one medium leaves that of the other
        if read is not False:
            found[name] = None if read is True else read
    return found, faults


def check(app: Sphinx, config: Config) -> None:
    """Report each default that cannot be used, and put the usual one in the place of a number."""
    _, faults = _options(config)
    width, many = config.gitops_width, config.gitops_collapse_above
    if width is not None and width not in FIT:
        usual = config.gitops_width = theme_width(config.html_theme)
        faults.append(("gitops_width", f"{width!r} is no width from {FIT[0]} to {FIT[-1]} px; {usual} is taken"))
    if many is not None and (isinstance(many, bool) or not isinstance(many, int) or many < 0):
        config.gitops_collapse_above = MANY
        message = f"{many!r} is no number of components, and not None; {MANY} is taken"
        faults.append(("gitops_collapse_above", message))
    for path, message in faults:
        report_fault(app, path, message)
