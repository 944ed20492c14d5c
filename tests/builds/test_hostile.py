"""Hostile text, in every place that takes text, shows as it was written: in a browser no script of it runs."""

from __future__ import annotations

import json
import re
import shutil
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

from support.project import missing

PAYLOADS = (
    "<script>alert(1)</script>",
    "</title></svg></figure><img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "\"><iframe srcdoc='<script>parent.alert(1)</script>'>",
    "' onmouseover='alert(1)' x='",
    "<a href='javascript:alert(1)'>x</a>",
    "&lt;img src=x onerror=alert(1)&gt; &#60;script&#62;",
    "]]><script>alert(1)</script><![CDATA[",
    '%%{init: {"securityLevel": "loose", "flowchart": {"htmlLabels": true}}}%%',
    'end; click A call alert(1); click A href "javascript:alert(1)"',
    "--- config: {securityLevel: loose} ---",
    "{{ ''.__class__ }} {% raw %} ${alert(1)}",
    "\\input{/etc/passwd} \\write18{touch pwned} \\href{javascript:x}{y} %#$&_{}~^",
    "`x <javascript:alert(1)>`_ |x| :raw:`y` ``z``",
    "\u202egnp.exe\u202c \u2066<b>\u2069",
)
QUOTED = [json.dumps(text) for text in PAYLOADS]


def workflow() -> str:
    """Every place of the format that takes free text, with every payload."""
    lines = [
        "id: hostile",
        f"title: {QUOTED[0]}",
        f"description: {QUOTED[1]}",
        "stages:",
        "  s:",
        f"    title: {QUOTED[2]}",
    ]
    lines += [
        f"    description: {QUOTED[3]}",
        "    groups:",
        "      g:",
        f"        title: {QUOTED[1]}",
        "        components:",
    ]
    for number, text in enumerate(QUOTED):
        following = QUOTED[(number + 1) % len(QUOTED)]
        lines += [f"          A{number}:", f"            title: {text}", f"            description: {following}"]
        lines += [
            f"            owner: {text}",
            f"            tags: [{text}]",
            f"            links: {{{text}: 'https://a.example/{number}'}}",
        ]
        lines += ['            url: "https://a.example/?q=\'><script>alert(1)</script>&x=%0aonload=alert(1)"']
    lines.append("flows:")
    for number, text in enumerate(QUOTED):
        lines.append(f"  - {{from: A{number}, to: A{(number + 1) % len(QUOTED)}, label: {text}, description: {text}}}")
    return "\n".join(lines) + "\n"


def files() -> dict[str, str]:
    alt = PAYLOADS[4] + PAYLOADS[3]
    page = f"Site\n====\n\n.. gitops-workflow:: hostile.yaml\n   :outline: open\n   :alt: {alt}\n   :caption: a \\<script>alert(1)\\</script>\n\n:gitops:component:`hostile.A1` :gitops:workflow:`hostile`\n"
    return {"index.rst": page, "hostile.yaml": workflow()}


def watched(page):
    """The dialogs, script errors and requests for other hosts or for payloads of a page."""
    seen: list[str] = []

    def dialog(box):
        seen.append("dialog " + box.message)
        box.dismiss()

    page.on("dialog", dialog)
    page.on("popup", lambda other: seen.append("popup " + other.url))
    return seen


def is_clean(page, seen) -> None:
    """No dialog, no element and no attribute that a payload asked for."""
    for node in page.locator("svg a.gitops-node").all()[:20]:
        node.hover(force=True)
    assert seen == []
    bad = page.evaluate(
        """() => [...document.querySelectorAll('figure *, main *, [role=main] *')].filter(node =>
            node.matches('script, iframe, object, embed, img[src="x"]')
            || [...node.attributes].some(a => /^on/i.test(a.name) || /^\\s*(javascript|data|vbscript):/i.test(a.value)))
            .map(node => node.outerHTML.slice(0, 200))"""
    )
    assert bad == []


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["basic", "furo"])
def test_no_script_runs_in_a_page(build, warnings, page, theme):
    app = build(files(), html_theme=theme, nitpicky=True)
    assert warnings(app) == []
    seen = watched(page)
    for name in ("index", "genindex", "gitops-components"):
        page.goto(Path(app.outdir, f"{name}.html").as_uri())
        page.wait_for_timeout(100)
        is_clean(page, seen)
    page.goto(Path(app.outdir, "index.html").as_uri())
    shown = page.evaluate(
        "() => [...document.querySelectorAll('svg text, figure li, .gitops-outline-body')].map(n => n.textContent).join(' ')"
    )
    for text in PAYLOADS:
        assert re.sub(r"\s", "", text) in re.sub(r"\s", "", shown), text


@pytest.mark.browser
def test_no_script_runs_in_a_picture_of_its_own(build, page, tmp_path):
    from sphinx_gitops.cli import main

    source, target = tmp_path / "w.yaml", tmp_path / "w.svg"
    source.write_text(workflow(), encoding="utf-8")
    assert main(["render", str(source), "-o", str(target)]) == 0
    seen = watched(page)
    page.goto(target.as_uri())
    page.wait_for_timeout(200)
    assert seen == []
    names = {node.tag.rpartition("}")[2] for node in ET.parse(target).iter()}
    assert not names & {"script", "foreignObject", "style", "use", "image", "animate", "set"}


@pytest.mark.browser
def test_no_script_runs_in_a_book(build, page, tmp_path):
    app = build(files(), builder="epub", version="1", project="book")
    with zipfile.ZipFile(next(Path(app.outdir).glob("*.epub"))) as book:
        book.extractall(tmp_path / "book")
    seen = watched(page)
    opened = [*(tmp_path / "book").rglob("*.xhtml"), *(tmp_path / "book").rglob("*.svg")]
    assert len(opened) >= 4
    for path in opened:
        ET.parse(path)
        page.goto(path.as_uri())
        page.wait_for_timeout(50)
        is_clean(page, seen)


def mermaid_script() -> Path:
    """Mermaid itself, from GITOPS_MERMAID or from a Node installation on the path."""
    import os

    given = os.environ.get("GITOPS_MERMAID")
    command = shutil.which("mmdc")
    candidates = [Path(given)] if given else []
    if command:
        candidates += [
            parent / "node_modules/mermaid/dist/mermaid.min.js" for parent in Path(command).resolve().parents
        ]
    found = next((path for path in candidates if path.is_file()), None)
    if found is None:
        pytest.skip("Mermaid's own script is not here: set GITOPS_MERMAID to mermaid.min.js")
    return found


@pytest.mark.browser
def test_no_script_runs_in_the_client(build, page):
    """Drawn by Mermaid in the reader's browser."""
    script = mermaid_script()
    app = build(files(), gitops_html_output="mermaid")
    text = Path(app.outdir, "index.html").read_text(encoding="utf-8")
    source = re.search(r'<pre[^>]*class="mermaid"[^>]*>(.*?)</pre>', text, re.DOTALL)
    assert source
    text = re.sub(r'<script type="module">.*?</script>', "", text, flags=re.DOTALL)
    draw = "<script>mermaid.initialize({startOnLoad: false}); mermaid.run({querySelector: '.mermaid'}).then(() => document.title = 'drawn', e => document.title = 'failed ' + e)</script>"
    path = Path(app.outdir, "client.html")
    path.write_text(
        text.replace("</body>", f'<script src="{script.as_uri()}"></script>{draw}</body>'), encoding="utf-8"
    )
    seen = watched(page)
    page.goto(path.as_uri())
    page.wait_for_function(
        "() => document.title.startsWith('drawn') || document.title.startsWith('failed')", timeout=60_000
    )
    assert page.title() == "drawn"
    is_clean(page, seen)
    shown = re.sub(r"\s", "", page.evaluate("() => document.querySelector('.mermaid svg').textContent"))
    for text in PAYLOADS[:10]:
        assert re.sub(r"\s", "", text) in shown, text


def test_the_client_page_has_no_attribute_of_a_payload(build, warnings):
    """The alternative text and the source, as sphinxcontrib-mermaid writes them, are text."""
    app = build(files(), gitops_html_output="mermaid")
    page = Path(app.outdir, "index.html").read_text(encoding="utf-8")
    figure = page[page.index("<figure") : page.index("</figure>")]
    assert not re.search(r"<(script|iframe|img|svg/onload)", figure)
    assert not re.search(r"<[^>]*'\s+onmouseover=", figure)


ATTRIBUTE = "x\" onerror=\"alert(1) <img src='y'>"
TITLED = "T\n=\n\n.. gitops-workflow::\n\n   id: w\n   title: {}\n   stages: {{s: {{components: {{A: Aa}}}}}}\n"


@pytest.mark.parametrize(("form", "written"), [("png", 'alt="{}"'), ("svg", '<p class="warning">{}</p>'), ("raw", "")])
def test_the_title_beside_a_picture_of_mmdc_is_text(build, tmp_path, form, written):
    command = tmp_path / "drawer"
    command.write_text('#!/bin/sh\nfor last; do :; done\necho picture > "$last"\n')
    command.chmod(0o755)
    settings = {"gitops_html_output": "mermaid", "mermaid_output_format": form, "mermaid_cmd": str(command)}
    app = build({"index.rst": TITLED.format(json.dumps(ATTRIBUTE))}, **settings)
    figure = re.search(r"<figure.*?</figure>", Path(app.outdir, "index.html").read_text(encoding="utf-8"), re.DOTALL)[0]
    assert written.format("x&quot; onerror=&quot;alert(1) &lt;img src=&#x27;y&#x27;&gt;") in figure
    assert 'onerror="' not in figure
    assert "&amp;quot;" not in figure


def test_the_name_of_a_document_stays_in_the_address_that_leads_to_it(build):
    name = 'a" onmouseover="alert(1)'
    described = "D\n=\n\n.. gitops-component:: w.A\n\n   Prose.\n"
    index = TITLED.format("W") + "\n.. toctree::\n   :glob:\n\n   *\n"
    app = build({"index.rst": index, f"{name}.rst": described}, builder="dirhtml")
    text = Path(app.outdir, "index.html").read_text(encoding="utf-8")
    svg = ET.fromstring(re.search(r"<svg.*?</svg>", text, re.DOTALL)[0])
    links = [link.attrib for link in svg.iter("{http://www.w3.org/2000/svg}a")]
    assert f"{name}/#gitops-w.A" in [link["href"] for link in links]
    assert not any("onmouseover" in link for link in links)


def test_a_title_that_reads_like_a_link_stays_a_title(build):
    app = build({"index.rst": TITLED.format("W").replace("Aa", "'set href=\"gitops:A\" here'")})
    text = Path(app.outdir, "index.html").read_text(encoding="utf-8")
    assert 'set href="gitops:A" here' in re.search(r"<svg.*?</svg>", text, re.DOTALL)[0].replace("&quot;", '"')


@pytest.mark.latex
def test_latex_sets_every_payload_as_text(build, tmp_path):
    import subprocess

    if shutil.which("latexmk") is None or shutil.which("pdftotext") is None:
        missing("latexmk and pdftotext are not on the path")
    app = build(files(), builder="latex", project="hostile", latex_engine="xelatex", latex_use_xindy=False)
    command = ["make", "all-pdf", "LATEXMKOPTS=-interaction=nonstopmode -halt-on-error -shell-escape"]
    done = subprocess.run(command, cwd=app.outdir, capture_output=True, text=True, errors="replace", check=False)
    log = Path(app.outdir, "hostile.log").read_text(encoding="utf-8", errors="replace")
    assert done.returncode == 0, log[-3000:]
    assert not list(Path(app.outdir).glob("pwned*"))
    assert "(/etc/passwd" not in log
    text = subprocess.run(
        ["pdftotext", str(Path(app.outdir, "hostile.pdf")), "-"], capture_output=True, text=True, check=True
    ).stdout
    flat = re.sub(r"\s", "", text).replace("\u2019", "'").replace("\u201d", '"')
    for shown in ("\\input{/etc/passwd}", "\\write18{touchpwned}", "%#$&_{}~^", "<script>alert(1)</script>"):
        assert shown in flat, shown
