"""A diagram with text beside it is as wide as its picture, leaves the text its room, and no other diagram beside it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser
THEMES = ("furo", "pydata_sphinx_theme", "sphinx_rtd_theme", "alabaster", "basic")
WORDS = "Words of a paragraph that stands beside the diagram, or below it where there is no room. " * 8
CAPTION = "A caption that says at some length what is to be seen in the picture above it"
MEASURE = """() => {
  const box = element => element.getBoundingClientRect().toJSON();
  return [...document.querySelectorAll("figure.gitops-workflow")].map(figure => ({
    float: getComputedStyle(figure).float,
    figure: box(figure),
    picture: box(figure.querySelector(".gitops-svg")),
    inside: [...figure.querySelectorAll(".caption-text, ul.gitops-legend, ul.gitops-legend li")].map(box),
    legend: box(figure.querySelector("ul.gitops-legend")),
    column: box(figure.parentElement),
  }));
}"""
LINES = """() => {
  const figure = document.querySelector("figure.gitops-workflow").getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents([...document.querySelectorAll("section > p")].find(p => p.textContent.startsWith("Words")));
  return [...range.getClientRects()].filter(line => line.top < figure.bottom).map(line => line.width);
}"""


def diagram(name: str, *options: str) -> str:
    """A diagram of three steps in two stages."""
    given = "\n   ".join(options or [":direction: LR"])
    return f""".. gitops-workflow::
   :caption: {CAPTION}
   {given}

   id: {name}
   title: Soft
   stages:
     first: {{title: Stage, components: {{{name}1: {{title: Scanner, kind: test}}, {name}2: {{title: B, kind: build}}}}}}
     second: {{title: Second, components: {{{name}3: {{title: Argo CD, kind: reconciler}}}}}}
   flows: [{name}1 --> {name}2 --> {name}3]

"""


PAGES = {
    "two": diagram("a", ":align: right", ":width: 300px", ":outline: none") + diagram("b"),
    "sections": diagram("c", ":align: right", ":width: 300px") + "Next\n----\n\n" + diagram("d"),
    "both": diagram("e", ":align: left", ":width: 50%") + WORDS + "\n\n" + diagram("f", ":align: right", ":width: 50%"),
    "plain": diagram("g", ":align: left") + WORDS,
    "pixels": diagram("h", ":align: right", ":width: 300px") + WORDS,
    "half": diagram("i", ":align: left", ":width: 50%", ":legend: right") + WORDS,
    "most": diagram("j", ":align: right", ":width: 90%") + WORDS,
    "template": ".. gitops-workflow::\n   :template: gitops\n   :align: left\n\n" + WORDS,
    "open": diagram("k", ":align: left", ":width: 30%", ":outline: open") + WORDS,
}
BESIDE = ("plain", "pixels", "half", "most", "template")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The pages in each theme, built once."""
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    source, targets = tmp_path_factory.mktemp("beside"), {}
    for name, text in PAGES.items():
        (source / f"{name}.rst").write_text(f"{name}\n========\n\n{text}", encoding="utf-8")
    (source / "index.rst").write_text("T\n=\n\n.. toctree::\n   :glob:\n\n   *\n", encoding="utf-8")

    def build(theme: str):
        if theme not in targets:
            target = tmp_path_factory.mktemp(theme)
            settings = {"extensions": ["sphinx_gitops"], "html_theme": theme}
            with patch_docutils(), docutils_namespace():
                Sphinx(source, None, target, target / "doctrees", "html", settings, status=None).build()
            targets[theme] = target
        return targets[theme]

    return build


@pytest.fixture
def measured(built, page):
    """Opens a page in a theme, and measures its diagrams."""

    def measure(theme: str, name: str, width: int = 1200) -> list[dict]:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(built(theme).joinpath(f"{name}.html").as_uri())
        return page.evaluate(MEASURE)

    return measure


@pytest.mark.parametrize("theme", THEMES)
def test_a_diagram_after_one_beside_text_keeps_its_width(measured, theme):
    for name in ("two", "sections"):
        first, second = measured(theme, name)
        assert first["float"] == "right", name
        assert second["picture"]["width"] > 200, name
        assert second["figure"]["top"] >= first["figure"]["bottom"], name
        assert second["figure"]["width"] == pytest.approx(second["column"]["width"], abs=20), name


@pytest.mark.parametrize("theme", THEMES)
def test_no_text_is_squeezed_between_two_diagrams(measured, theme):
    first, second = measured(theme, "both")
    assert (first["float"], second["float"]) == ("left", "right")
    assert second["figure"]["top"] >= first["figure"]["bottom"]


@pytest.mark.parametrize("theme", THEMES)
def test_caption_and_legend_are_inside_the_width_of_the_picture(measured, theme):
    for name in BESIDE[:-1]:
        (one,) = measured(theme, name)
        picture = one["picture"]
        assert one["figure"]["width"] - picture["width"] < 20, name  # the padding of a theme
        assert len(one["inside"]) > 6
        for part in one["inside"]:
            assert part["left"] >= picture["left"] - 1, name
            assert part["right"] <= picture["right"] + 1, name
        assert one["legend"]["top"] >= picture["bottom"], name


@pytest.mark.parametrize("theme", THEMES)
def test_text_beside_a_diagram_has_a_third_of_the_line(measured, page, theme):
    for width in (768, 1200):
        for name in BESIDE:
            (one,) = measured(theme, name, width)
            column = one["column"]
            assert one["float"] in {"left", "right"}
            left, right = one["figure"]["left"] - column["left"], column["right"] - one["figure"]["right"]
            assert max(left, right) >= column["width"] / 3, (name, width)
            lines = page.evaluate(LINES)
            assert len(lines) > 3
            assert max(lines) > column["width"] / 4, (name, width)  # it ends at a word


@pytest.mark.parametrize("theme", THEMES)
def test_a_width_is_the_picture_s_own(measured, theme):
    for name, share in (("half", 0.5), ("most", 0.6)):
        (one,) = measured(theme, name)
        assert one["figure"]["width"] == pytest.approx(one["column"]["width"] * share, abs=1), name
    (pixels,) = measured(theme, "pixels")
    assert pixels["picture"]["width"] == pytest.approx(300, abs=1)
    (whole,) = measured(theme, "template")
    assert whole["figure"]["right"] <= whole["column"]["left"] + whole["column"]["width"] / 2 + 1
    assert whole["picture"]["right"] <= whole["figure"]["right"]


@pytest.mark.parametrize("theme", THEMES)
def test_a_diagram_stands_alone_on_a_phone(measured, page, theme):
    for name in BESIDE:
        (one,) = measured(theme, name, 390)
        assert one["float"] == "none", name
        assert one["figure"]["width"] == pytest.approx(one["column"]["width"], abs=20), name


@pytest.mark.parametrize("theme", THEMES)
def test_an_open_text_version_begins_below_the_diagram_at_its_left(measured, page, theme):
    (one,) = measured(theme, "open")
    body = page.locator(".gitops-outline-body").bounding_box()
    assert body["y"] >= one["figure"]["bottom"]


@pytest.mark.parametrize("theme", THEMES)
def test_cells_with_several_values_look_like_those_with_one(build, page, theme):
    text = diagram("t") + "".join(
        f".. gitops-runbook:: {name}\n   :title: {name}\n   :components: {about}\n\n"
        for name, about in (("one", "t.t1, t.t2"), ("two", "t.t1"))
    )
    text += ".. gitops-table:: components\n   :columns: component, runbook\n"
    app = build({"index.rst": f"T\n=\n\n{text}"}, html_theme=theme)
    page.goto(app.outdir.joinpath("index.html").as_uri())
    looks = page.locator("table.gitops-table td:nth-child(2) a").evaluate_all(
        "all => all.map(one => [one.getBoundingClientRect().left, getComputedStyle(one).font])"
    )
    assert len(looks) == 3
    assert looks[0] == looks[1] == looks[2]
