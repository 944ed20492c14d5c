"""Themes and extensions that are installed in, a table for the manual of how each goes with ours out.

``python tools/compatibility.py [--python PYTHON ...] [--shots FOLDER]`` builds the demo and the gallery under each
theme, opens them in Chromium by playwright, light and dark, and builds the demo under each extension. A
theme or an extension is taken from the first of the interpreters that has it; one that none has keeps its row. The
rows are written into ``docs/explanation/compatibility.md``.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from theme_pages import measured

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/explanation/compatibility.md"
THEMES: dict[str, tuple[str, tuple[str, ...]]] = {
    "furo": ("furo", ()),
    "pydata-sphinx-theme": ("pydata_sphinx_theme", ()),
    "sphinx-book-theme": ("sphinx_book_theme", ()),
    "sphinx-rtd-theme": ("sphinx_rtd_theme", ()),
    "alabaster": ("alabaster", ()),
    "shibuya": ("shibuya", ()),
    "sphinx-immaterial": ("sphinx_immaterial", ("sphinx_immaterial",)),
    "sphinx-wagtail-theme": ("sphinx_wagtail_theme", ("sphinx_wagtail_theme",)),
    "sphinxawesome-theme": ("sphinxawesome_theme", ("sphinxawesome_theme",)),
    "piccolo-theme": ("piccolo_theme", ()),
    "sphinx-nefertiti": ("sphinx_nefertiti", ("sphinx_nefertiti",)),
    "python-docs-theme": ("python_docs_theme", ()),
    "sphinx-breeze-theme": ("breeze", ()),
    "insipid-sphinx-theme": ("insipid", ()),
    "haiku": ("haiku", ()),
    "ansys-sphinx-theme": ("ansys_sphinx_theme", ()),
    "canonical-sphinx": ("canonical_sphinx", ("canonical_sphinx",)),
}
"""Each theme by its package: its name in ``html_theme``, and what it needs to be loaded."""
OPTIONS = {"sphinx_immaterial": {"font": False}}
"""What a theme needs to build without the network."""
EXTENSIONS = {
    "sphinx-design": ("sphinx_design",),
    "sphinx-tabs": ("sphinx_tabs.tabs",),
    "myst-parser": ("myst_parser",),
    "myst-nb": ("myst_nb",),
    "sphinx-autoapi": ("autoapi.extension",),
    "sphinx-autodoc2": ("autodoc2",),
    "sphinx-multiversion": ("sphinx_multiversion",),
    "documenteer": ("documenteer.ext.remotecodeblock",),
    "sphinxcontrib-mermaid": ("sphinxcontrib.mermaid",),
    "sphinx-markdown-builder": ("sphinx_markdown_builder",),
    "sphinx-llm": ("sphinx_llm.txt",),
    "sphinxcontrib-confluencebuilder": ("sphinxcontrib.mermaid", "sphinxcontrib.confluencebuilder"),
}
"""Each extension by its package: what is loaded."""
BUILDERS = ("html", "dirhtml", "singlehtml", "epub", "latex", "text")
OWN_BUILDERS = {"sphinx-markdown-builder": "markdown", "sphinxcontrib-confluencebuilder": "confluence"}
CONF = """\
project, copyright, version = "Compatibility", "nobody", "1"
extensions = ["sphinx_gitops", *{extensions!r}]
extensions += [] if {{"myst_nb", "myst_parser"}} & {{*extensions}} else ["myst_parser"]
html_theme = {theme!r}
myst_enable_extensions = {{"colon_fence", "deflist"}}
suppress_warnings = ["myst.xref_missing", "toc.not_included", "toc.not_readable"]
html_theme_options = {options!r}
autoapi_dirs = autodoc2_packages = ["package"]
nb_execution_mode = "off"
"""


def installed(pythons: list[str], *modules: str) -> str:
    """The first of the interpreters that has all of the modules; empty where none has."""
    code = "import importlib.util, sys; sys.exit(not all(importlib.util.find_spec(name) for name in sys.argv[1:]))"
    for python in pythons:
        asked = subprocess.run([python, "-c", code, *modules], capture_output=True, check=False)  # noqa: S603 - our own
        if asked.returncode == 0:
            return python
    return ""


def source(folder: Path, theme: str, extensions: tuple[str, ...]) -> Path:
    """The demo and the gallery as one project under a theme."""
    target = folder / "source"
    shutil.copytree(ROOT / "docs/demo", target)
    shutil.copytree(ROOT / "docs/gallery", target / "gallery")
    for double in ("delivery.md", "template.md", "every-rule.md"):  # the demo has both, and one is to have findings
        (target / "gallery" / double).unlink(missing_ok=True)
    shutil.rmtree(target / "gallery/every-rule", ignore_errors=True)
    (target / "demo").mkdir()
    shutil.copy(ROOT / "docs/demo/delivery.yaml", target / "demo")
    (target / "package").mkdir()
    (target / "package/__init__.py").write_text('"""A package."""\n', encoding="utf-8")
    (target / "conf.py").write_text(
        CONF.format(theme=theme, extensions=extensions, options=OPTIONS.get(theme, {})), encoding="utf-8"
    )
    return target


def built(python: str, project: Path, builder: str, target: Path) -> tuple[bool, list[str]]:
    """Whether a project builds, and the warnings that are ours."""
    command = [python, "-m", "sphinx", "-q", "-b", builder, "-d", str(target / ".doctrees"), str(project), str(target)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    lines = found.stderr.splitlines()
    return found.returncode == 0, [line for line in lines if "[gitops." in line or "sphinx_gitops" in line]


def _word(done: bool, ours: list[str]) -> str:
    return "no" if not done else f"{len(ours)} warnings" if ours else "yes"


def theme_rows(pythons: list[str], shots: Path | None) -> Iterator[tuple[str, str]]:
    """The row of each theme that is installed."""
    for package, (theme, needed) in THEMES.items():
        module = needed[0] if needed else theme
        python = installed(pythons, *(() if theme in {"haiku", "breeze", "insipid"} else (module,)), "myst_parser")
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            extensions = needed
            project = source(folder, "furo" if theme == "canonical_sphinx" else theme, extensions)
            done, ours = built(python, project, "html", folder / "html") if python else (False, [])
            if done:
                cells = measured(folder / "html", package, shots)
                yield package, " | ".join([package, _word(done, ours), *cells])
                print(package, *cells, *ours[:2], file=sys.stderr)
            else:
                print(package, "does not build here", file=sys.stderr)


def extension_rows(pythons: list[str]) -> Iterator[tuple[str, str]]:
    """The row of each extension that is installed."""
    for package, loaded in EXTENSIONS.items():
        python = installed(pythons, loaded[0].partition(".")[0], "myst_parser")
        if not python:
            print(package, "is not installed", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            project = source(folder, "alabaster", loaded)
            shutil.rmtree(project / "gallery")  # the demo tells as much, in a tenth of the time
            own = OWN_BUILDERS.get(package, "")
            found = {one: built(python, project, one, folder / one) for one in (*BUILDERS, *([own] if own else []))}
        words = {one: _word(done, ours) for one, (done, ours) in found.items()}
        print(package, words, *(line for _, ours in found.values() for line in ours[:1]), file=sys.stderr)
        yield package, " | ".join([package, *(words[one] for one in BUILDERS), f"{own}: {words[own]}" if own else ""])


def merged(text: str, heading: str, rows: dict[str, str], names: list[str]) -> str:
    """The page with these rows in the table under a heading; what has no new row keeps the one that it has."""
    before, found, rest = text.partition(f"<!-- {heading} -->\n")
    assert found, heading
    table, closing, after = rest.partition("<!-- end -->\n")
    head = table.splitlines()[:2]
    known = {line.split("|")[1].strip(): line for line in table.splitlines()[2:]}
    known |= {name: f"| {row} |" for name, row in rows.items()}
    body = [known[name] for name in names if name in known]
    return before + found + "\n".join([*head, *body]) + "\n" + closing + after


def main() -> None:
    """Build, measure and write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--python", action="append", help="another interpreter to build with")
    arguments.add_argument("--shots", type=Path, help="a folder for pictures of the pages")
    arguments.add_argument("--only", choices=["themes", "extensions"])
    given = arguments.parse_args()
    pythons = [sys.executable, *(given.python or [])]
    found = []
    if given.only != "extensions":
        found.append(("themes", dict(theme_rows(pythons, given.shots)), list(THEMES)))
    if given.only != "themes":
        found.append(("extensions", dict(extension_rows(pythons)), list(EXTENSIONS)))
    text = PAGE.read_text(encoding="utf-8")
    for heading, rows, names in found:
        text = merged(text, heading, rows, names)
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
