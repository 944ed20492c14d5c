"""What the tests share: Sphinx's own fixtures, a browser, and sites that are built once."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

import pytest

pytest.register_assert_rewrite("support")  # before it is imported

from support.looks import LOOKS  # noqa: E402 -- what is imported sooner has plain assertions
from support.project import ROOT, missing  # noqa: E402 -- the same

pytest_plugins = ("sphinx.testing.fixtures",)
START = time.monotonic()


def pytest_addoption(parser):
    parser.addoption("--budget", type=int, metavar="SECONDS", help="say how much of so many seconds was taken")


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter, config):
    """The budget stands under the ten slowest tests; it is no condition, because machines differ."""
    if budget := config.getoption("budget"):
        taken = time.monotonic() - START
        verdict = "within" if taken <= budget else "OVER"
        terminalreporter.section("time budget")
        terminalreporter.write_line(
            f"{taken:.0f} s of {budget} s: {verdict} the budget; the slowest tests are listed above"
        )


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """What is measured is kept at once: xdist kills a process of its own that takes long to end."""
    coverage = sys.modules.get("coverage") if hasattr(session.config, "workerinput") else None
    if measured := coverage and coverage.Coverage.current():
        measured.save()


@pytest.fixture(scope="session", autouse=True)
def compiled_templates():
    """Compile each template once in a process: Sphinx does it once a build, which is half of what a small one takes."""
    from jinja2 import Environment

    compiled, compile_template = {}, Environment.compile

    def compile_once(self, source, *arguments, **options):
        means = (type(self), self.lexer, self.autoescape, self.finalize, self.optimized, *self.extensions)
        key = (means, source, arguments, tuple(options.items()))
        if key not in compiled:
            compiled[key] = compile_template(self, source, *arguments, **options)
        return compiled[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", compile_once)
        yield


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        missing("no Chromium on the path")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="session")
def gallery(tmp_path_factory):
    """The pages of the gallery, built once in furo."""
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    source, target = tmp_path_factory.mktemp("gallery") / "source", tmp_path_factory.mktemp("gallery-html")
    shutil.copytree(ROOT / "docs/gallery", source)
    shutil.copy(ROOT / "docs/demo/delivery.yaml", source.parent)
    settings = {"extensions": ["sphinx_gitops", "myst_parser"], "html_theme": "furo", "myst_enable_extensions": ["colon_fence", "deflist"]}  # fmt: skip
    with patch_docutils(), docutils_namespace():
        Sphinx(source, None, target, target / "doctrees", "html", settings, status=None, warning=None).build()
    pages = sorted(target.glob("*.html"))
    assert pages
    return pages


@pytest.fixture(scope="session")
def themed(tmp_path_factory):
    """The page of all signs and one with a wide and a nested workflow, by theme; each theme is built once."""
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    source, built = tmp_path_factory.mktemp("looks"), {}
    (source / "conf.py").write_text("")
    for name in ("reference/visual-language.md", "demo/delivery.yaml"):
        shutil.copy(ROOT / "docs" / name, source)
    shutil.copytree(ROOT / "docs/demo/runbooks", source / "runbooks")
    (source / "index.rst").write_text(LOOKS, encoding="utf-8")

    def build(theme: str) -> Path:
        if theme not in built:
            target = tmp_path_factory.mktemp(theme)
            settings = {"extensions": ["sphinx_gitops", "myst_parser"], "html_theme": theme, "suppress_warnings": ["myst.xref_missing"], "exclude_patterns": ["_build"]}  # fmt: skip
            with patch_docutils(), docutils_namespace():
                app = Sphinx(source, None, target, target / "doctrees", "html", settings, status=None)
                app.build()
            built[theme] = target
        return built[theme]

    return build


@pytest.fixture
def build(tmp_path, make_app):
    """Build a project of the given files; returns the application."""

    def run(files: dict[str, str], *, builder: str = "html", source: str = "src", parallel: int = 0, **config: object):
        folder = tmp_path / source
        folder.mkdir(exist_ok=True)
        for name, text in {"conf.py": "", **files}.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists() or target.read_bytes() != text.encode():
                target.write_bytes(text.encode())
        settings = {
            "extensions": ["sphinx_gitops"],
            "html_theme": "basic",
            "keep_warnings": False,
            "show_warning_types": True,
            **config,
        }
        app = make_app(builder, srcdir=folder, confoverrides=settings, parallel=parallel)
        app.build()
        return app

    return run


@pytest.fixture
def warnings():
    """The warnings of a build, without colours."""

    def read(app) -> list[str]:
        from sphinx.util.console import strip_colors

        lines = strip_colors(app.warning.getvalue()).splitlines()
        return [line for line in lines if line and "already registered" not in line]  # a second application says so

    return read


@pytest.fixture
def alert_site(build):
    """Build a small site with alerts; returns the application."""
    from support.alert_site import GOOD, SITE, files

    def run(rules: str = GOOD, builder: str = "html", parallel: int = 0, pages: dict[str, str] | None = None, **config):
        config = {"gitops_alerts": ["rules/*.yaml"], "html_baseurl": SITE, **config}
        return build(files(rules, **(pages or {})), builder=builder, parallel=parallel, **config)

    return run
