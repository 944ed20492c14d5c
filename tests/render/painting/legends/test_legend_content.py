"""A legend names what the picture does not say itself, in few rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_gitops.model import FlowKind
from sphinx_gitops.phrases.words import PULLED, PULLED_SHORT
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path, read_text
from sphinx_gitops.render.painting.legends.legend import arrange
from sphinx_gitops.render.painting.legends.legend_content import explained
from sphinx_gitops.styles import Border
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.project import ROOT

PICTURES = [*sorted((ROOT / "docs/gallery").glob("*.yaml")), ROOT / "docs/demo/delivery.yaml"]


def entries(text: str, **options) -> list[tuple[str, str]]:
    workflow = read_text(text, locate=lambda *_: Span("t", 1), default="t").workflow
    return [(entry.what, entry.name) for entry in explained(scene(workflow, DEFAULT), **options)]


def rows(found, width: float) -> int:
    return len({y for _, _, y in arrange(found, width).entries})


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_legend_is_one_row_in_a_column_and_three_on_a_phone(path):
    found = explained(scene(read_path(path).workflow, DEFAULT))
    tells_promotion = any(entry.words == PULLED_SHORT for entry in found)  # what it means is worth a second row
    assert rows(found, 736) <= (2 if tells_promotion else 1)
    assert rows(found, 343) <= 3


def test_the_legend_of_the_template_is_one_row(tmp_path):
    (tmp_path / "empty.yaml").write_text("{}\n", encoding="utf-8")
    shown = scene(read_path(tmp_path / "empty.yaml", template="gitops").workflow, DEFAULT)
    found = explained(shown)
    assert len(shown.boxes) == 5
    assert rows(found, 736) == 1
    assert {entry.name for entry in found} >= {"verification", "security", "sync", "promotion"}


def test_a_class_that_one_title_says_is_not_explained():
    text = "stages: {a: {kind: source, components: {A: A}}, b: {kind: ci, components: {B: B}}}"
    assert entries(text) == []


def test_classes_that_no_title_tells_apart_are_explained():
    text = "stages: {a: {components: {A: {class: source}, B: {class: build}}}, b: {components: {C: {class: source}}}}"
    assert ("class", "source") in entries(text)


@pytest.mark.parametrize(("title", "said"), [("Production EU", True), ("Shop", False)])
def test_a_border_is_explained_unless_the_title_says_it(title, said):
    text = f"stages: {{s: {{components: {{A: {{title: {title}, kind: environment, tier: production}}}}}}}}"
    assert (("border", "production") in entries(text)) is not said


@pytest.mark.parametrize(("label", "said"), [("|by hand|", True), ("", False)])
def test_a_kind_of_flow_is_explained_unless_every_arrow_has_a_label(label, said):
    text = f"stages: {{s: {{components: {{A: A, B: B}}}}}}\nflows: ['A <-->{label} B']"
    assert (("flow", "sync") in entries(text)) is not said


@pytest.mark.parametrize("label", ["|by hand|", ""])
def test_what_a_promotion_means_is_said_whatever_its_label(label):
    text = f"stages: {{s: {{components: {{A: A, B: B}}}}}}\nflows: ['A ==>{label} B']"
    assert ("flow", "promotion") in entries(text)


@pytest.mark.parametrize("path", sorted((ROOT / "docs/gallery").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_legend_of_the_gallery_says_what_a_promotion_means(path):
    shown = scene(read_path(path).workflow, DEFAULT)
    words = {entry.words for entry in explained(shown)}
    promotes = any(edge.kind is FlowKind.PROMOTION for edge in shown.edges)
    assert bool(words & {PULLED, PULLED_SHORT}) is promotes


def test_the_plain_arrow_is_not_explained():
    assert entries("stages: {s: {components: {A: A, B: B}}}\nflows: [A --> B]") == []


@pytest.mark.parametrize(("title", "said"), [("Security Scanner", True), ("Trivy", False)])
def test_a_glyph_is_explained_unless_a_title_says_the_kind(title, said):
    text = f"stages: {{s: {{components: {{A: {{title: {title}, kind: security-scan}}}}}}}}"
    assert (("kind", "security-scan") in entries(text)) is not said
    assert ("kind", "security-scan") not in entries(text, signs=True)


def test_the_only_class_of_a_picture_is_not_explained():
    assert entries("stages: {a: {components: {A: {class: build}}}, b: {components: {B: {class: build}}}}") == []


def test_what_has_no_kind_is_not_explained():
    text = "stages: {a: {components: {A: A, B: {class: build}}}, b: {components: {C: {class: build}, D: D}}}"
    assert ("class", "neutral") not in entries(text)


NEEDED = ("reconciler", "registry", "approval", "lint", "build", "signing", "policy", "monitoring", "logging")


@pytest.mark.parametrize("count", range(1, len(NEEDED) + 1))
def test_of_the_kinds_that_no_title_says_all_are_explained_or_none(count):
    components = ", ".join(f"C{n}: {{title: Xyz{n}, kind: {kind}}}" for n, kind in enumerate(NEEDED[:count]))
    found = [name for what, name in entries(f"stages: {{s: {{components: {{{components}}}}}}}") if what == "kind"]
    assert found in ([], list(NEEDED[:count]))
    assert bool(found) is (count <= 5)


@pytest.mark.parametrize(("below", "said"), [("Clusters", True), ("", False)])
def test_what_is_of_another_workflow_is_explained_unless_that_is_named_below_it(below, said):
    shown = scene(read_text("stages: {s: {components: {A: A}}}", locate=lambda *_: Span("t", 1), default="t").workflow, DEFAULT)  # fmt: skip
    (box,) = shown.boxes
    foreign = replace(box.nodes[0], key="f", border=Border.FOREIGN, under=below)
    found = [(entry.what, entry.name) for entry in explained(replace(shown, nodes=(foreign,)))]
    assert (("border", "foreign") in found) is not said
