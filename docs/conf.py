"""The manual, built with the extension itself."""

import ast
from itertools import pairwise
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_gitops import api, rules
from sphinx_gitops.diff.marking import marked
from sphinx_gitops.render.painting.signs.badges import draw_badge
from sphinx_gitops.render.painting.signs.glyphs import GLYPHS
from sphinx_gitops.rule import Domain, Rule
from sphinx_gitops.scene import Scene
from sphinx_gitops.vocabulary import DEFAULT

project = "sphinx-gitops"
author = "The sphinx-gitops contributors"
copyright = "the sphinx-gitops contributors"
extensions = ["sphinx_gitops", "myst_parser", "sphinx.ext.autodoc"]
autodoc_typehints = "none"
autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
html_theme = "furo"
html_title = "sphinx-gitops"
html_static_path = ["_static"]
exclude_patterns = ["demo", "examples", "_build"]
numfig = True
myst_enable_extensions = ["colon_fence", "deflist"]
latex_engine = "lualatex"
latex_use_xindy = False
gitops_html_output = "svg"
gitops_rules_profile = "strict"  # the page that breaks every rule shows all of them
gitops_rules = {rule.code: "info" for rule in rules.RULES}
gitops_alerts = ["gallery/rules"]
gitops_alerts_base = "https://docs.example/"


class CodesDirective(SphinxDirective):
    """Prints every code with its meaning, from the enum itself."""

    def run(self) -> list[nodes.Node]:
        path = Path(__file__).parent.parent / "sphinx_gitops" / "problems.py"
        self.env.note_dependency(str(path))
        tree = ast.parse(path.read_text(encoding="utf-8"))
        body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Code")[1:]
        found = nodes.definition_list()
        for member, meaning in pairwise(body):
            if not (isinstance(member, ast.Assign) and isinstance(meaning, ast.Expr)):
                continue
            term = nodes.term("", "", nodes.literal("", f"gitops.{member.value.value}"))
            words = nodes.paragraph("", meaning.value.value.replace("``", ""))
            found += nodes.definition_list_item("", term, nodes.definition("", words))
        return [found]


class GlyphsDirective(SphinxDirective):
    """Draws the glyph of every kind beside its name, from the table that pictures are drawn from."""

    def run(self) -> list[nodes.Node]:
        found = nodes.bullet_list(classes=["gitops-glyphs"])
        for kind, glyph in GLYPHS.items():
            disc, ink = "var(--gitops-edge-stroke,#4a5563)", "var(--gitops-group-fill,#ffffff)"
            drawn = draw_badge(glyph, 9.0, 9.0, disc=disc, ink=ink)
            svg = f'<svg viewBox="0 0 18 18" width="27" height="27" role="img" aria-label="{kind}">{drawn}</svg> '
            words = nodes.paragraph("", "", nodes.raw("", svg, format="html"), nodes.literal("", kind))
            found += nodes.list_item("", words)
        return [found]


class ChangeDirective(SphinxDirective):
    """Draws what changes from one workflow to another, as ``sphinx-gitops diff`` does."""

    required_arguments = 2

    def run(self) -> list[nodes.Node]:
        paths = [self.env.relfn2path(name)[1] for name in self.arguments]
        for path in paths:
            self.env.note_dependency(path)
        found = marked(*map(api.read, paths), DEFAULT)
        svg, _ = api.draw_scene(found.scene, pages={}, colours="auto", legend=found.legend)
        return [nodes.raw("", svg.decode(), format="html"), nodes.raw("", self.words(found.scene), format="latex")]

    def words(self, scene: Scene) -> str:
        return rf"\emph{{{scene.description}}}"


class RulesDirective(SphinxDirective):
    """Prints every rule of a domain as a section, from the rules themselves."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        package = Path(rules.__file__).parent.parent
        for path in (package / "rule.py", *package.glob("rules/**/*.py"), *package.glob("*/rules/*.py")):
            self.env.note_dependency(str(path))
        domain = Domain(self.arguments[0])
        return [self.section(rule) for rule in rules.RULES if rule.domain is domain]

    def section(self, rule: Rule) -> nodes.section:
        found = nodes.section("", nodes.title("", "", nodes.literal("", rule.code)), ids=[f"rule-{rule.code}"])
        severity = f"{rule.severity.value}, from the profile "
        counts = nodes.paragraph("", severity, nodes.literal("", rule.profile.value), nodes.Text(" on"))
        found += [
            nodes.paragraph("", "", nodes.strong("", rule.message)),
            counts,
            nodes.paragraph("", rule.explanation),
        ]
        for words, text in (("Breaks it:", rule.breaks), ("Keeps it:", rule.keeps)):
            found += [nodes.paragraph("", words), nodes.literal_block(text, text, language="yaml")]
        if rule.source:
            title, address = rule.source
            found += nodes.paragraph("", "Source: ", nodes.reference("", title, refuri=address))
        self.state.document.note_explicit_target(found, found)
        return found


def setup(app) -> None:  # noqa: ANN001 - a Sphinx application
    app.add_directive("gitops-change", ChangeDirective)
    app.add_directive("gitops-codes", CodesDirective)
    app.add_directive("gitops-glyphs", GlyphsDirective)
    app.add_directive("gitops-rules", RulesDirective)
