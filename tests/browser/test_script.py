"""With the script: zoom, pan, full screen and search, by mouse, keyboard and touch, under a strict policy."""

from __future__ import annotations

from importlib import resources

import pytest

from support.project import ROOT

pytestmark = pytest.mark.browser
POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:\">"
PAGE = "Site\n====\n\n.. gitops-workflow:: delivery.yaml\n"
SCALE = "() => { const svg = document.querySelector('.gitops-svg'); return svg.getBoundingClientRect().width / svg.viewBox.baseVal.width; }"
SCROLLED = "() => { const box = document.querySelector('.gitops-diagram'); return [box.scrollLeft, box.scrollTop]; }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The page with the script, its policy strict."""
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    source, target = tmp_path_factory.mktemp("script"), tmp_path_factory.mktemp("script-html")
    (source / "index.rst").write_text(PAGE, encoding="utf-8")
    text = (ROOT / "docs/demo/delivery.yaml").read_text(encoding="utf-8")
    (source / "delivery.yaml").write_text(
        "".join(line for line in text.splitlines(keepends=True) if "doc:" not in line)
    )
    settings = {"extensions": ["sphinx_gitops"], "html_theme": "basic", "gitops_script": True, "html_sidebars": {"**": []}}  # fmt: skip
    with patch_docutils(), docutils_namespace():
        Sphinx(source, None, target, target / "doctrees", "html", settings, status=None, warning=None).build()
    page = target / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<head>", "<head>" + POLICY, 1), encoding="utf-8")
    return target


@pytest.fixture
def viewer(folder, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, has_touch=True)
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append((message.text, message.location)))
    page.on("pageerror", lambda error: page.said.append((str(error), {})))
    page.goto((folder / "index.html").as_uri())
    yield page
    context.close()


def until(page, holds) -> None:
    """Wait for what the page does by and by; its policy forbids Playwright's own way."""
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(30)
    assert holds()


def button(page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def test_a_strict_policy_refuses_nothing_of_it(viewer, folder):
    assert viewer.locator(".gitops-tools").evaluate("row => getComputedStyle(row).display") == "flex"
    button(viewer, "Zoom in").click()
    own = (folder / "index.html").read_text(encoding="utf-8").splitlines()
    told = [(text, own[place["lineNumber"]]) for text, place in viewer.said]
    assert told  # the theme's own inline styles, so the policy is at work
    assert [text for text, line in told if '<li class="right" style=' not in line] == []


def test_buttons_zoom_and_fit(viewer):
    before = viewer.evaluate(SCALE)
    button(viewer, "Zoom in").click()
    assert viewer.evaluate(SCALE) == pytest.approx(before * 1.25, rel=0.01)
    button(viewer, "Zoom out").click()
    button(viewer, "Zoom out").click()
    assert viewer.evaluate(SCALE) == pytest.approx(before / 1.25, rel=0.01)
    button(viewer, "Fit the picture").click()
    assert viewer.evaluate(SCALE) == pytest.approx(before)


def test_the_wheel_zooms_with_ctrl_alone_and_keeps_what_is_under_the_pointer(viewer):
    before = viewer.evaluate(SCALE)
    place = viewer.locator("a.gitops-node", has_text="Security Scanner").bounding_box()
    x, y = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
    viewer.mouse.move(x, y)
    viewer.mouse.wheel(0, 40)
    assert viewer.evaluate(SCALE) == before
    viewer.evaluate("() => window.scrollTo(0, 0)")
    viewer.keyboard.down("Control")
    viewer.mouse.wheel(0, -200)
    viewer.keyboard.up("Control")
    until(viewer, lambda: viewer.evaluate(SCALE) > before * 1.5)
    after = viewer.locator("a.gitops-node", has_text="Security Scanner").bounding_box()
    assert after["x"] <= x <= after["x"] + after["width"]


def test_keys_zoom_and_arrows_pan(viewer):
    before = viewer.evaluate(SCALE)
    viewer.locator(".gitops-diagram").focus()
    for _ in range(3):
        viewer.keyboard.press("+")
    assert viewer.evaluate(SCALE) > before * 1.9
    start = viewer.evaluate(SCROLLED)
    viewer.keyboard.press("ArrowDown")
    until(viewer, lambda: viewer.evaluate(SCROLLED)[1] > start[1])
    viewer.keyboard.press("0")
    assert viewer.evaluate(SCALE) == pytest.approx(before)


def test_dragging_pans_and_follows_no_link_and_a_click_does(viewer):
    for _ in range(4):
        button(viewer, "Zoom in").click()
    start, url = viewer.evaluate(SCROLLED), viewer.url
    box = viewer.locator(".gitops-diagram").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 200
    viewer.mouse.move(x, y)
    viewer.mouse.down()
    viewer.mouse.move(x - 90, y - 60, steps=4)
    viewer.mouse.up()
    end = viewer.evaluate(SCROLLED)
    assert end[0] - start[0] == pytest.approx(90, abs=2)
    assert end[1] - start[1] == pytest.approx(60, abs=2)
    assert viewer.url == url
    button(viewer, "Fit the picture").click()
    viewer.locator("a.gitops-node", has_text="Security Scanner").click()
    assert viewer.url.endswith("#gitops-delivery.SCAN")


def test_two_fingers_zoom(viewer):
    before = viewer.evaluate(SCALE)
    viewer.evaluate("""() => {
      const box = document.querySelector('.gitops-diagram');
      const finger = (identifier, clientX) => new Touch({identifier, target: box, clientX, clientY: 300});
      const send = (name, left, right) => box.dispatchEvent(new TouchEvent(name, {
        cancelable: true, bubbles: true, touches: [finger(1, left), finger(2, right)],
      }));
      send('touchstart', 300, 400);
      send('touchmove', 250, 450);
    }""")
    assert viewer.evaluate(SCALE) == pytest.approx(before * 2, rel=0.02)


def test_full_screen_shows_the_whole_and_leaves(viewer):
    button(viewer, "Full screen").click()
    whole = "box => box.scrollHeight <= box.clientHeight + 2 && box.scrollWidth <= box.clientWidth + 2"
    until(viewer, lambda: viewer.evaluate("() => document.fullscreenElement !== null"))
    until(viewer, lambda: viewer.locator(".gitops-diagram").evaluate(whole))
    button(viewer, "Leave full screen").click()
    until(viewer, lambda: viewer.evaluate("() => document.fullscreenElement === null"))
    until(viewer, lambda: button(viewer, "Full screen").is_visible())


def test_a_search_says_how_many_fades_the_rest_and_enters_what_it_found(viewer):
    field = viewer.get_by_role("searchbox", name="Find a component")
    field.fill("SECURITY")
    status = viewer.get_by_role("status")
    assert status.text_content() == "4 found"
    assert viewer.locator(".gitops-unfound").count() > 15
    names = []
    for _ in range(2):
        names.append(viewer.locator(".gitops-current").get_attribute("id"))
        field.press("ArrowDown")
    assert len(set(names)) == 2
    field.press("Enter")
    assert viewer.evaluate("() => document.activeElement.classList.contains('gitops-node')")
    field.fill("nothing of that name")
    assert status.text_content() == "0 found"
    field.press("Escape")
    assert field.input_value() == status.text_content() == ""
    assert viewer.locator(".gitops-unfound").count() == 0


def test_axe_finds_nothing_in_its_tools(folder, page):
    path = folder / "axe.html"
    path.write_text((folder / "index.html").read_text(encoding="utf-8").replace(POLICY, ""), encoding="utf-8")
    page.goto(path.as_uri())
    page.evaluate(resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    result = page.evaluate("() => axe.run({include: [['.gitops-picture']]})")
    assert len(result["passes"]) > 10
    assert [(rule["id"], node["html"][:200]) for rule in result["violations"] for node in rule["nodes"]] == []
