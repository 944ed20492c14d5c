"""What Sphinx's search finds: the words of pictures and text versions, one by one."""

from __future__ import annotations

import json
import re
from pathlib import Path

from sphinx import search

from support.sites import INDEX, html, site

WORDS = "Vetter Cosigner Quayside Zebra Longwindedly Explained Handover"
WORKFLOW = """\
   id: delivery
   title: Zebra
   stages:
     ci:
       title: Quayside
       description: Explained
       components:
         SCAN: {title: Vetter Longwindedly, kind: security-scan, description: Handover}
         PKG: {title: Cosigner, class: quagga}
         X: {title: Ordinary, class: build}
   flows: [SCAN --> PKG]
   styles: {quagga: {fill: "#ffeeee", stroke: "#aa0000", text: "#330000"}}
"""


def terms(app) -> set[str]:
    text = Path(app.outdir, "searchindex.js").read_text(encoding="utf-8")
    found = json.loads(text[text.index("{") : text.rindex("}") + 1])
    return {*found["terms"], *found["titleterms"]}


def test_no_words_run_together(build):
    page = INDEX.partition(".. gitops-workflow")[0] + f".. gitops-workflow::\n\n{WORKFLOW}"
    app = build({**site(), "index.rst": page, "other.rst": "Other\n=====\n"})
    assert "<svg" in html(app)
    found = terms(app)
    stems = [word.lower()[:4] for word in WORDS.split()]
    for stem in stems:
        hits = [term for term in found if stem in term]
        assert hits, stem
        for term in hits:
            assert sum(other in term for other in stems) == 1, term
            assert len(term) <= len("longwindedly"), term


def test_a_legend_is_not_searched(build):
    """Its words stand beside every picture, so that a search for one of them would find all."""
    app = build(
        {**site(), "index.rst": INDEX.partition(".. gitops-workflow")[0] + f".. gitops-workflow::\n\n{WORKFLOW}"}
    )
    assert re.search(
        r'<div class="[^"]*legend[^"]*">\s*<ul class="gitops-legend simple">.*?quagga', html(app), re.DOTALL
    )
    told = "no-search" in Path(search.__file__).read_text(encoding="utf-8")  # old versions do not know the class
    assert ("quagga" in terms(app)) is not told
