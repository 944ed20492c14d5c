"""What every builder writes, read back."""

from __future__ import annotations

import json
import pickle
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from support.pages import picture_file
from support.project import missing
from support.sites import site


def read(app, name: str) -> str:
    return Path(app.outdir, name).read_text(encoding="utf-8")


@pytest.fixture
def epub(build) -> Path:
    app = build(site(), builder="epub", version="1", copyright="the team")
    found = list(Path(app.outdir).glob("*.epub"))
    assert len(found) == 1
    return found[0]


def test_epub_has_the_picture_as_an_image_and_live_links_in_the_words(epub):
    with zipfile.ZipFile(epub) as book:
        page = book.read("index.xhtml").decode()
        picture = book.read(picture_file(page)).decode()
        assert len([name for name in book.namelist() if name.endswith(".svg")]) == 1
        assert not [name for name in book.namelist() if "gitops.css" in name]
    assert "<script" not in page
    assert "<script" not in picture
    assert "var(" not in picture
    assert ">Scanner<" in picture
    assert ">security check<" in picture  # the legend stands in the picture
    assert 'href="other.xhtml"' in page
    assert 'id="gitops-delivery.SCAN"' in page
    assert 'href="#gitops-delivery.SCAN"' in page


@pytest.mark.slow
def test_epub_passes_epubcheck(epub):
    jar = Path("/usr/share/java/epubcheck.jar")
    if shutil.which("java") is None or not jar.is_file():
        missing("epubcheck is not installed")
    done = subprocess.run(["java", "-jar", str(jar), str(epub)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


TWO = """\
Delivery
========

.. gitops-workflow::

   title: {first}
   description: From a commit to a release.
   stages: {{ci: {{components: {{A: Builder}}}}}}

.. gitops-workflow::
   :caption: How it is paid

   id: second
   title: Second
   description: From a bill to the money.
   stages: {{ci: {{components: {{A: Payer}}}}}}
"""


@pytest.mark.parametrize(("builder", "name"), [("text", "index.txt"), ("man", "sitename.1")])
@pytest.mark.parametrize("first", ["Shop", "Delivery"])
def test_words_alone_say_what_they_are_of_once(build, builder, name, first):
    app = build({"index.rst": TWO.format(first=first)}, builder=builder, man_pages=[("index", "sitename", "", "", 1)])
    found = read(app, name)
    assert found.count("Shop") == (first == "Shop")
    assert "Second" not in found
    assert re.search(r"How it is paid\n(\.sp)?\nFrom a bill to the money\.", found)
    if first == "Shop":
        title = r"\*\*Shop\*\*\n" if builder == "text" else r"\\fBShop\\fP\n\.sp"
        assert re.search(title + r"\nFrom a commit", found)


def test_text_has_the_words_wrapped_and_whole(build):
    app = build(site(), builder="text")
    text = read(app, "index.txt")
    assert max(map(len, text.splitlines())) <= 79
    assert "* **Integration**\n\n  * Scanner (security scan, security check) [page]\n" in text
    assert "**Flows**\n\n* Scanner \u2192 Registry (signed)\n" in text
    assert "Delivery\n\n* **Integration**" in text


def test_man_has_the_words(build):
    if shutil.which("man") is None:
        missing("man is not on the path")
    app = build(site(), builder="man")
    page = next(Path(app.outdir).glob("*.1"))
    shown = subprocess.run(["man", "-l", "-P", "cat", str(page)], capture_output=True, check=True, env={"MANWIDTH": "80", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"})  # fmt: skip
    words = " ".join(re.sub(".\b", "", shown.stdout.decode()).split())
    assert "Integration" in words
    assert "Scanner (security scan, security check)" in words
    assert ".UNINDENT" not in words


def test_texinfo_has_an_image_and_anchors(build):
    app = build(site(), builder="texinfo")
    text = next(Path(app.outdir).glob("*.texi")).read_text(encoding="utf-8")
    image = re.search(r"@image\{([^,]*),", text)[1]
    assert Path(app.outdir, image + ".png").read_bytes().startswith(b"\x89PNG")
    assert text.count("@anchor{index gitops-delivery SCAN}") == 1


@pytest.mark.parametrize("builder", ["json", "pickle"])
def test_serialised_pages_have_the_picture_and_the_words(build, builder):
    app = build(site(), builder=builder)
    name = {"json": "index.fjson", "pickle": "index.fpickle"}[builder]
    content = Path(app.outdir, name).read_bytes()
    body = (json.loads(content) if builder == "json" else pickle.loads(content))["body"]  # noqa: S301 - written above
    assert "<svg xmlns" in body
    assert 'id="gitops-delivery.SCAN"' in body
    assert 'href="#gitops-delivery.SCAN"' in body


@pytest.mark.parametrize("builder", ["xml", "pseudoxml"])
def test_trees_are_of_standard_nodes(build, builder):
    app = build(site(), builder=builder)
    text = read(app, {"xml": "index.xml", "pseudoxml": "index.pseudoxml"}[builder])
    assert "gitops_" not in text
    assert "Scanner" in text
    assert "gitops-delivery.SCAN" in text


def test_linkcheck_checks_the_addresses_of_components(build):
    app = build(site(), builder="linkcheck", linkcheck_ignore=["https://scan.example/"])
    found = [json.loads(line)["uri"] for line in read(app, "output.json").splitlines()]
    assert "https://scan.example/" in found


def test_dummy_says_nothing(build, warnings):
    assert warnings(build(site(), builder="dummy")) == []


def test_gettext_has_titles_labels_and_descriptions(build):
    files = site()
    files["index.rst"] = files["index.rst"].replace(
        "title: Registry, ", "title: Registry, description: Keeps images., "
    )
    text = read(build(files, builder="gettext"), "index.pot")
    for words in ("Integration", "Scanner", "signed", "Keeps images."):
        assert words in text, words


PLAIN = """
from docutils import nodes
from sphinx.builders import Builder
class Plain(Builder):
    name = format = "plain"
    supported_image_types = ["image/png"]
    def get_outdated_docs(self): return self.env.found_docs
    def get_target_uri(self, docname, typ=None): return docname
    def prepare_writing(self, docnames): pass
    def write_doc(self, docname, doctree):
        known = {name for name in dir(nodes)} | {"document", "index", "compact_paragraph", "toctree", "start_of_file"}
        strange = sorted({type(node).__name__ for node in doctree.findall() if type(node).__name__ not in known})
        self.post_process_images(doctree)
        images = [(node["uri"], self.images.get(node["uri"])) for node in doctree.findall(nodes.image)]
        text = "\\n".join([repr(strange), repr(bool(images and images[0][1])), doctree.astext()])
        (self.outdir / f"{docname}.plain").write_text(text, encoding="utf-8")
def setup(app): app.add_builder(Plain)
"""


def test_a_builder_that_knows_only_standard_nodes(build, tmp_path, monkeypatch):
    (tmp_path / "plain_builder.py").write_text(PLAIN, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "plain_builder", raising=False)
    app = build(site(), builder="plain", extensions=["sphinx_gitops", "plain_builder"])
    strange, image, *words = read(app, "index.plain").splitlines()
    assert strange == "[]"
    assert image == "True"
    assert any("Scanner" in line for line in words)
