"""The stylesheets: ours, one with the colours of ``conf.py``, and one with the ``styles`` of workflows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.ext.outputs.static_files import write_static, write_text
from sphinx_gitops.ext.report import report
from sphinx_gitops.palette import DEFAULT
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.render.painting.style_sheet.colour_schemes import KNOWN, plate_rule, read_sign, rules, scheme_rules
from sphinx_gitops.scene import Swatch

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SHEET = "gitops.css"
THEME = "gitops-theme.css"
CUSTOM = "gitops-custom.css"


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
    for text in app.config.gitops_dark_selectors:
        try:
            found.append(read_sign(str(text)))
        except ValueError as error:
            report([Problem(code=Code.OPTION, message=f"gitops_dark_selectors: {error}", span=Span("conf.py", 1))])
    return found


def _write_custom(app: Sphinx, exception: Exception | None) -> None:
    """Write the workflows' styles, known when all documents are read."""
    text = custom_css(gitops_domain(app.env).styles) if capabilities(app).stylesheet and not exception else ""
    if text:
        write_text(app, CUSTOM, text)


def _link(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Link the workflows' styles from pages that need them; without a checksum, which other pages would change."""
    if doctree is None or not capabilities(app).stylesheet or not _has_custom(doctree):
        return
    address = context["pathto"]("_static/" + CUSTOM, resource=True)
    context["metatags"] = context.get("metatags", "") + f'\n<link rel="stylesheet" type="text/css" href="{address}" />'


def _has_custom(doctree: nodes.document) -> bool:
    return any("gitops-styled" in figure["classes"] for figure in doctree.findall(nodes.figure))


def _add_static(app: Sphinx) -> None:
    """Add our sheet, and after it the colours of ``conf.py``, both before the sheets of the project."""
    if not capabilities(app).stylesheet:
        return
    write_static(app, SHEET)
    app.add_css_file(SHEET)
    signs = _signs(app)
    plate = app.config.html_theme not in KNOWN and not signs
    text = theme_css(vocabulary(app.config).swatches, signs, plate=plate)
    if text:
        write_text(app, THEME, text)
        app.add_css_file(THEME)


def setup(app: Sphinx) -> None:
    """Announce the stylesheets, and the project's own signs of dark pages."""
    app.add_config_value("gitops_dark_selectors", [], "html", (list, tuple))
    app.connect("builder-inited", _add_static)
    app.connect("build-finished", _write_custom)
    app.connect("html-page-context", _link)
