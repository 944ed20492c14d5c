"""The stylesheets: ours, and a generated one for a site's own classes and styles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.domain import gitops_domain
from sphinx_gitops.ext.names import css_name
from sphinx_gitops.palette import PALETTE
from sphinx_gitops.scene import Colours, Swatch

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

STATIC = Path(__file__).parent.parent / "static"
SHEET = "gitops.css"
CUSTOM = "gitops-custom.css"
_DARK = (
    '@media not print{{body[data-theme="dark"] {s},html[data-theme="dark"] {s}{{{v}}}}}\n'
    "@media screen and (prefers-color-scheme:dark){{"
    'body[data-theme="auto"] {s},html[data-theme="auto"] {s},'
    'html[data-mode="auto"]:not([data-theme="light"]) {s}{{{v}}}}}'
)


def _variables(name: str, colours: Colours) -> str:
    stem = f"--gitops-{css_name(name)}"
    return f"{stem}-fill:{colours.fill};{stem}-stroke:{colours.stroke};{stem}-text:{colours.text};"


def _rules(selector: str, swatches: dict[str, Swatch]) -> Iterator[str]:
    light = "".join(_variables(name, swatch.light) for name, swatch in swatches.items())
    dark = "".join(_variables(name, swatch.dark) for name, swatch in swatches.items())
    yield f"{selector}{{{light}}}"
    yield _DARK.format(s=selector, v=dark)
    for name in map(css_name, swatches):
        colours = f"background:var(--gitops-{name}-fill);border-color:var(--gitops-{name}-stroke)"
        yield f"{selector} .gitops-legend .gitops-{name}::before{{{colours}}}"


def custom_css(classes: dict[str, Swatch], styles: dict[str, dict[str, Swatch]]) -> str:
    """The rules for classes of ``conf.py`` and for the ``styles`` of workflows; *styles* is by workflow's CSS class."""
    lines: list[str] = []
    if classes:
        lines += _rules(".gitops-workflow", classes)
    for name, swatches in sorted(styles.items()):
        lines += _rules(f".gitops-workflow.{name}", swatches)
    return "\n".join(lines) + "\n" if lines else ""


def _has_custom(doctree: nodes.document) -> bool:
    return any("gitops-styled" in figure["classes"] for figure in doctree.findall(nodes.figure))


def _own_classes(app: Sphinx) -> dict[str, Swatch]:
    return {name: swatch for name, swatch in vocabulary(app.config).classes.items() if PALETTE.get(name) != swatch}


def _write(app: Sphinx, exception: Exception | None) -> None:
    """Write the generated stylesheet beside ours."""
    if exception or not takes_stylesheet(app.builder):
        return
    text = custom_css(_own_classes(app), gitops_domain(app.env).styles)
    if text:
        target = Path(app.outdir) / "_static" / CUSTOM
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())


def _link(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Link the generated stylesheet from the pages that need it; without a checksum, which other pages would change."""
    if (
        doctree is None
        or not takes_stylesheet(app.builder)
        or not (_has_custom(doctree) or (_own_classes(app) and _has_picture(doctree)))
    ):
        return
    address = context["pathto"]("_static/" + CUSTOM, resource=True)
    context["metatags"] = context.get("metatags", "") + f'\n<link rel="stylesheet" type="text/css" href="{address}" />'


def _has_picture(doctree: nodes.document) -> bool:
    return any("gitops-workflow" in figure["classes"] for figure in doctree.findall(nodes.figure))


def takes_stylesheet(builder: Builder) -> bool:
    """Whether pages are HTML with pictures in them: EPUB has images, and readers that know less of CSS."""
    return isinstance(builder, StandaloneHTMLBuilder) and builder.name != "epub"


def _add_static(app: Sphinx) -> None:
    if takes_stylesheet(app.builder):
        app.config.html_static_path.append(str(STATIC))
        app.add_css_file(SHEET)


def setup(app: Sphinx) -> None:
    """Announce the stylesheets."""
    app.connect("builder-inited", _add_static)
    app.connect("build-finished", _write)
    app.connect("html-page-context", _link)
