"""The names, defaults and types of all values of ``conf.py`` that are ours, declared; nothing of them is read here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sphinx_gitops.settings.defaults import DEFAULTS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

PREFIX = "gitops_"
"""How every setting of ours begins."""
HTML_OUTPUTS = ("auto", "svg", "mermaid")
NODE_TARGETS = ("entry", "runbook")
BASELINE = "gitops_baseline"
"""An earlier report of drift, as seen from the folder of ``conf.py``."""
MANY = 80
"""A diagram of more components is drawn with its stages folded."""
WIDTH = 736
"""The width of the text in common themes, in px."""
_WIDTHS = {
    "alabaster": 672,
    "pydata_sphinx_theme": 640,
    "sphinx_book_theme": 704,
    "sphinx_rtd_theme": 720,
}
"""Widths in px that the column of a theme shows at 95 % and more on a screen of 1280 px."""
_ANY = (Any,)
"""The types of a value of which we complain ourselves, with a code."""
_VALUES: tuple[tuple[str, object, Literal["", "env", "html"], tuple[Any, ...]], ...] = (
    ("gitops_html_output", HTML_OUTPUTS[0], "env", _ANY),
    ("gitops_node_target", NODE_TARGETS[0], "env", _ANY),
    *((name, default, "env", _ANY) for name, default in DEFAULTS.items()),
    (BASELINE, "", "", _ANY),
    ("gitops_defaults", {}, "env", (dict,)),
    ("gitops_width", None, "env", (int, type(None))),
    ("gitops_collapse_above", MANY, "env", (int, type(None))),
    ("gitops_outline", "collapsed", "env", _ANY),
    ("gitops_export", True, "", (bool,)),
    ("gitops_audit_date", "", "", (str,)),
    ("gitops_script", False, "html", (bool,)),
    ("gitops_dark_selectors", [], "html", (list, tuple)),
)
"""Name, default, what is made again when it changes, and types."""


def theme_width(theme: str) -> int:
    """The width in px that pictures are laid out for in a theme; that of furo for one that is not known."""
    return _WIDTHS.get(theme, WIDTH)


def given(app: Sphinx, config: Config) -> bool:
    """Whether a value of ours is given, or ``conf.py`` has a name that looks like one: only then there are faults."""
    if any(config[name] is not default for name, default, _, _ in _VALUES):
        return True
    try:
        return PREFIX.encode() in Path(app.confdir, "conf.py").read_bytes()
    except OSError:  # a project may have none
        return False


def has_alerts(app: Sphinx, *_: object) -> bool:
    """Whether the project has alerts."""
    return bool(app.config.gitops_alerts)


def has_script(app: Sphinx, *_: object) -> bool:
    """Whether pages may get our script."""
    return bool(app.config.gitops_script)


def _fit(app: Sphinx, config: Config) -> None:
    """Have pictures fit the theme where the project says no width."""
    if config.gitops_width is None:
        config.gitops_width = theme_width(config.html_theme)


def setup(app: Sphinx) -> None:
    """Declare the values; the width is settled once others have changed the configuration."""
    for value in _VALUES:
        app.add_config_value(*value)
    app.connect("config-inited", _fit, priority=900)
