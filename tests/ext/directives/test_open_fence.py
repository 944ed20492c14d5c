"""A fence that is never closed is one warning at the directive, and the workflow is drawn."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.directives.open_fence import open_fence
from support.sites import html

FLOW = "id: delivery\nstages:\n  s: {components: {A: Build, B: Scan}}\nflows: [A --> B]\n"
TAILS = {
    "prose": "\nMore text here.\n\n## Section\n\nText.\n",
    "a heading": "\n## Section\n",
    "nothing": "",
    "a shorter fence": "```\n\nText.\n",
    "a note": "\n> quoted\n",
    "a key of a workflow, and prose": "\ndescription: Words.\n\nMore text here.\n",
}


@pytest.mark.parametrize("fence", ["````{gitops-workflow}", "`````{gitops:workflow}", "~~~~{gitops-workflow}"])
@pytest.mark.parametrize("tail", TAILS)
def test_it_is_one_warning(build, warnings, fence, tail):
    page = f"# Site\n\n{fence}\n:caption: A way\n\n{FLOW}{TAILS[tail]}"
    app = build({"index.md": page}, extensions=["sphinx_gitops", "myst_parser"])
    (line,) = warnings(app)
    assert f"index.md:3: WARNING: the fence is never closed: write '{fence.partition('{')[0]}'" in line
    assert "<svg" in html(app, "index")


@pytest.mark.parametrize(
    "page",
    [
        f"# Site\n\n```{{gitops-workflow}}\n{FLOW}```\n\nText.\n",
        f"# Site\n\n````{{note}}\n```{{gitops-workflow}}\n{FLOW}```\n````\n",
        "# Site\n\n- item\n\n  ```{gitops-workflow}\n"
        + "".join(f"  {line}\n" for line in FLOW.splitlines())
        + "  ```\n",
    ],
)
def test_one_that_is_closed_is_none(build, warnings, page):
    assert warnings(build({"index.md": page}, extensions=["sphinx_gitops", "myst_parser"])) == []


def test_its_line_is_that_of_markdown(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes("A\u2028B\x0cC\x85D\r\n\r\n```{gitops-workflow}\r\nid: w\r\n".encode())
    assert open_fence(str(path), 3) == "```"


def test_text_that_an_extension_has_made_has_no_fence_to_close(build, warnings):
    conf = f"""
from sphinx.util.docutils import SphinxDirective
class Made(SphinxDirective):
    def run(self):
        text = "```{{gitops-workflow}}\\n" + {FLOW!r} + "```"
        return self.parse_text_to_nodes(text)
def setup(app):
    app.add_directive("made", Made)
"""
    assert open_fence("docstring of shop.Cart", 1) == ""
    files = {"conf.py": conf, "index.md": "# Site\n\n```{made}\n```\n"}
    app = build(files, extensions=["sphinx_gitops", "myst_parser"])
    assert warnings(app) == []
    assert "<svg" in html(app, "index")
