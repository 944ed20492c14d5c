"""A project with a private part, an extension of somebody else that takes that out, and what an output has."""

from __future__ import annotations

import json
import re
import sys
import zlib
from pathlib import Path
from types import ModuleType

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

PRIVATE = {
    "index.rst": """
Start
=====

.. toctree::

   before
   middle
   zulu

.. gitops-table:: components

.. gitops-table:: runbooks
""",
    "before.rst": """
Before
======

:gitops:component:`SECRET <crypt.VAULT>`, :gitops:workflow:`W <crypt>`, :gitops:runbook:`R <mend-vault>`, :any:`A <crypt.VAULT>`,
:ref:`L <gitops-crypt.VAULT>`.

.. gitops-view:: crypt
""",
    "middle.rst": """
Middle
======

.. gitops-workflow::
   :name: the-open

   id: shown
   title: Shown
   stages: {one: {title: One, components: {API: {title: Programme, kind: controller}}}}

Private part
------------

.. container:: private

   .. gitops-workflow::
      :name: the-vault
      :caption: SECRETCAPTION

      id: crypt
      title: SECRETWORKFLOW
      formerly: [oldcrypt]
      styles: {dark: {fill: "#ffffff", stroke: "#000000", text: "#000000"}}
      stages: {stage: {title: SECRETSTAGE, components: {VAULT: {title: SECRETVAULT, class: dark}, OTHER: Other}}}
      flows: [VAULT --> OTHER, "VAULT --> shown.API"]

   .. gitops-view:: crypt
      :show: VAULT
      :name: the-view

   .. gitops-component:: crypt.VAULT

      SECRETWORDS

   .. gitops-runbook:: mend-vault
      :title: SECRETRUNBOOK
      :components: crypt.VAULT

      SECRETSTEPS
""",
    "zulu.rst": """
Zulu
====

:gitops:component:`SECRET <crypt.VAULT>`, :gitops:component:`shown.API`.

:ref:`nowhere`

.. gitops-view:: shown
""",
}
"""A page whose private part names of the project before and after it lead to."""


def _take_out(document):
    for node in list(document.findall(nodes.container)):
        if "private" in node["classes"]:
            node.parent.remove(node)


class Early(SphinxTransform):
    default_priority = 500

    def apply(self, **kwargs):
        _take_out(self.document)


class BeforeOurs(SphinxPostTransform):
    default_priority = 2

    def run(self, **kwargs):
        _take_out(self.document)


class AfterOurs(SphinxPostTransform):
    default_priority = 700

    def run(self, **kwargs):
        _take_out(self.document)


def _when_resolved(app):
    app.add_config_value("open_to_all", False, "html")
    app.connect("doctree-resolved", lambda app, doctree, _: None if app.config.open_to_all else _take_out(doctree))


WAYS = {
    "transform": lambda app: app.add_transform(Early),
    "doctree-read": lambda app: app.connect("doctree-read", lambda _, doctree: _take_out(doctree)),
    "post-transform before": lambda app: app.add_post_transform(BeforeOurs),
    "post-transform after": lambda app: app.add_post_transform(AfterOurs),
    "doctree-resolved": _when_resolved,
}
"""How an extension may take something out of a document."""


def taking_out(monkeypatch, way: str) -> str:
    """The name of an extension that takes private parts out in that way."""
    module = ModuleType("takes_private_out")
    module.setup = lambda app: {"parallel_read_safe": WAYS[way](app) is not app}
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return module.__name__


def without_private(files: dict[str, str]) -> dict[str, str]:
    """The same project without its private parts."""
    return {name: text.split("\n.. container:: private", 1)[0].rstrip() + "\n" for name, text in files.items()}


_OWN = {"environment.pickle", "content.opf", ".buildinfo", ".buildinfo.bak"}
"""What Sphinx keeps for itself, or what has the time in it."""


def output(app) -> dict[str, object]:
    """The files of an output: the inventory as it reads, and search indices, whose order is another, as their words."""
    found: dict[str, object] = {}
    for path in sorted(Path(app.outdir).rglob("*")):
        name = path.relative_to(app.outdir).as_posix()
        if not path.is_file() or path.name in _OWN or path.suffix == ".epub" or "doctrees" in name:
            continue
        content = path.read_bytes().replace(b"/without/", b"/src/")
        if path.name == "objects.inv":
            content = zlib.decompress(content.split(b"zlib.\n", 1)[1])
        if path.stem == "searchindex":
            found[name] = sorted(re.findall(rb"[\w.-]+", content))
        elif path.suffix == ".fjson":
            found[name] = {**json.loads(content), "meta": None}
        else:
            found[name] = content
    return found
