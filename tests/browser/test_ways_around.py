"""Without a script, from a folder, under a strict policy: past a picture, to the whole of it, into it and back."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self' file:; img-src 'self' file:\">"
WIDE = """Site
====

.. gitops-workflow::
   :fit: 2400

   id: wide
   direction: LR
   stages:
     a: {title: Source, components: {A: Application repository, A2: Configuration repository}}
     b: {title: Build, components: {B: Build of the image, B2: Image registry}}
     c: {title: Rollout, components: {C: Argo CD Application, C2: Production cluster}}
     d: {title: Watch, components: {D: Metrics of the service, D2: Alerts of the service}}
   flows: [A --> B --> B2, A2 --> C, B2 -->|new tag of the image| A2, C -->|rolls out to| C2, C2 -->|is watched by| D, D -->|too many errors| D2]
"""


@pytest.fixture
def plain(build, browser):
    """A page of the built site in a browser without scripts, under a strict policy."""
    contexts = []

    def opened(name: str = "index.html", *, width: int = 1280, builder: str = "html", theme: str = "furo", text=WIDE):
        app = build({"index.rst": text}, builder=builder, html_theme=theme)
        path = Path(app.outdir, name.partition("#")[0])
        found = path.read_text(encoding="utf-8")
        if POLICY not in found:
            path.write_text(found.replace("<head>", "<head>" + POLICY, 1), encoding="utf-8")
        context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800})
        contexts.append(context)
        page = context.new_page()
        page.goto(path.as_uri() + name[len(name.partition("#")[0]) :])
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_a_picture_that_scrolls_has_a_link_to_the_whole_above_it(plain, builder):
    page = plain(builder=builder)
    link, box = page.get_by_role("link", name="Open the whole picture"), page.locator(".gitops-diagram")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert link.is_visible()
    assert link.bounding_box()["y"] < box.bounding_box()["y"]
    link.click()
    assert page.url.endswith(".svg")
    assert page.locator("svg").bounding_box()["width"] > 800
    page.locator("a", has_text="Production cluster").last.click()
    assert page.url.endswith("#gitops-wide.C2")


@pytest.mark.parametrize("theme", ["furo", "pydata_sphinx_theme", "sphinx_rtd_theme", "alabaster"])
@pytest.mark.parametrize("width", [375, 700, 1280, 1920])
def test_the_link_is_there_exactly_where_the_picture_scrolls(themed, page, theme, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(themed(theme).joinpath("index.html").as_uri())
    pictures = page.locator(".gitops-picture").all()
    assert len(pictures) > 1
    for picture in pictures:
        scrolls = picture.locator(".gitops-diagram").evaluate("box => box.scrollWidth > box.clientWidth + 1")
        assert picture.locator(".gitops-whole").is_visible() == scrolls
    if width == 375:
        assert all(picture.locator(".gitops-whole").is_visible() for picture in pictures)


def test_text_on_a_phone_is_read(themed, page):
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(themed("furo").joinpath("index.html").as_uri())
    sizes = page.evaluate(
        "() => [...document.querySelectorAll('.gitops-svg text')].map(text => "
        "parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"
    )
    assert len(sizes) > 20
    assert min(sizes) >= 9.99


def test_on_paper_there_is_none_of_them(plain):
    page = plain("index.html#gitops-wide.C2")
    assert page.locator(".gitops-whole").is_visible()
    page.emulate_media(media="print")
    for name in (".gitops-whole", ".gitops-skip", ".gitops-back"):
        assert page.locator(name).count() > 0
        assert not any(one.is_visible() for one in page.locator(name).all()), name


def outlined(page) -> list[str]:
    """The titles of the parts of the picture that have a ring."""
    return page.evaluate(
        "() => [...document.querySelectorAll('.gitops-svg a')]"
        ".filter(a => getComputedStyle(a).outlineStyle === 'solid').map(a => a.id)"
    )


@pytest.mark.parametrize(("anchor", "ringed"), [("wide.C2", "wide.C2"), ("wide.b", "wide.b"), ("wide.old", "wide.A")])
def test_what_a_link_leads_to_is_ringed_in_the_picture(build, page, anchor, ringed):
    text = WIDE.replace("A: Application repository", "A: {title: Application, formerly: [old]}")
    app = build({"index.rst": text})
    page.goto(Path(app.outdir, "index.html").as_uri())
    assert outlined(page) == []
    page.goto(Path(app.outdir, "index.html").as_uri() + f"#gitops-{anchor}")
    assert outlined(page) == [f"gitops-{ringed}..picture"]


def test_an_entry_leads_back_to_the_picture(plain):
    page = plain("index.html#gitops-wide.C2")
    entry = page.locator("[id='gitops-wide.C2']")
    back = entry.get_by_role("link", name="in the picture")
    assert back.is_visible()
    back.click()
    assert page.url.endswith("#gitops-wide.C2..picture")
    part = page.locator("[id='gitops-wide.C2..picture']")
    assert part.evaluate("part => getComputedStyle(part).outlineStyle") == "solid"


def test_the_first_stop_passes_all_others(build, page):
    app = build({"index.rst": WIDE + "\nThe end has `a link <https://example.org/>`__.\n"}, html_theme="basic")
    page.goto(Path(app.outdir, "index.html").as_uri())
    skip = page.locator(".gitops-skip")
    assert skip.bounding_box()["width"] < 3
    skip.focus()
    assert skip.bounding_box()["width"] > 60
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = "() => [document.activeElement.tagName, document.activeElement.closest('.gitops-picture') === null]"
    assert page.evaluate(focused) == ["SUMMARY", True]


MANY = """Site
====

.. gitops-workflow::

   id: many
   stages:
     a:
       components:
         A: {title: Aa, mark: sync}
         B: {title: Bb, mark: verification}
         C: {title: Cc, mark: security}
         D: {title: Dd, kind: environment, tier: production}
         E: {title: Ee, kind: environment, tier: disaster-recovery}
     b: {title: Bee, components: {F: {title: Ff, kind: registry}, G: {title: Gg, kind: operator}}}
   flows: [A <--> B, B ==> C, C --> D, D --> E, F --> A, A --> 'elsewhere.X']
"""


def test_a_legend_of_many_signs_has_three_rows_on_a_phone(build, page):
    app = build({"index.rst": MANY}, html_theme="furo")
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(Path(app.outdir, "index.html").as_uri())
    tops = page.evaluate("() => [...document.querySelectorAll('.gitops-legend li')].map(li => Math.round(li.getBoundingClientRect().top))")  # fmt: skip
    assert len(tops) >= 7
    assert len(set(tops)) <= 3
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 375


@pytest.mark.parametrize("theme", ["furo", "pydata_sphinx_theme", "sphinx_rtd_theme", "alabaster"])
def test_legends_have_three_rows_on_a_phone(themed, page, theme):
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(themed(theme).joinpath("index.html").as_uri())
    legends = page.locator(".gitops-legend").all()
    assert legends
    for legend in legends:
        tops = legend.evaluate("list => [...list.querySelectorAll('li')].map(li => Math.round(li.getBoundingClientRect().top))")  # fmt: skip
        assert len(set(tops)) <= 3


RINGS = """() => {
  const found = [];
  for (const svg of document.querySelectorAll('.gitops-svg')) {
    const scale = svg.getScreenCTM().a;
    const titles = [...svg.querySelectorAll('.gitops-title text')].map(text => text.getBoundingClientRect());
    for (const node of svg.querySelectorAll('a.gitops-node')) {
      const box = node.getBoundingClientRect();
      for (const title of titles) {
        const apart = Math.max(title.left - box.right, box.left - title.right, title.top - box.bottom, box.top - title.bottom);
        found.push([node.textContent.trim().split('\\n')[0], apart - 4]);
      }
    }
  }
  return found;
}"""
CLOSE_ONE = """.. gitops-workflow::
   :direction: {way}

   id: close{way}
   stages:
     s: {{title: Stage, components: {{A: {{title: Build, kind: build}}, B: Scan}}}}
     t: {{title: '{title}', groups: {{g: {{title: Group, components: {{C: {{title: Ship, kind: cluster}}}}}}}}}}
   flows: [A --> B]

"""
CLOSE = "Site\n====\n\n" + "".join(
    CLOSE_ONE.format(way=way, title=title)
    for way, title in (("TB", "Running"), ("LR", "A stage with a long name"), ("BT", "Yes"), ("RL", "Gypsy"))
)


def test_the_ring_of_a_component_clears_every_title(build, page):
    app = build({"index.rst": CLOSE}, html_theme="basic")
    page.goto(Path(app.outdir, "index.html").as_uri())
    found = page.evaluate(RINGS)
    assert len(found) == 4 * 3 * 3
    assert [one for one in found if one[1] < 0] == []


def test_the_rings_of_the_gallery_clear_every_title(gallery, page):
    looked_at = 0
    assert len(gallery) > 10
    for path in gallery:
        page.goto(path.as_uri())
        found = page.evaluate(RINGS)
        looked_at += len(found)
        assert [one for one in found if one[1] < 0] == [], path.name
    assert looked_at > 500
