"""A workflow that cannot be read is one message: what refers to it is no second mistake."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.domain.unread import unread

REFERS = """
.. gitops-component:: delivery.SCAN

   Text.

.. gitops-view:: delivery
   :focus: SCAN

.. gitops-runbook:: red
   :components: delivery.SCAN, BUILD

   Steps.

.. gitops-table:: components
   :workflow: delivery

.. gitops-table:: components
   :filter: workflow == delivery and stage != delivery.ci

:gitops:component:`delivery.SCAN` :gitops:component:`BUILD` :gitops:workflow:`delivery` :any:`delivery.SCAN`
:ref:`gitops-delivery.SCAN` :ref:`fig-delivery` :gitops:stage:`delivery.ci`

.. gitops-workflow::

   id: other
   stages: {s: {components: {X: One}}}
   flows: [X --> delivery.SCAN]
"""
BROKEN = {
    "a colon": "id: delivery\nstages:\n  ci:\n    components:\n      SCAN: {title: Scan: all}\n      BUILD: b\n",
    "a title": 'title: "Delivery"\nstages:\n  ci:\n    components: {SCAN: [x] y, BUILD: b}\n',
    "Mermaid": "flowchart LR\n  A --> B\n",
    "a list": "- id: delivery\n",
}


@pytest.mark.parametrize("place", ["body", "file", "missing file", "conditional"])
@pytest.mark.parametrize("name", BROKEN)
def test_one_message(build, warnings, name, place):
    indented = "".join(f"   {line}\n" for line in BROKEN[name].splitlines())
    directive = f".. gitops-workflow::\n   :name: fig-delivery\n\n{indented}"
    files = {}
    if "file" in place:
        directive = ".. gitops-workflow:: w.yaml\n   :name: fig-delivery\n"
        files = {"w.yaml": BROKEN[name]} if place == "file" else {}
    if place == "conditional":
        directive = ".. only:: html\n\n" + "".join(f"   {line}\n" for line in directive.splitlines())
    page = f"Site\n====\n\n{directive}\n{REFERS}"
    (line,) = warnings(build({"index.rst": page, **files}, nitpicky=True))
    assert "gitops." in line


def test_what_refers_to_something_else_is_still_a_mistake(build, warnings):
    broken = "".join(f"   {line}\n" for line in BROKEN["a colon"].splitlines())
    sound = "   id: sound\n   stages: {s: {components: {A: One}}}\n"
    page = (
        f"Site\n====\n\n.. gitops-workflow::\n\n{broken}\n.. gitops-workflow::\n\n{sound}\n"
        ":gitops:component:`sound.SCAN` :gitops:component:`NOWHERE` :ref:`fig-x`\n\n.. gitops-view:: sond\n"
    )
    lines = warnings(build({"index.rst": page}))
    assert len(lines) == 5
    assert any("did you mean 'sound'?" in line for line in lines)


def test_all_is_named_again_once_it_can_be_read(build, warnings):
    broken = "".join(f"   {line}\n" for line in BROKEN["a colon"].splitlines())
    page = f"Site\n====\n\n.. gitops-workflow::\n\n{broken}\n:gitops:component:`delivery.SCN`\n"
    assert len(warnings(build({"index.rst": page}))) == 1
    (line,) = warnings(build({"index.rst": page.replace("Scan: all", "Scan")}))
    assert "did you mean 'delivery.SCAN'" in line


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("id: shop\nstages: {", {"shop"}),
        ("title: The shop\nstages: {", {"the-shop"}),
        ("stages: {", {"page"}),
    ],
)
def test_the_id_is_written_or_made_from_the_title_or_the_document(text, names):
    assert unread(text, "Page").names == names
