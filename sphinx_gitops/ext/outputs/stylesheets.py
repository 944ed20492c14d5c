"""The stylesheets: ours, one with the colours of ``conf.py``, and one with the ``styles`` of workflows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from sphinx_gitops.ext.config import report_fault, vocabulary
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.outputs.addresses import page_address
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.ext.outputs.static_files import write_static, write_text
from sphinx_gitops.palette import DEFAULT
from sphinx_gitops.render.painting.style_sheet.colour_schemes import KNOWN, plate_rule, read_sign, rules, scheme_rules
from sphinx_gitops.scene import Swatch

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

SHEET = "gitops.css"
THEME = "gitops-theme.css"
CUSTOM = "gitops-custom.css"
_sheets: WeakKeyDictionary[Sphinx, tuple[str, ...]] = WeakKeyDictionary()
"""The sheets that each application's build has written."""


def custom_css(styles: Mapping[str, Mapping[str, Swatch]]) -> str:
    """The rules for the ``styles`` of workflows, by workflow's CSS class."""
    return "".join(f"{rule}\n" for name in sorted(styles) for rule in rules(styles[name], f".gitops-workflow.{name}"))


def theme_css(swatches: Mapping[str, Swatch], signs: Sequence[str] = (), *, plate: bool = False) -> str:
    """The rules for colours that are not the built-in ones, for a project's own *signs* of dark pages, for a plate."""
    own = {name: swatch for name, swatch in swatches.items() if DEFAULT.get(name) != swatch}
    found = [*(rules(own, signs=signs) if own else ()), *(scheme_rules(signs) if signs else ())]
    return "".join(f"{rule}\n" for rule in [*found, *([plate_rule()] if plate else [])])


def _signs(app: Sphinx) -> list[str]:
    """The selectors of ``gitops_dark_selectors`` that can be used; a warning for each other one."""
    found: list[str] = []
    given = app.config.gitops_dark_selectors
    for text in given if isinstance(given, (list, tuple)) else ():  # of another type, Sphinx says that it is wrong
        try:
            found.append(read_sign(text))
        except ValueError as error:
            report_fault(app, "gitops_dark_selectors", str(error))
    return found


def write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write our sheet, and one with the colours of ``conf.py`` where they are others; no page changes by that."""
    if capabilities(app).stylesheet:
        write_static(app, SHEET)
        signs = _signs(app)
        plate = app.config.html_theme not in KNOWN and not signs
        theme = theme_css(vocabulary(app.config).swatches, signs, plate=plate)
        if theme:
            write_text(app, THEME, theme)
        _sheets[app] = (SHEET, THEME) if theme else (SHEET,)
    return []


def write_custom(app: Sphinx, exception: Exception | None) -> None:
    """Write the workflows' styles, known when all documents are read."""
    if exception or not capabilities(app).stylesheet:
        return
    records = gitops_domain(app.env).documents.values()
    text = custom_css({name: swatches for record in records for name, swatches in record.styles.items()})
    if text:
        write_text(app, CUSTOM, text)
    else:
        Path(app.outdir, "_static", CUSTOM).unlink(missing_ok=True)


def link(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Link the sheets from a page that shows something of ours, before the sheets of the project.

    The workflows' styles are linked without a checksum, which other pages would change.
    """
    if doctree is None or not _shown(app, page):
        return
    for sheet in _sheets.get(app, ()):
        app.add_css_file(sheet)
    if app in _sheets and _has_custom(doctree):
        address = relative_uri(page_address(app, page), "_static/" + CUSTOM)
        tag = f'<link rel="stylesheet" type="text/css" href="{address}" />'
        context["metatags"] = f"{context.get('metatags', '')}\n{tag}"


def _shown(app: Sphinx, page: str) -> bool:
    domain = gitops_domain(app.env)
    return domain.in_use if capabilities(app).assembled else domain.record(page).in_use


def _has_custom(doctree: nodes.document) -> bool:
    return any("gitops-styled" in figure["classes"] for figure in doctree.findall(nodes.figure))
