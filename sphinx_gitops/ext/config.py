"""What ``conf.py`` may say, and the vocabulary that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sphinx.config import ENUM, Config

from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.theme import UnusableError, entries, mapping, pale, problem, read_swatches
from sphinx_gitops.model import Mark
from sphinx_gitops.problems import Problem
from sphinx_gitops.reader.fields import listed, near
from sphinx_gitops.scene import Shape, Swatch
from sphinx_gitops.vocabulary import DEFAULT, Kind, Vocabulary

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HTML_OUTPUTS = ("auto", "svg", "mermaid")


def _kind(name: str, value: object, classes: Mapping[str, Swatch]) -> Kind:
    given = mapping(value, ("class", "mark", "shape"))
    colour = str(given.get("class", "neutral"))
    mark, shape = str(given.get("mark", "none")), str(given.get("shape", "rectangle"))
    if colour not in classes:
        raise UnusableError(
            f"there is no class {colour!r}{near(colour, classes) or '; known: ' + listed(sorted(classes))}"
        )
    marks = ("none", *(member.value for member in Mark))
    if mark not in marks:
        raise UnusableError(f"there is no mark {mark!r}{near(mark, marks) or '; known: ' + listed(marks)}")
    shapes = tuple(member.value for member in Shape)
    if shape not in shapes:
        raise UnusableError(f"there is no shape {shape!r}{near(shape, shapes) or '; known: ' + listed(shapes)}")
    return Kind(name=name, colour=colour, mark=None if mark == "none" else Mark(mark), shape=Shape(shape))


def build_vocabulary(kinds: object, classes: object, theme: object = "default") -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary of a project, and what of its ``conf.py`` could not be used."""
    swatches, problems = read_swatches(theme, classes)
    found = DEFAULT.with_swatches(swatches)
    more: dict[str, Kind] = {}
    for name, value in entries("gitops_kinds", kinds, problems):
        try:
            more[name] = _kind(name, value, found.classes)
        except UnusableError as error:
            problems.append(problem(f"gitops_kinds[{name!r}]: {error}"))
    return found.with_kinds(more), problems


_vocabularies: WeakKeyDictionary[Config, tuple[str, Vocabulary]] = WeakKeyDictionary()
"""The vocabulary of each configuration, beside the values that it was made from, as text: they can be changed."""


def vocabulary(config: Config) -> Vocabulary:
    """The vocabulary of this build, made once for the same values."""
    values = (config.gitops_kinds, config.gitops_classes, config.gitops_theme)
    known, text = _vocabularies.get(config), repr(values)
    if known is None or known[0] != text:
        known = _vocabularies[config] = text, build_vocabulary(*values)[0]
    return known[1]


def _check(app: Sphinx, config: Config) -> None:
    words, problems = build_vocabulary(config.gitops_kinds, config.gitops_classes, config.gitops_theme)
    report([*problems, *pale(words.swatches)])


def setup(app: Sphinx) -> None:
    """Declare the configuration values."""
    app.add_config_value("gitops_html_output", "auto", "env", ENUM(*HTML_OUTPUTS))
    app.add_config_value("gitops_node_target", "entry", "env", ENUM("entry", "runbook"))
    app.add_config_value("gitops_kinds", {}, "env", (dict,))
    app.add_config_value("gitops_classes", {}, "env", (dict,))
    app.add_config_value("gitops_theme", "default", "env", (str, dict))
    app.connect("config-inited", _check)
